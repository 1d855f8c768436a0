using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Instructure.GradeEvents.Serialization;

/// <summary>Writes events into memory that is used again for the next one of the thread.</summary>
internal sealed class EventWriter : IBufferWriter<byte>
{
    /// <summary>What is kept for the next event: more than events have.</summary>
    private const int MostKept = 64 * 1024;

    [ThreadStatic]
    private static (EventWriter Memory, Utf8JsonWriter Writer)? s_free;

    private byte[] _buffer = new byte[4 * 1024];
    private int _written;

    /// <summary>Each name is written once by the records; a check by the writer would only cost.</summary>
    internal static JsonWriterOptions Options { get; } = new() { Encoder = GradeEventSerializer.Options.Encoder, MaxDepth = EventReader.MaxDepth, SkipValidation = true };

    public void Advance(int count) => _written += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        var room = Math.Max(sizeHint, 1);
        if (_buffer.Length - _written < room)
        {
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _written + room));
        }

        return _buffer.AsMemory(_written);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    internal static string ToText(LiveEvent liveEvent) => Write(liveEvent, WriteEvent, static utf8Json => Encoding.UTF8.GetString(utf8Json.Array!, utf8Json.Offset, utf8Json.Count));

    internal static byte[] ToBytes(LiveEvent liveEvent) => Write(liveEvent, WriteEvent, static utf8Json => utf8Json.AsSpan().ToArray());

    /// <summary>Writes into the memory of the thread, and makes something of what was written.</summary>
    internal static TResult Write<T, TResult>(T value, Action<T, Utf8JsonWriter> write, Func<ArraySegment<byte>, TResult> use)
    {
        var (memory, writer) = s_free ?? Create(Options);
        s_free = null;
        write(value, writer);
        writer.Flush();
        var result = use(new(memory._buffer, 0, memory._written));

        // What failed is not kept, nor is what has become large.
        if (memory._buffer.Length <= MostKept)
        {
            memory._written = 0;
            writer.Reset();
            s_free = (memory, writer);
        }

        return result;
    }

    /// <summary>Writes what is an event and something around it, which may be nested a level deeper than an event is.</summary>
    internal static TResult WriteAround<T, TResult>(T value, Action<T, Utf8JsonWriter> write, Func<ArraySegment<byte>, TResult> use)
    {
        var (memory, writer) = Create(Options with { MaxDepth = EventReader.MaxDepth + 1 });
        write(value, writer);
        writer.Flush();
        return use(new(memory._buffer, 0, memory._written));
    }

    private static void WriteEvent(LiveEvent liveEvent, Utf8JsonWriter writer) => liveEvent.WriteTo(writer);

    private static (EventWriter Memory, Utf8JsonWriter Writer) Create(JsonWriterOptions options)
    {
        var memory = new EventWriter();
        return (memory, new(memory, options));
    }
}
