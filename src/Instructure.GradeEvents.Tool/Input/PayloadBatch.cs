using System.Buffers;

namespace Instructure.GradeEvents.Tool.Input;

/// <summary>A few payloads of one source: as much as is worked on at a time.</summary>
internal sealed class PayloadBatch : IDisposable
{
    private byte[]? _buffer;

    private PayloadBatch(PayloadSource source, byte[]? buffer, IReadOnlyList<Payload> payloads)
        => (Source, _buffer, Payloads) = (source, buffer, payloads);

    internal PayloadSource Source { get; }

    /// <summary>The payloads, in order. Those of a file that is one document are there after <see cref="Load"/>.</summary>
    internal IReadOnlyList<Payload> Payloads { get; private set; }

    /// <summary>Whether it is the whole source.</summary>
    internal bool IsDocument { get; private init; }

    /// <summary>Why the source, or the rest of it, could not be read: a sentence; or null.</summary>
    internal string? Problem { get; private set; }

    /// <summary>Something that a person may want to know about the source, and that is no fault: a sentence; or null.</summary>
    internal string? Note { get; init; }

    /// <summary>How many bytes of the source it stands for.</summary>
    internal long Length { get; private set; }

    /// <summary>A file that is one payload. It is read by whoever works on it.</summary>
    internal static PayloadBatch OfFile(PayloadSource source) => new(source, buffer: null, []) { IsDocument = true };

    /// <summary>Something that is one payload.</summary>
    /// <param name="source">The source.</param>
    /// <param name="buffer">An array of the pool, which gets it back.</param>
    /// <param name="length">The number of bytes in it.</param>
    internal static PayloadBatch OfDocument(PayloadSource source, byte[] buffer, int length)
        => new(source, buffer, [new(source, 1, buffer.AsMemory(0, length))]) { IsDocument = true, Length = length };

    internal static PayloadBatch OfLines(PayloadSource source, byte[] buffer, int length, IReadOnlyList<Payload> payloads, string? note = null)
        => new(source, buffer, payloads) { Length = length, Note = note };

    internal static PayloadBatch OfNote(PayloadSource source, string note) => new(source, buffer: null, []) { Note = note };

    internal static PayloadBatch OfProblem(PayloadSource source, string problem) => new(source, buffer: null, []) { Problem = problem };

    internal void Load()
    {
        if (!IsDocument || Payloads.Count > 0)
        {
            return;
        }

        try
        {
            using var stream = Source.Open();
            var expected = stream.CanSeek ? Math.Min(stream.Length, Payload.MostBytes - 1) + 1 : 0;
            _buffer = ArrayPool<byte>.Shared.Rent(Math.Max((int)expected, 4096));
            var length = 0;
            Fill(stream, ref _buffer, ref length);
            Payloads = [new(Source, 1, _buffer.AsMemory(0, length))];
            Length = length;
        }
        catch (Exception error) when (SourceProblem.Is(error))
        {
            Problem = SourceProblem.Of(Source.Name, error);
        }
    }

    /// <summary>Reads to the end, or as much as a payload may have, into an array of the pool that grows as needed.</summary>
    internal static void Fill(Stream stream, ref byte[] buffer, ref int length)
    {
        while (length < Payload.MostBytes)
        {
            if (length == buffer.Length)
            {
                Grow(ref buffer, length);
            }

            var count = stream.Read(buffer, length, Math.Min(buffer.Length, Payload.MostBytes) - length);
            if (count == 0)
            {
                return;
            }

            length += count;
        }
    }

    internal static void Grow(ref byte[] buffer, int length)
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }

    public void Dispose()
    {
        if (_buffer is { } buffer)
        {
            _buffer = null;
            Payloads = [];
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
