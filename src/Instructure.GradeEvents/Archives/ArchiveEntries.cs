using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Instructure.GradeEvents.Archives;

/// <summary>Reads the events of an archive.</summary>
internal static class ArchiveEntries
{
    private const int BufferSize = 64 * 1024;

    internal static async IAsyncEnumerable<ArchiveEntry> ReadAsync(Stream archive, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new ArchiveReader(archive, ArchiveForm.Documents, BufferSize);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (TryRead(reader, out var entry))
            {
                yield return entry;
            }
            else if (reader.IsAtEnd)
            {
                yield break;
            }
            else
            {
                await reader.FillAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static bool TryRead(ArchiveReader reader, out ArchiveEntry entry)
    {
        JsonException? errorOfLine = null;
        if (reader.TryPeekLine(out var line))
        {
            entry = EntryOf(line);
            if (entry.Event is not null)
            {
                reader.TakeLine();
                return true;
            }

            errorOfLine = entry.Error;
        }

        var isThere = reader.TryRead(out var document);
        entry = !isThere ? default
            : document.IsCutByGzip ? new(document, null, Error("expected whole gzip data, found that they are corrupt or cut short here", reader.Line, reader.Byte))
            : document.IsTooLarge ? new(document with { Utf8 = document.Utf8.Slice(0, DocumentSplitter.MaxBytes) }, null, Error("expected one event, found a document larger than 32 MB", document.Line, document.FirstByte))
            : document.IsUnfinished ? new(document, null, GradeEventSerializer.ErrorOfUnfinished(document.Utf8.Span, document.Line, document.FirstByte))
            : errorOfLine is not null && document.Utf8.Length == line.Utf8.Length ? new(document, null, errorOfLine)
            : EntryOf(document);
        return isThere;
    }

    private static ArchiveEntry EntryOf(in ArchiveText text)
    {
        _ = GradeEventSerializer.TryDeserialize(text.Utf8.Span, text.Line, text.FirstByte, out var liveEvent, out var error);
        return new(text, liveEvent, error);
    }

    private static JsonException Error(string problem, long line, long position)
        => new(FormattableString.Invariant($"$: {problem} (line {line + 1}, byte {position + 1})."), "$", line, position);
}
