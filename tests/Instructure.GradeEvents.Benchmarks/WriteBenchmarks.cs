using System.Buffers;
using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;

namespace Instructure.GradeEvents.Benchmarks;

/// <summary>Writing an event as UTF-8 into a buffer that is used again, against plain records.</summary>
public class WriteBenchmarks
{
    private readonly ArrayBufferWriter<byte> _buffer = new(16 * 1024);
    private Payload _payload = null!;
    private LiveEvent _liveEvent = null!;
    private object _plain = null!;

    // As in the library: text is not escaped for HTML, and what a serializer writes is not checked while it is written.
    private JsonWriterOptions _options = new() { Encoder = GradeEventSerializer.Options.Encoder, SkipValidation = true };

    [Params(Payload.Caliper, Payload.Canvas)]
    public string Event { get; set; } = string.Empty;

    [GlobalSetup]
    public void Setup()
    {
        _payload = Payload.Open(Event);
        _liveEvent = GradeEventSerializer.Deserialize(_payload.Utf8Json);
        _plain = JsonSerializer.Deserialize(_payload.Utf8Json, _payload.PlainType)!;

        foreach (var write in (ReadOnlySpan<Func<int>>)[Plain, Ours, Newtonsoft])
        {
            write();
            if (GradeEventSerializer.Deserialize(_buffer.WrittenSpan) != _liveEvent)
            {
                throw new InvalidOperationException($"{write.Method.Name} does not write all that {Event} says.");
            }
        }
    }

    [Benchmark(Baseline = true, Description = "System.Text.Json")]
    public int Plain()
    {
        _buffer.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(_buffer, _options))
        {
            JsonSerializer.Serialize(writer, _plain, _payload.PlainType);
        }

        return _buffer.WrittenCount;
    }

    [Benchmark(Description = "GradeEventSerializer")]
    public int Ours()
    {
        _buffer.ResetWrittenCount();
        GradeEventSerializer.Serialize(_buffer, _liveEvent);
        return _buffer.WrittenCount;
    }

    [Benchmark(Description = "Newtonsoft.Json")]
    public int Newtonsoft()
    {
        _buffer.ResetWrittenCount();
        Encoding.UTF8.GetBytes(NewtonsoftJson.Serialize(_plain), _buffer);
        return _buffer.WrittenCount;
    }
}
