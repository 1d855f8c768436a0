using Instructure.GradeEvents.Serialization;

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

    /// <summary>Which kind of fault it is: a stable name in kebab-case, for programs.</summary>
    /// <remarks>
    /// <para>A breach of the schema has the name of the keyword: <c>required</c>, <c>type</c>, <c>enum</c>, <c>pattern</c>,
    /// <c>minimum</c>, <c>maximum</c>, <c>min-items</c>, <c>max-items</c>, <c>additional-properties</c>, <c>not</c>.</para>
    /// <para>The other errors: <c>malformed-json</c>, <c>too-deep</c>, <c>too-large</c>, <c>duplicate-property</c>,
    /// <c>unknown-payload</c>, <c>unknown-event</c>, <c>body-mismatch</c> and <c>too-many-issues</c>.</para>
    /// <para>The warnings: <c>unknown-property</c>, <c>unknown-term</c>, <c>inconsistent-id</c>, <c>time-order</c>.</para>
    /// </remarks>
    public string Code { get; }

    /// <summary>Where it is: a JSON Pointer (RFC 6901), <c>/data/0/actor/id</c>; empty for the whole document.</summary>
    /// <remarks>A missing member has the path that it would have.</remarks>
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
