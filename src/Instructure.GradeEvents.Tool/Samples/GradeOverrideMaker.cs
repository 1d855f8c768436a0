using Instructure.GradeEvents.Canvas;

namespace Instructure.GradeEvents.Tool.Samples;

/// <summary>Makes <c>grade_override</c> events: teachers set, change and remove overrides in the last weeks of the term.</summary>
internal sealed class GradeOverrideMaker(Dice dice)
{
    private readonly Dictionary<CanvasId, (int Day, decimal? Score)> _last = [];

    internal GradeOverrideEvent Next()
    {
        var school = Schools.Pick(dice);
        var course = dice.Pick(school.Courses);
        var student = dice.Pick(course.Students);

        var period = dice.Chance(30) ? dice.Below(school.GradingPeriods.Count + 1) : 0;
        var scoreId = course.ScoreOf(student, period);

        // Changed or removed, or the first that we hear of: there may have been one before.
        var key = school.GlobalId(scoreId);
        var isKnown = _last.TryGetValue(key, out var last);
        var nextDay = school.Term.DayAfter(isKnown ? last.Day : null, most: 5, dice);
        var old = nextDay is not null ? last.Score : dice.Chance(25) ? PickScore(student) : (decimal?)null;
        var day = nextDay ?? (school.Term.LastDay - dice.Below(18));

        var time = school.Term.TimeOfWork(dice, day);
        var score = old is not null && dice.Chance(40) ? (decimal?)null : PickScoreOtherThan(old, student);
        _last[key] = (school.Term.DayOf(time), score);

        var request = Request.Make(school, course.PickGrader(dice), time, "POST", "/api/graphql", $"/courses/{course.Id}/gradebook", dice);
        return new()
        {
            MetadataIsNamedAttributes = school.IsSelfHosted,
            Metadata = MetadataMaker.Make("grade_override", time, school, course, request),
            Body = Blank.For(school).GradeOverride with
            {
                ScoreId = new(scoreId),
                EnrollmentId = new(course.EnrollmentOf(student)),
                UserId = new(student.Id),
                CourseId = new(course.Id),
                GradingPeriodId = period > 0 ? new CanvasId(school.GradingPeriods[period - 1]) : null,
                OverrideScore = RubyFloat.From(score),
                OldOverrideScore = RubyFloat.From(old),
                UpdatedAt = MetadataMaker.ToSeconds(time),
            },
        };
    }

    /// <summary>Most overrides lift a student to where the next letter begins.</summary>
    private decimal PickScore(Student student)
    {
        var wanted = Math.Min(student.Ability + dice.Below(8), 100);
        return wanted <= GradingScheme.Bands[0].Percent && dice.Chance(80)
            ? GradingScheme.Bands.Last(band => band.Percent >= wanted).Percent
            : wanted - (dice.Below(2) / 2m);
    }

    private decimal PickScoreOtherThan(decimal? old, Student student)
    {
        var score = PickScore(student);
        while (score == old)
        {
            score = PickScore(student);
        }

        return score;
    }
}
