using System.Text.Json;
using BenchmarkDotNet.Attributes;

namespace Instructure.GradeEvents.Benchmarks;

/// <summary>The deduplication key of an event that was read, against parsing the event.</summary>
public class KeyBenchmarks
{
    private Payload _payload = null!;
    private LiveEvent _liveEvent = null!;

    [Params(Payload.Canvas)]
    public string Event { get; set; } = string.Empty;

    [GlobalSetup]
    public void Setup()
    {
        _payload = Payload.Open(Event);
        _liveEvent = GradeEventSerializer.Deserialize(_payload.Utf8Json);
    }

    [Benchmark(Baseline = true, Description = "JsonDocument.Parse")]
    public int Parse()
    {
        using var document = JsonDocument.Parse(_payload.Utf8Json);
        return (int)document.RootElement.ValueKind;
    }

    [Benchmark(Description = "DeduplicationKey")]
    public string Key() => _liveEvent.DeduplicationKey;
}
