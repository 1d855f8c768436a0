using System.Globalization;
using Instructure.GradeEvents;

namespace LambdaHandler;

/// <summary>A row of the table. Decimals are texts, so that they stay exact; what the event doesn't tell is null.</summary>
internal sealed record Grading(
    string DeduplicationKey,
    string Time,
    string Format,
    string? Course,
    string? Student,
    string? StudentSisId,
    string? Assignment,
    string? AssignmentName,
    string? Submission,
    string? Grader,
    bool? Automatic,
    string? PreviousGrade,
    string? Grade,
    string? PreviousScore,
    string? Score,
    string? PointsPossible,
    bool? Complete,
    bool? Posted)
{
    internal static Grading Of(SubmissionGraded graded, string format) => new(
        graded.DeduplicationKey,
        graded.Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        format,
        Id(graded.CourseId),
        Id(graded.StudentId),
        graded.StudentSisId,
        Id(graded.AssignmentId),
        graded.AssignmentName,
        Id(graded.SubmissionId),
        Id(graded.GraderId),
        graded.IsAutomatic,
        graded.PreviousGrade.Text,
        graded.Grade.Text,
        Number(graded.PreviousScore),
        Number(graded.Score),
        Number(graded.PointsPossible),
        graded.IsComplete,
        graded.IsPosted);

    /// <summary>In full, whichever form it came in: so the same id is the same text.</summary>
    private static string? Id(CanvasId? id) => id?.ToString("D");

    private static string? Number(decimal? number) => number?.ToString(CultureInfo.InvariantCulture);
}
