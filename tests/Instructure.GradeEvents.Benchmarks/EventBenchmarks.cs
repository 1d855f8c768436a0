using System.Buffers;
using System.Text.Json;
using BenchmarkDotNet.Attributes;

namespace Instructure.GradeEvents.Benchmarks;

/// <summary>Reading and writing one event, against the parser that does nothing but parse.</summary>
[MemoryDiagnoser]
public class EventBenchmarks
{
    private readonly ArrayBufferWriter<byte> _buffer = new(16 * 1024);
    private byte[] _utf8Json = [];
    private LiveEvent? _liveEvent;

    [Params("caliper-published-example", "grade-change-by-teacher", "submission-created")]
    public string Payload { get; set; } = string.Empty;

    [GlobalSetup]
    public void Read()
    {
        // Without white space, as it is sent.
        var json = JsonElement.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "payloads", Payload + ".json")));
        _utf8Json = JsonSerializer.SerializeToUtf8Bytes(json);
        _liveEvent = GradeEventSerializer.Deserialize(_utf8Json);
    }

    [Benchmark(Baseline = true, Description = "JsonDocument.Parse")]
    public int Parse()
    {
        using var document = JsonDocument.Parse(_utf8Json);
        return document.RootElement.GetPropertyCount();
    }

    [Benchmark(Description = "GradeEventSerializer.Deserialize")]
    public LiveEvent Deserialize() => GradeEventSerializer.Deserialize(_utf8Json);

    [Benchmark(Description = "GradeEventSerializer.Serialize")]
    public int Serialize()
    {
        _buffer.ResetWrittenCount();
        GradeEventSerializer.Serialize(_buffer, _liveEvent!);
        return _buffer.WrittenCount;
    }
}
