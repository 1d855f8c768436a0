namespace Instructure.GradeEvents.Tool.Input;

/// <summary>How the payloads lie in a source.</summary>
internal enum SourceForm
{
    /// <summary>The whole source is one payload.</summary>
    Document,

    /// <summary>Each line is a payload.</summary>
    Lines,

    /// <summary>One of the others; the first lines tell.</summary>
    Unknown,
}
