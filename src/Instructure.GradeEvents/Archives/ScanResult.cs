namespace Instructure.GradeEvents.Archives;

/// <summary>Why a <see cref="DocumentScanner"/> stopped.</summary>
internal enum ScanResult
{
    /// <summary>At the end of the text; the document goes on.</summary>
    More,

    /// <summary>Behind a line feed; the document goes on.</summary>
    LineEnd,

    /// <summary>At the end of a well-formed document.</summary>
    End,

    /// <summary>At a byte with which no document goes on.</summary>
    Malformed,
}
