namespace Instructure.GradeEvents.Validation;

/// <summary>One fault in a payload: what is wrong, where, and what was expected.</summary>
/// <remarks>Immutable. Two issues are equal when all their properties are.</remarks>
public sealed record ValidationIssue
{
    private const int LongestPath = 500;

    internal ValidationIssue(ValidationSeverity severity, string code, string path, int line, int column, string message)
        => (Severity, Code, Path, Line, Column, Message) = (severity, code, path, line, column, message);

    /// <summary>Whether this is an error, which makes the payload invalid, or a warning.</summary>
    public ValidationSeverity Severity { get; }

    /// <summary>The kind of fault, for programs: one of <see cref="IssueCodes"/>.</summary>
    public string Code { get; }

    /// <summary>The path of the fault as a JSON Pointer (RFC 6901), such as <c>/data/0/actor/id</c>. Empty for the whole document.</summary>
    /// <remarks>A missing member has the path that it would have. A name of more than a thousand bytes is cut, and ends in <c>…</c>.</remarks>
    public string Path { get; }

    /// <summary>The line of the fault, counted from 1.</summary>
    /// <remarks>
    /// For a missing member, this is the position of the object that should have it. For a member that is not allowed or is there twice, it is the position of its name.
    /// </remarks>
    public int Line { get; }

    /// <summary>The column of the fault, counted from 1 in UTF-16 code units, as editors do.</summary>
    public int Column { get; }

    /// <summary>A sentence for people: what is wrong, what was expected and what was found.</summary>
    public string Message { get; }

    /// <summary>The issue as one line, such as <c>8:5 error required /data/0/actor: "actor" is missing; …</c></summary>
    /// <returns>
    /// The line and column, the severity, the code, the path and the message. A path of more than 500 characters is cut, and one with
    /// control characters has them escaped; <see cref="Path"/> is exact.
    /// </returns>
    public override string ToString()
    {
        var severity = Severity == ValidationSeverity.Error ? "error" : "warning";
        var path = Path.Length == 0 ? string.Empty : " " + PrintableText.Of(Path, LongestPath);
        return FormattableString.Invariant($"{Line}:{Column} {severity} {Code}{path}: {Message}");
    }
}
