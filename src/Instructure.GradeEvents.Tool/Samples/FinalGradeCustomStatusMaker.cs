using Instructure.GradeEvents.Canvas;

namespace Instructure.GradeEvents.Tool.Samples;

/// <summary>Makes <c>final_grade_custom_status</c> events: teachers put a status on a final grade, change it and take it off, at any time of the term.</summary>
internal sealed class FinalGradeCustomStatusMaker(Dice dice)
{
    /// <summary>The statuses that the institutions made up, with their local ids.</summary>
    private static readonly Status[] s_statuses = [new(3, "Withdrawn"), new(4, "Incomplete"), new(7, "Audit"), new(12, "Medical leave")];

    private readonly Dictionary<CanvasId, (int Day, Status? Status)> _last = [];

    internal FinalGradeCustomStatusEvent Next()
    {
        var school = Schools.Pick(dice);
        var course = dice.Pick(school.Courses);
        var student = dice.Pick(course.Students);
        var period = dice.Chance(20) ? dice.Below(school.GradingPeriods.Count + 1) : 0;
        var scoreId = course.ScoreOf(student, period);

        // What we heard of the student before goes on, until the term is over.
        var key = school.GlobalId(scoreId);
        var isKnown = _last.TryGetValue(key, out var last);
        var nextDay = school.Term.DayAfter(isKnown ? last.Day : null, most: 20, dice);
        var old = nextDay is not null ? last.Status : dice.Chance(15) ? dice.Pick(s_statuses) : null;
        var day = nextDay ?? dice.Between(4, school.Term.LastDay);

        var time = school.Term.TimeOfWork(dice, day);
        var status = old is not null && dice.Chance(60) ? null : dice.Pick([.. s_statuses.Where(other => other != old)]);
        _last[key] = (school.Term.DayOf(time), status);

        var request = Request.Make(school, course.PickGrader(dice), time, "POST", "/api/graphql", $"/courses/{course.Id}/gradebook", dice);
        return new()
        {
            MetadataIsNamedAttributes = school.IsSelfHosted,
            Metadata = MetadataMaker.Make("final_grade_custom_status", time, school, course, request),
            Body = Blank.For(school).FinalGradeCustomStatus with
            {
                ScoreId = new(scoreId),
                EnrollmentId = new(course.EnrollmentOf(student)),
                UserId = new(student.Id),
                CourseId = new(course.Id),
                GradingPeriodId = period > 0 ? new CanvasId(school.GradingPeriods[period - 1]) : null,
                OverrideStatus = status?.Name,
                OverrideStatusId = IdOf(status),
                OldOverrideStatus = old?.Name,
                OldOverrideStatusId = IdOf(old),
                UpdatedAt = MetadataMaker.ToSeconds(time),
            },
        };
    }

    private static CanvasId? IdOf(Status? status) => status is null ? null : new CanvasId(status.Id);

    private sealed record Status(long Id, string Name);
}
