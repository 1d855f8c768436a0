namespace Instructure.GradeEvents.Tool.Samples;

/// <summary>A background job of Canvas.</summary>
/// <param name="Id">Its id, of the shard that the jobs are on.</param>
/// <param name="Tag">The method that it ran.</param>
internal sealed record Job(CanvasId Id, string Tag) : Origin
{
    internal const string GradeQuiz = "Quizzes::SubmissionGrader#grade_submission";
    internal const string RegradeQuiz = "Quizzes::QuizRegrader::Regrader.regrade!";
    internal const string GradeMissing = "MissingPolicyApplicator.apply_missing_deductions";
    internal const string ComputeScores = "GradeCalculator.recompute_final_score";

    private const int ShardOfJobs = 102;

    internal static Job Run(string tag, Dice dice) => new(new CanvasId(ShardOfJobs, 20_000_000_000 + dice.Below(1_000_000_000)), tag);
}
