using System.Text.Json;
using Instructure.GradeEvents.Archives;

namespace Instructure.GradeEvents;

/// <summary>A document in an archive: the event, or the error if it can't be read.</summary>
/// <remarks>
/// Either <see cref="Event"/> or <see cref="Error"/> is set, and the other is null. See
/// <see cref="GradeEventSerializer.ReadArchiveAsync(Stream, CancellationToken)"/>, which never returns the default value, in which both are null.
/// </remarks>
public readonly struct ArchiveEntry
{
    internal ArchiveEntry(in ArchiveText text, LiveEvent? liveEvent, JsonException? error)
        => (Line, Event, Error, Utf8Json) = (text.Line + 1, liveEvent, error, text.Utf8);

    /// <summary>The line of the archive at which the document begins, counted from 1.</summary>
    /// <remarks>In a gzip archive, lines are counted after decompression. Documents without a line break between them are on the same line.</remarks>
    public long Line { get; }

    /// <summary>The event; null when the document is not an event.</summary>
    public LiveEvent? Event { get; }

    /// <summary>What is wrong with the document; null when it is an event.</summary>
    /// <remarks>
    /// It is the exception that <see cref="GradeEventSerializer.Deserialize(ReadOnlySpan{byte})"/> would throw, with the position in the archive:
    /// <see cref="JsonException.LineNumber"/> and <see cref="JsonException.BytePositionInLine"/> count from 0, the message from 1.
    /// </remarks>
    public JsonException? Error { get; }

    /// <summary>The exact text of the document in the archive, for a dead-letter store, for example.</summary>
    /// <remarks>
    /// It is UTF-8, unless invalid UTF-8 is the error, and has neither a byte order mark nor white space around it. For a document over 32 MB it has the first
    /// 32 MB. It may be empty when gzip data are truncated. It is a slice of the read buffer: copy it if you need it after moving to the next entry.
    /// </remarks>
    public ReadOnlyMemory<byte> Utf8Json { get; }
}
