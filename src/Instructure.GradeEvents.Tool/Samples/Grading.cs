namespace Instructure.GradeEvents.Tool.Samples;

/// <summary>One time that a submission was graded, or graded anew.</summary>
/// <param name="School">Where.</param>
/// <param name="Course">In which course.</param>
/// <param name="Assignment">What was handed in.</param>
/// <param name="Student">By whom.</param>
/// <param name="Time">When it was graded.</param>
internal sealed record Grading(School School, Course Course, Assignment Assignment, Student Student, DateTimeOffset Time)
{
    /// <summary>The request of the grader, or the job that graded automatically. Null in a draft only.</summary>
    internal Origin Origin { get; init; } = null!;

    /// <summary>Null when the grade was taken away.</summary>
    internal Grade? Grade { get; init; }

    /// <summary>Null when there was none.</summary>
    internal Grade? OldGrade { get; init; }

    internal decimal? OldPointsPossible { get; init; } = Assignment.PointsPossible;

    internal bool IsComplete { get; init; } = true;

    internal bool IsMuted { get; init; }

    internal CanvasId SubmissionId => School.GlobalId(Course.SubmissionOf(Assignment, Student));
}
