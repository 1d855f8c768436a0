using System.Text.Json;
using Instructure.GradeEvents.Archives;

namespace Instructure.GradeEvents;

/// <summary>A document of an archive: the event that it is, or what is wrong with it.</summary>
/// <remarks>
/// One of <see cref="Event"/> and <see cref="Error"/> is there, the other is null. See
/// <see cref="GradeEventSerializer.ReadArchiveAsync(Stream, CancellationToken)"/>. The default value, which that never gives, has neither.
/// </remarks>
public readonly struct ArchiveEntry
{
    internal ArchiveEntry(in ArchiveText text, LiveEvent? liveEvent, JsonException? error)
        => (Line, Event, Error, Utf8Json) = (text.Line + 1, liveEvent, error, text.Utf8);

    /// <summary>The line of the archive at which the document begins, counted from 1.</summary>
    /// <remarks>In gzip it is counted in what is unpacked. Documents without a line end between them are on the same line.</remarks>
    public long Line { get; }

    /// <summary>The event; null when the document is none.</summary>
    public LiveEvent? Event { get; }

    /// <summary>What is wrong with the document; null when it is an event.</summary>
    /// <remarks>
    /// It is the exception that <see cref="GradeEventSerializer.Deserialize(ReadOnlySpan{byte})"/> would throw, with its place in the archive:
    /// <see cref="JsonException.LineNumber"/> and <see cref="JsonException.BytePositionInLine"/> count from 0, the message from 1.
    /// </remarks>
    public JsonException? Error { get; }

    /// <summary>The text of the document as it stands in the archive, in UTF-8 unless that is what is wrong: what you would put into a dead-letter store.</summary>
    /// <remarks>
    /// It has neither a byte order mark nor white space around it. Of a document over 32 MB it is the first 32 MB, and it may be empty when gzip data
    /// are cut short. It is a part of the buffer that the archive is read into: copy it, if you need it after you ask for the next entry.
    /// </remarks>
    public ReadOnlyMemory<byte> Utf8Json { get; }
}
