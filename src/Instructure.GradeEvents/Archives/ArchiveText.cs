namespace Instructure.GradeEvents.Archives;

/// <summary>The text of a document, or of a line that may hold several, and where it stands in its archive.</summary>
/// <param name="Utf8">Its bytes, in the buffer of the reader; of a text that is too large one byte more than the most.</param>
/// <param name="Line">The line at which it begins, from 0.</param>
/// <param name="FirstByte">The place in that line at which it begins, in bytes from 0; a byte order mark is not counted.</param>
internal readonly record struct ArchiveText(ReadOnlyMemory<byte> Utf8, long Line, long FirstByte)
{
    /// <summary>Whether it is larger than <see cref="DocumentSplitter.MaxBytes"/>.</summary>
    internal bool IsTooLarge { get; init; }

    /// <summary>Whether it ended before it was whole, with its line or with the archive.</summary>
    internal bool IsUnfinished { get; init; }

    /// <summary>Whether the gzip data broke off in it, or behind the last document.</summary>
    internal bool IsCutByGzip { get; init; }
}
