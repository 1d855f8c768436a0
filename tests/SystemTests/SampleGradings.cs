using System.Globalization;
using Instructure.GradeEvents.Canvas;

namespace Instructure.GradeEvents.SystemTests;

/// <summary>Gradings by number: each is another submission, with a score of its own.</summary>
internal static class SampleGradings
{
    internal const string Json = """
        {"metadata":{"event_name":"grade_change","event_time":"2026-03-02T14:05:09.120Z","root_account_id":"97350000000000001","context_type":"Course","context_id":"97350000000000588"},
        "body":{"submission_id":"97350000000004711","assignment_id":"97350000000000412","assignment_name":"Essay","student_id":"97350000000000073","user_id":"97350000000000073","student_sis_id":"S-1",
        "grader_id":"97350000000000009","grade":"17.10","old_grade":null,"score":17.10,"old_score":null,"points_possible":20.0,"old_points_possible":20.0,"grading_complete":true,"muted":false}}
        """;

    internal static GradeChangeEvent Sample { get; } = (GradeChangeEvent)GradeEventSerializer.Deserialize(Json);

    internal static GradeChangeEvent Change(int number) => Sample with
    {
        Body = Sample.Body with { SubmissionId = new(97350000000000000L + number), Score = Score(number), Grade = ScoreText(number) },
    };

    /// <summary>A score of many digits.</summary>
    internal static decimal Score(int number) => number + 0.1000000000000001m;

    internal static string ScoreText(int number) => Score(number).ToString(CultureInfo.InvariantCulture);
}
