using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;

namespace Instructure.GradeEvents.Benchmarks;

/// <summary>Reading an event from UTF-8, against the plain records that a team without this library would write.</summary>
public class ReadBenchmarks
{
    private Payload _payload = null!;

    [Params(Payload.Caliper, Payload.Canvas)]
    public string Event { get; set; } = string.Empty;

    [GlobalSetup]
    public void Setup()
    {
        _payload = Payload.Open(Event);

        // Both serializers have filled the plain records: all that the payload says comes out of them again.
        var sent = Ours();
        var plain = JsonSerializer.SerializeToUtf8Bytes(Plain(), _payload.PlainType);
        var newtonsoft = Encoding.UTF8.GetBytes(NewtonsoftJson.Serialize(Newtonsoft()));
        if (GradeEventSerializer.Deserialize(plain) != sent || GradeEventSerializer.Deserialize(newtonsoft) != sent)
        {
            throw new InvalidOperationException($"A plain record does not say all that {Event} says.");
        }
    }

    [Benchmark(Baseline = true, Description = "System.Text.Json")]
    public object Plain() => JsonSerializer.Deserialize(_payload.Utf8Json, _payload.PlainType)!;

    [Benchmark(Description = "GradeEventSerializer")]
    public LiveEvent Ours() => GradeEventSerializer.Deserialize(_payload.Utf8Json);

    [Benchmark(Description = "Newtonsoft.Json")]
    public object Newtonsoft() => NewtonsoftJson.Deserialize(_payload.Utf8Json, _payload.PlainType.Type);

    [Benchmark(Description = "JsonDocument.Parse")]
    public int Parse()
    {
        using var document = JsonDocument.Parse(_payload.Utf8Json);
        return document.RootElement.GetPropertyCount();
    }
}
