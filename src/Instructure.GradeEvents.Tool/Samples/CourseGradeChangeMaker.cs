using Instructure.GradeEvents.Canvas;

namespace Instructure.GradeEvents.Tool.Samples;

/// <summary>Makes <c>course_grade_change</c> events, where the old scores of a student are those of the event before.</summary>
internal sealed class CourseGradeChangeMaker(Dice dice)
{
    private readonly Dictionary<CanvasId, CourseScores> _last = [];

    internal CourseGradeChangeEvent Next()
    {
        var school = Schools.Pick(dice);
        var course = dice.Pick(school.Courses);
        var student = dice.Pick(course.Students);
        var enrollmentId = school.GlobalId(course.EnrollmentOf(student));

        // The first that we hear of is not always the first that there was. After the last day all begins anew.
        var term = school.Term;
        var last = _last.GetValueOrDefault(enrollmentId);
        var nextDay = term.DayAfter(last?.Day, most: 12, dice);
        var isFirst = nextDay is null && dice.Chance(25);
        var day = nextDay ?? dice.Between(4, isFirst ? Term.FridayOf(5) : term.LastDay);
        var old = isFirst ? null : nextDay is null ? ScoresOn(day - dice.Between(1, 3), student, term) : last;

        var isByJob = dice.Chance(90);
        var time = isByJob ? term.TimeOfStudy(dice, day) : term.TimeOfWork(dice, day);
        Origin origin = isByJob ? Job.Run(Job.ComputeScores, dice) : RequestFor(school, course, time);
        var scores = ScoresOn(term.DayOf(time), student, term);
        _last[enrollmentId] = scores;

        return new()
        {
            MetadataIsNamedAttributes = school.IsSelfHosted,
            Metadata = MetadataMaker.Make("course_grade_change", time, school, course, origin),
            Body = Blank.For(school).CourseGradeChange with
            {
                UserId = new(student.Id),
                CourseId = new(course.Id),
                WorkflowState = dice.Chance(2) ? "deleted" : "active",
                CreatedAt = EnrolledAt(school, enrollmentId),
                UpdatedAt = MetadataMaker.ToSeconds(time),
                CurrentScore = RubyFloat.From(scores.Current),
                OldCurrentScore = RubyFloat.From(old?.Current),
                FinalScore = RubyFloat.From(scores.Final),
                OldFinalScore = RubyFloat.From(old?.Final ?? 0), // alone is not null before the first submission
                UnpostedCurrentScore = RubyFloat.From(scores.UnpostedCurrent),
                OldUnpostedCurrentScore = RubyFloat.From(old?.UnpostedCurrent),
                UnpostedFinalScore = RubyFloat.From(scores.UnpostedFinal),
                OldUnpostedFinalScore = RubyFloat.From(old?.UnpostedFinal),
            },
        };
    }

    /// <summary>In whole hundredths of a percent, as Canvas rounds them.</summary>
    private CourseScores ScoresOn(int day, Student student, Term term)
    {
        var current = Math.Clamp((student.Ability * 100) + dice.Between(-800, 800), 0, 10_000);
        var unposted = dice.Chance(15) ? Math.Clamp(current + dice.Between(-400, 400), 0, 10_000) : current;
        return new(day, current / 100m, ShareOf(current) / 100m, unposted / 100m, ShareOf(unposted) / 100m);

        // So much as there was of the term until that day.
        int ShareOf(int score) => score * day / term.LastDay;
    }

    /// <summary>The request of somebody who graded.</summary>
    private Request RequestFor(School school, Course course, DateTimeOffset time)
    {
        var page = $"/courses/{course.Id}/gradebook";
        return Request.Make(school, course.PickGrader(dice), time, "POST", $"{page}/update_submission", page, dice);
    }

    /// <summary>In the weeks before the term: always the same time for an enrollment.</summary>
    private static DateTimeOffset EnrolledAt(School school, CanvasId enrollmentId)
    {
        var dice = new Dice(enrollmentId.Value);
        return MetadataMaker.ToSeconds(school.Term.TimeOfWork(dice, day: -dice.Between(4, 25)));
    }
}
