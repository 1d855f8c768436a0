namespace Instructure.GradeEvents.Tool.Samples;

/// <summary>Makes up who grades what, and remembers it: the next grading of a submission is later, and begins with the grade of the last.</summary>
internal sealed class Gradebook(Dice dice)
{
    /// <summary>About what scores are where the assignment has no points possible.</summary>
    private const int PointsOfBonus = 5;

    private readonly Dictionary<CanvasId, Grading> _last = [];

    internal Grading Next()
    {
        var school = Schools.Pick(dice);
        var course = dice.Pick(school.Courses);
        var assignment = dice.Pick(course.Assignments);
        var student = dice.Pick(course.Students);

        // Graded again, or for the first time that we hear of: there may have been one before. After the last day all begins anew.
        var last = _last.GetValueOrDefault(school.GlobalId(Course.SubmissionOf(assignment, student)));
        var nextDay = school.Term.DayAfter(last is null ? null : school.Term.DayOf(last.Time), most: 6, dice);
        var old = nextDay is not null ? last!.Grade : dice.Chance(12) ? GradeFor(student, assignment) : null;
        var firstDay = assignment.IsQuiz && old is null ? assignment.DueDay - dice.Below(3) : assignment.DueDay + dice.Between(1, 9);
        var day = nextDay ?? firstDay;

        var draft = new Grading(school, course, assignment, student, school.Term.TimeOfWork(dice, day))
        {
            OldGrade = old,
            IsMuted = assignment.IsPostedManually && dice.Chance(60),
        };
        var grading = Grade(draft, day, isFirst: nextDay is null);
        _last[grading.SubmissionId] = grading;
        return grading;
    }

    private Grading Grade(Grading draft, int day, bool isFirst) => draft switch
    {
        { OldGrade: null, Assignment.IsQuiz: true } => GradeByJob(draft, day, Job.GradeQuiz, NewGrade(draft)) with { IsComplete = !dice.Chance(20) },
        { OldGrade: not null, Assignment.IsQuiz: true } when dice.Chance(25) => GradeByJob(draft, day, Job.RegradeQuiz, NewGrade(draft)),
        { OldGrade: null, Assignment.PointsPossible: > 0 } when dice.Chance(4) => GradeByJob(draft, day, Job.GradeMissing, Zero(draft.Assignment)),
        { OldGrade: not null } when isFirst && CanChangePoints(draft.Assignment) && dice.Chance(25) => ChangePoints(draft),
        { OldGrade: not null } when dice.Chance(12) => TakeAway(draft),
        _ => draft with { Origin = SubmissionRequest(draft), Grade = NewGrade(draft) },
    };

    private Grading GradeByJob(Grading draft, int day, string job, Grade grade)
        => draft with { Time = draft.School.Term.TimeOfStudy(dice, day), Origin = Job.Run(job, dice), Grade = grade };

    /// <summary>The student is excused, or it has to be graded again.</summary>
    private Grading TakeAway(Grading draft) => draft with { Origin = SubmissionRequest(draft), IsComplete = dice.Chance(50) };

    /// <summary>Somebody changed the points possible: the score stays, and the grade follows.</summary>
    private Grading ChangePoints(Grading draft)
    {
        var (assignment, score) = (draft.Assignment, draft.OldGrade!.Score);
        var oldPoints = assignment.PointsPossible * (dice.Chance(50) ? 4 : 6) / 5m;
        var path = $"/courses/{draft.Course.Id}/assignments/{assignment.Id}";
        return draft with
        {
            OldPointsPossible = oldPoints,
            OldGrade = GradingScheme.GradeOf(score, oldPoints, assignment.GradingType),
            Grade = GradingScheme.GradeOf(score, assignment.PointsPossible, assignment.GradingType),
            Origin = RequestFor(draft, "PUT", $"/api/v1{path}", $"{path}/edit"),
        };
    }

    /// <summary>From the gradebook or from the SpeedGrader.</summary>
    private Request SubmissionRequest(Grading draft)
    {
        var (course, assignment, student) = ($"/courses/{draft.Course.Id}", draft.Assignment.Id, draft.Student.Id);
        var gradebook = $"{course}/gradebook";
        return dice.Chance(60)
            ? RequestFor(draft, "PUT", $"/api/v1{course}/assignments/{assignment}/submissions/{student}", gradebook)
            : RequestFor(draft, "POST", $"{gradebook}/update_submission", $"{gradebook}/speed_grader?assignment_id={assignment}&student_id={student}");
    }

    private Request RequestFor(Grading draft, string method, string path, string page)
        => Request.Make(draft.School, draft.Course.PickGrader(dice), draft.Time, method, path, page, dice);

    private Grade NewGrade(Grading draft)
    {
        var grade = GradeFor(draft.Student, draft.Assignment);
        while (grade == draft.OldGrade)
        {
            grade = GradeFor(draft.Student, draft.Assignment);
        }

        return grade;
    }

    private Grade GradeFor(Student student, Assignment assignment)
    {
        if (dice.Chance(3))
        {
            return Zero(assignment);
        }

        // In halves of a percent: about what the student can do, or extra credit.
        var halves = dice.Chance(3) ? dice.Between(202, 220) : Math.Clamp((student.Ability * 2) + dice.Between(-24, 24), 20, 200);
        var points = assignment.PointsPossible is > 0 and { } possible ? possible : PointsOfBonus;
        var score = assignment.GradingType switch
        {
            GradingType.Completion or GradingType.PassFail => halves >= 120 ? points : 0,
            GradingType.Points => Math.Round(points * halves / 100m, MidpointRounding.AwayFromZero) / 2,
            _ => points * halves / 200m,
        };
        return GradingScheme.GradeOf(score, assignment.PointsPossible, assignment.GradingType);
    }

    private static bool CanChangePoints(Assignment assignment)
        => assignment is { PointsPossible: > 0, GradingType: not (GradingType.Completion or GradingType.PassFail) };

    private static Grade Zero(Assignment assignment) => GradingScheme.GradeOf(0, assignment.PointsPossible, assignment.GradingType);
}
