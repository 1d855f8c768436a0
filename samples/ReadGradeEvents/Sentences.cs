using System.Globalization;
using Instructure.GradeEvents;
using Instructure.GradeEvents.Caliper;
using Instructure.GradeEvents.Canvas;

namespace ReadGradeEvents;

/// <summary>Says in a sentence what happened in an event. Copy it and change it to what you need.</summary>
internal static class Sentences
{
    /// <summary>A sentence for each event of a payload: a Caliper envelope can have several.</summary>
    public static IEnumerable<string> About(LiveEvent liveEvent) => liveEvent switch
    {
        CaliperEnvelope envelope => envelope.Data.Select(About),
        CaliperEvent bare => [About((ICaliperItem)bare)],
        GradeChangeEvent change => [About(change)],
        CourseGradeChangeEvent change => [About(change)],
        GradeOverrideEvent change => [About(change)],
        FinalGradeCustomStatusEvent change => [About(change)],
        CanvasEvent other => [$"{Time(other.Metadata.EventTime)} an event of another kind, {other.Metadata.EventName} [Canvas]"],
        _ => [$"a payload of another kind, {liveEvent.GetType().Name}"],
    };

    private static string About(ICaliperItem item) => item switch
    {
        GradeEvent graded => About(graded),
        CaliperEvent other => $"an event of another kind, {other.Type} [Caliper]",
        Entity entity => $"no event, but a {entity.Type}: {Name(entity)} [Caliper]",
        _ => $"an item of another kind, {item.Type} [Caliper]",
    };

    private static string About(GradeEvent graded)
    {
        // The score or the attempt can be thinned to its IRI; then there is nothing but the id.
        var attempt = graded.Object;
        var score = graded.Generated;
        var grader = graded.Actor switch
        {
            SoftwareApplication => "automatically",
            Person { CanvasExtension.RealUserId: { } real } person => $"by {Name(person)} (really user {real})",
            var actor => $"by {Name(actor)}",
        };
        var grade = score?.CanvasExtension?.Grade ?? attempt.CanvasExtension?.Grade;
        return $"{Time(graded.EventTime)} {Name(attempt)} of {Name(attempt.Assignee, "an unknown user")} "
            + $"for {Name(attempt.Assignable, "an unknown assignment")} in {Name(graded.Group, "an unknown course")} "
            + $"was graded {grader}: {Grade(grade, score?.ScoreGiven, score?.MaxScore)} [Caliper]";
    }

    private static string About(GradeChangeEvent change)
    {
        var body = change.Body;
        var grader = (body.GraderId, change.Metadata.RealUserId) switch
        {
            (null, _) => "automatically",
            ({ } user, { } real) => $"by user {user} (really user {real})",
            ({ } user, null) => $"by user {user}",
        };
        var state = (body.GradingComplete, body.Muted) switch
        {
            (false, true) => ", partly graded and not posted",
            (false, _) => ", partly graded",
            (_, true) => ", not posted",
            _ => string.Empty, // also when nobody tells, as in the first years
        };
        return $"{Time(change.Metadata.EventTime)} submission {body.SubmissionId} of user {body.StudentId} "
            + $"for assignment {body.AssignmentId}{(body.AssignmentName is { } name ? $" \"{name}\"" : null)} "
            + $"in {(change.Metadata is { ContextType: "Course", ContextId: { } course } ? $"course {course}" : "an unknown course")} was graded {grader}: "
            + $"from {Grade(body.OldGrade, body.OldScore, body.OldPointsPossible)} to {Grade(body.Grade, body.Score, body.PointsPossible)}{state} [Canvas]";
    }

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

    private static string Name(Entity? entity, string nobody = "nobody") => entity switch
    {
        null => nobody,
        _ when entity.Id.TryGetCanvasUrn(out var urn) => $"{urn.Kind} {urn.Key}",
        _ => entity.Id.ToString(),
    };

    private static string Grade(string? grade, decimal? score, decimal? possible) => (grade, score) switch
    {
        (null, null) => "no grade",
        (_, null) => grade,
        (null, _) => Points(score, possible),
        _ => $"{grade} ({Points(score, possible)})",
    };

    private static string Points(decimal? score, decimal? possible)
        => string.Create(CultureInfo.InvariantCulture, $"{score:0.##} of {possible:0.##}{(possible is null ? "?" : null)}");

    private static string Percent(decimal? score) => score is null ? "none" : string.Create(CultureInfo.InvariantCulture, $"{score:0.##} %");

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
