namespace Instructure.GradeEvents.Tool.Samples;

/// <summary>A course of a school.</summary>
/// <param name="id">The local id.</param>
/// <param name="accountId">The local id of the account that has it, as of a department.</param>
/// <param name="sisId">What the student information system calls it, if it knows it.</param>
/// <param name="graders">Who grades in it; the first does most.</param>
/// <param name="students">Who is enrolled as a student.</param>
/// <param name="assignments">Its assignments, which get their ids here.</param>
internal sealed class Course(long id, long accountId, string? sisId, Grader[] graders, Student[] students, params Assignment[] assignments)
{
    // How far apart ids are that are derived from another, so that no two are the same.
    private const int MostAssignments = 10;
    private const int MostStudents = 1000;
    private const int MostScores = 10;

    internal long Id => id;

    internal long AccountId => accountId;

    internal string? SisId => sisId;

    internal IReadOnlyList<Student> Students => students;

    internal IReadOnlyList<Assignment> Assignments { get; } =
        [.. assignments.Select((assignment, place) => assignment with { Id = (id * MostAssignments) + place })];

    internal Grader PickGrader(Dice dice) => dice.Chance(70) ? graders[0] : dice.Pick(graders);

    internal long EnrollmentOf(Student student) => (id * MostStudents) + student.Id;

    /// <summary>The record of scores of a student: one for the course (period 0), and one for each grading period (from 1).</summary>
    internal long ScoreOf(Student student, int period) => (EnrollmentOf(student) * MostScores) + period;

    /// <summary>The submission of a student: one id for each assignment and student.</summary>
    internal static long SubmissionOf(Assignment assignment, Student student) => (assignment.Id * MostStudents) + student.Id;
}
