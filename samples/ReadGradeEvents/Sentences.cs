using System.Globalization;
using Instructure.GradeEvents;
using Instructure.GradeEvents.Caliper;
using Instructure.GradeEvents.Canvas;

namespace ReadGradeEvents;

/// <summary>Says in a sentence what happened in an event. Copy it and change it to what you need.</summary>
internal static class Sentences
{
    /// <summary>A sentence for each event of a payload: a Caliper envelope can have several.</summary>
    public static IEnumerable<string> About(LiveEvent liveEvent)
        => liveEvent is CaliperEnvelope envelope ? envelope.Data.Select(About) : [AboutOne(liveEvent)];

    private static string About(ICaliperItem item) => item switch
    {
        LiveEvent single => AboutOne(single),
        Entity entity => $"no event, but a {entity.Type}: {(entity.Id.TryGetCanvasUrn(out var urn) ? $"{urn.Kind} {urn.Key}" : entity.Id)} [Caliper]",
        _ => $"an item of another kind, {item.Type} [Caliper]",
    };

    private static string AboutOne(LiveEvent single) => single switch
    {
        GradeChangeEvent => About(SubmissionGraded.From(single)[0], single) + " [Canvas]",
        GradeEvent => About(SubmissionGraded.From(single)[0], single) + " [Caliper]",
        CourseGradeChangeEvent change => About(change),
        GradeOverrideEvent change => About(change),
        FinalGradeCustomStatusEvent change => About(change),
        CanvasEvent other => $"{Time(other.Metadata.EventTime)} an event of another kind, {other.Metadata.EventName} [Canvas]",
        CaliperEvent other => $"an event of another kind, {other.Type} [Caliper]",
        _ => $"a payload of another kind, {single.GetType().Name}",
    };

    /// <summary>The same for both formats; what the event doesn't tell is null.</summary>
    private static string About(SubmissionGraded graded, LiveEvent single)
    {
        var grader = graded.IsAutomatic == true ? "automatically" : $"by {Name("user", graded.GraderId)}{(RealUser(single) is { } real ? $" (really user {real})" : null)}";
        var assignment = Name("assignment", graded.AssignmentId) + (graded.AssignmentName is { } name ? $" \"{name}\"" : null);
        var before = single is GradeChangeEvent { Body: var body } ? $"from {Grade(graded.PreviousGrade, graded.PreviousScore, body.OldPointsPossible)} to " : null; // Caliper doesn't tell
        var state = (graded.IsComplete, graded.IsPosted) switch
        {
            (false, false) => ", partly graded and not posted",
            (false, _) => ", partly graded",
            (_, false) => ", not posted",
            _ => null,
        };
        return $"{Time(graded.Time)} {Name("submission", graded.SubmissionId)} of {Name("user", graded.StudentId)} for {assignment} in {Name("course", graded.CourseId)} "
            + $"was graded {grader}: {before}{Grade(graded.Grade, graded.Score, graded.PointsPossible)}{state}";
    }

    /// <summary>Who masquerades as the grader.</summary>
    private static CanvasId? RealUser(LiveEvent single) => single switch
    {
        GradeChangeEvent change => change.Metadata.RealUserId,
        GradeEvent { Actor: Person person } => person.CanvasExtension?.RealUserId,
        _ => null,
    };

    private static string About(CourseGradeChangeEvent change)
    {
        var body = change.Body;
        var by = change.Metadata switch
        {
            { UserId: { } user } => $"by user {user}",
            { JobTag: { } job } => $"by the job {job}",
            _ => "by Canvas",
        };
        return $"{Time(change.Metadata.EventTime)} the scores of user {body.UserId} in course {body.CourseId} were changed {by}: "
            + $"current from {Percent(body.OldCurrentScore)} to {Percent(body.CurrentScore)}, "
            + $"final from {Percent(body.OldFinalScore)} to {Percent(body.FinalScore)} [Canvas]";
    }

    private static string About(GradeOverrideEvent change)
    {
        var body = change.Body;
        return $"{Time(change.Metadata.EventTime)} the override for user {body.UserId} in {Where(body.CourseId, body.GradingPeriodId)} was "
            + $"{(body.OverrideScore is null ? "removed" : "set")} {By(change.Metadata)}: "
            + $"from {Percent(body.OldOverrideScore)} to {Percent(body.OverrideScore)} [Canvas]";
    }

    private static string About(FinalGradeCustomStatusEvent change)
    {
        var body = change.Body;
        return $"{Time(change.Metadata.EventTime)} the status of the final grade of user {body.UserId} in {Where(body.CourseId, body.GradingPeriodId)} was "
            + $"{(body.OverrideStatusId is null ? "removed" : "set")} {By(change.Metadata)}: "
            + $"from {body.OldOverrideStatus ?? "none"} to {body.OverrideStatus ?? "none"} [Canvas]";
    }

    private static string Where(CanvasId course, CanvasId? period) => period is null ? $"course {course}" : $"grading period {period} of course {course}";

    private static string By(CanvasEventMetadata metadata) => metadata.UserId is { } user ? $"by user {user}" : "by Canvas";

    private static string Name(string kind, CanvasId? id) => id is { } known ? $"{kind} {known}" : $"an unknown {kind}";

    private static string Grade(Grade grade, decimal? score, decimal? possible) => (grade.Text, score) switch
    {
        (null, null) => "no grade",
        (_, null) => grade.Text,
        (null, _) => Points(score, possible),
        _ => $"{grade} ({Points(score, possible)})",
    };

    private static string Points(decimal? score, decimal? possible)
        => string.Create(CultureInfo.InvariantCulture, $"{score:0.##} of {possible:0.##}{(possible is null ? "?" : null)}");

    private static string Percent(decimal? score) => score is null ? "none" : string.Create(CultureInfo.InvariantCulture, $"{score:0.##} %");

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
