using Instructure.GradeEvents.Archives;

namespace Instructure.GradeEvents.Tool.Input;

/// <summary>A few payloads of one source: as much as is worked on at a time.</summary>
internal sealed class PayloadBatch : IDisposable
{
    /// <summary>From this size on, memory counts for more than time.</summary>
    internal const int LargeBytes = 8 * 1024 * 1024;

    private const int LeastBytes = 4096;

    private byte[]? _buffer;

    private PayloadBatch(PayloadSource source, byte[]? buffer, IReadOnlyList<Payload> payloads)
        => (Source, _buffer, Payloads) = (source, buffer, payloads);

    internal PayloadSource Source { get; }

    /// <summary>The payloads, in order. Those of a file that is one document are there after <see cref="Load"/>.</summary>
    internal IReadOnlyList<Payload> Payloads { get; private set; }

    /// <summary>Whether it is the whole source.</summary>
    internal bool IsDocument { get; set; }

    /// <summary>Why the source, or the rest of it, could not be read: a sentence; or null.</summary>
    internal string? Problem { get; private set; }

    /// <summary>Something that a person may want to know about the source, and that is no fault: a sentence; or null.</summary>
    internal string? Note { get; init; }

    /// <summary>Whether it is one large payload.</summary>
    internal bool IsLarge => Payloads.Count == 1 && Payloads[0].Utf8.Length > LargeBytes;

    /// <summary>How many bytes of the source it stands for; of a file that is one document not more than is known before it is read.</summary>
    internal long Length { get; private set; }

    /// <summary>A file that is one payload. It is read by whoever works on it.</summary>
    internal static PayloadBatch OfFile(PayloadSource source) => new(source, buffer: null, []) { IsDocument = true, Length = source.Length };

    /// <param name="source">The source.</param>
    /// <param name="buffer">An array of <see cref="DocumentBuffers"/>, which get it back.</param>
    /// <param name="length">How many bytes of the source have been read for it.</param>
    /// <param name="payloads">The payloads in it.</param>
    /// <param name="isDocument">Whether they are one, and it is the whole source.</param>
    internal static PayloadBatch OfPayloads(PayloadSource source, byte[] buffer, long length, IReadOnlyList<Payload> payloads, bool isDocument)
        => new(source, buffer, payloads) { Length = length, IsDocument = isDocument };

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
            using var archive = new ArchiveReader(stream, ArchiveForm.Document, Math.Max((int)expected, LeastBytes));
            ArchiveText text;
            while (!archive.TryRead(out text))
            {
                archive.Fill();
            }

            _buffer = archive.TakeBuffer();
            Payloads = [new(Source, 1, text.Utf8) { IsCutByGzip = text.IsCutByGzip }];
            Length = archive.BytesRead;
        }
        catch (Exception error) when (SourceProblem.Is(error))
        {
            Problem = SourceProblem.Of(Source.Name, error);
        }
    }

    /// <summary>Lets go of the text of the only payload.</summary>
    /// <returns>What else is known of the payload.</returns>
    internal Payload TakeWithoutText()
    {
        var payload = Payloads[0] with { Utf8 = default };
        Dispose();
        return payload;
    }

    public void Dispose()
    {
        if (_buffer is { } buffer)
        {
            _buffer = null;
            Payloads = [];
            DocumentBuffers.Return(buffer);
        }
    }
}
