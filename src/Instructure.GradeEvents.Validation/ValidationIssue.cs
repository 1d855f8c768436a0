
namespace Instructure.GradeEvents.Validation;

/// <summary>One fault of a payload: what, where, and what was expected.</summary>
/// <remarks>Immutable. Two are equal when all of their properties are.</remarks>
public sealed record ValidationIssue
{
    private const int LongestPath = 500;

    internal ValidationIssue(ValidationSeverity severity, string code, string path, int line, int column, string message)
        => (Severity, Code, Path, Line, Column, Message) = (severity, code, path, line, column, message);

    /// <summary>Whether it makes the payload invalid.</summary>
    public ValidationSeverity Severity { get; }

    /// <summary>Which kind of fault it is: one of <see cref="IssueCodes"/>, for programs.</summary>
    public string Code { get; }

    /// <summary>Where it is: a JSON Pointer (RFC 6901), <c>/data/0/actor/id</c>; empty for the whole document.</summary>
    /// <remarks>A missing member has the path that it would have. Of a name with more than a thousand bytes the path has the beginning, and <c>…</c>.</remarks>
    public string Path { get; }

    /// <summary>The line where it is, from 1.</summary>
    /// <remarks>
    /// A missing member has the place of the object that should have it; one that should not be there, or is there twice, that of its name.
    /// </remarks>
    public int Line { get; }

    /// <summary>The column where it is, from 1, counted in UTF-16 code units as editors do.</summary>
    public int Column { get; }

    /// <summary>What is wrong, what was expected and what was found: one sentence for a person.</summary>
    public string Message { get; }

    /// <summary>The issue on one line: <c>8:5 error required /data/0/actor: "actor" is missing; …</c></summary>
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
