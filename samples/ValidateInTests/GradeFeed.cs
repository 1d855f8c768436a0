using System.Globalization;
using System.Text.Json;

namespace ValidateInTests;

/// <summary>What is tested: code of yours that makes grade events, here to try out a gradebook without a Canvas.</summary>
internal static class GradeFeed
{
    /// <summary>The event that Canvas sends when a submission is graded.</summary>
    public static string GradeChange(long submissionId, long studentId, long? graderId, decimal? score, decimal pointsPossible, DateTimeOffset time) => JsonSerializer.Serialize(new
    {
        metadata = new
        {
            event_name = "grade_change",
            event_time = time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            producer = "canvas",
        },
        body = new
        {
            submission_id = Text(submissionId),
            assignment_id = "21070000000000412",
            student_id = Text(studentId),
            user_id = Text(studentId),
            grader_id = graderId is { } id ? Text(id) : null, // null: graded automatically
            grade = score?.ToString(CultureInfo.InvariantCulture),
            score,
            points_possible = pointsPossible,
            grading_complete = true,
            muted = false,
        },
    });

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
