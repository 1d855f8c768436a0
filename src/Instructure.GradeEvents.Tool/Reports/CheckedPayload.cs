using Instructure.GradeEvents.Tool.Input;
using Instructure.GradeEvents.Validation;

namespace Instructure.GradeEvents.Tool.Reports;

/// <summary>A payload and what was found in it.</summary>
/// <param name="Payload">The payload.</param>
/// <param name="Kind">What it is.</param>
/// <param name="IsValid">Whether there is no error.</param>
/// <param name="IsIgnored">Whether it was not judged, being another event.</param>
/// <param name="Issues">What was found.</param>
internal sealed record CheckedPayload(Payload Payload, PayloadKind Kind, bool IsValid, bool IsIgnored, IReadOnlyList<ValidationIssue> Issues)
{
    internal string Source => Payload.Source.Name;

    internal long Line => Payload.FirstLine;

    /// <summary>The line of the file in which an issue is.</summary>
    internal long LineOf(ValidationIssue issue) => Payload.FirstLine + issue.Line - 1;

    /// <summary>The column of that line at which it is.</summary>
    internal long ColumnOf(ValidationIssue issue) => issue.Line == 1 ? Payload.FirstColumn + issue.Column - 1 : issue.Column;

    internal int Count(ValidationSeverity severity) => Issues.Count(issue => issue.Severity == severity);
}
