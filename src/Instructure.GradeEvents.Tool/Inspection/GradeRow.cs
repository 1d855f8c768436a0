using System.Globalization;
using Instructure.GradeEvents.Caliper;
using Instructure.GradeEvents.Canvas;

namespace Instructure.GradeEvents.Tool.Inspection;

/// <summary>What a person wants to know of an event, in words. What it doesn't say is null.</summary>
/// <param name="When">The time of the event.</param>
/// <param name="What">The name of the event.</param>
/// <param name="Source">Where it was found.</param>
internal sealed record GradeRow(string? When, string What, string Source)
{
    private const string Course = "Course";

    internal string? Grader { get; init; }

    internal string? Student { get; init; }

    internal string? Assignment { get; init; }

    internal string? CourseId { get; init; }

    internal string? From { get; init; }

    internal string? To { get; init; }

    /// <summary>The rows of a payload: one for each event, and for each entity that is sent beside them.</summary>
    internal static IReadOnlyList<GradeRow> Of(LiveEvent payload, string source) => payload switch
    {
        CaliperEnvelope envelope => [.. envelope.Data.Select(item => OfItem(item, source))],
        CaliperEvent bare => [OfItem(bare, source)],
        GradeChangeEvent change => [Of(change, source)],
        CourseGradeChangeEvent change => [Of(change, source)],
        GradeOverrideEvent change => [Of(change, source)],
        FinalGradeCustomStatusEvent change => [Of(change, source)],
        CanvasEvent other => [new(Time(other.Metadata.EventTime), other.Metadata.EventName, source)],
        _ => [new(When: null, payload.GetType().Name, source)],
    };

    private static GradeRow OfItem(ICaliperItem item, string source) => item is not GradeEvent graded
        ? new(When: null, item.Type, source)
        : new(Time(graded.EventTime), item.Type, source)
        {
            Grader = graded.Actor switch
            {
                SoftwareApplication => "automatic",
                Person { CanvasExtension.RealUserId: { } real } person => $"{Id(person)} (really {real:S})",
                var actor => Id(actor),
            },
            Student = Id(graded.Object.Assignee ?? graded.Generated?.Attempt?.Assignee),
            Assignment = Id(graded.Object.Assignable ?? graded.Generated?.Attempt?.Assignable),
            CourseId = Id(graded.Group),
            To = Grade(graded.Generated?.CanvasExtension?.Grade ?? graded.Object.CanvasExtension?.Grade, graded.Generated?.ScoreGiven, graded.Generated?.MaxScore),
        };

    private static GradeRow Of(GradeChangeEvent change, string source)
    {
        var (body, metadata) = (change.Body, change.Metadata);
        var state = (body.GradingComplete, body.Muted) switch
        {
            (false, true) => ", partly graded, not posted",
            (false, _) => ", partly graded",
            (_, true) => ", not posted",
            _ => null,
        };
        return new(Time(metadata.EventTime), metadata.EventName, source)
        {
            Grader = body.GraderId is { } grader ? $"{grader:S}{(metadata.RealUserId is { } real ? $" (really {real:S})" : null)}" : "automatic",
            Student = $"{body.StudentId:S}",
            Assignment = $"{body.AssignmentId:S}{(body.AssignmentName is { } name ? $" {name}" : null)}",
            CourseId = metadata is { ContextType: Course, ContextId: { } course } ? $"{course:S}" : null,
            From = Grade(body.OldGrade, body.OldScore, body.OldPointsPossible) ?? "ungraded",
            To = (Grade(body.Grade, body.Score, body.PointsPossible) ?? "ungraded") + state,
        };
    }

    private static GradeRow Of(CourseGradeChangeEvent change, string source) => new(Time(change.Metadata.EventTime), change.Metadata.EventName, source)
    {
        Grader = By(change.Metadata) ?? "automatic",
        Student = $"{change.Body.UserId:S}",
        CourseId = $"{change.Body.CourseId:S}",
        From = $"current {Percent(change.Body.OldCurrentScore)}, final {Percent(change.Body.OldFinalScore)}",
        To = $"current {Percent(change.Body.CurrentScore)}, final {Percent(change.Body.FinalScore)}",
    };

    private static GradeRow Of(GradeOverrideEvent change, string source) => new(Time(change.Metadata.EventTime), change.Metadata.EventName, source)
    {
        Grader = By(change.Metadata),
        Student = $"{change.Body.UserId:S}",
        Assignment = change.Body.GradingPeriodId is { } period ? $"grading period {period:S}" : null,
        CourseId = $"{change.Body.CourseId:S}",
        From = $"override {Percent(change.Body.OldOverrideScore)}",
        To = $"override {Percent(change.Body.OverrideScore)}",
    };

    private static GradeRow Of(FinalGradeCustomStatusEvent change, string source) => new(Time(change.Metadata.EventTime), change.Metadata.EventName, source)
    {
        Grader = By(change.Metadata),
        Student = $"{change.Body.UserId:S}",
        Assignment = change.Body.GradingPeriodId is { } period ? $"grading period {period:S}" : null,
        CourseId = $"{change.Body.CourseId:S}",
        From = Status(change.Body.OldOverrideStatus, change.Body.OldOverrideStatusId),
        To = Status(change.Body.OverrideStatus, change.Body.OverrideStatusId),
    };

    private static string? By(CanvasEventMetadata metadata) => (metadata.UserId, metadata.RealUserId) switch
    {
        ({ } user, { } real) => $"{user:S} (really {real:S})",
        ({ } user, null) => $"{user:S}",
        _ => null,
    };

    private static string? Id(Entity? entity) => entity switch
    {
        null => null,
        _ when entity.Id.TryGetCanvasUrn(out var urn) && urn.Id is { } id => $"{id:S}",
        _ => entity.Id.ToString(),
    };

    private static string? Grade(string? grade, decimal? score, decimal? possible) => (grade, score) switch
    {
        (_, null) => grade,
        (null, _) => Points(score, possible),
        _ => $"{grade} ({Points(score, possible)})",
    };

    private static string Points(decimal? score, decimal? possible)
        => string.Create(CultureInfo.InvariantCulture, $"{score:0.##} of {(possible is null ? "?" : string.Create(CultureInfo.InvariantCulture, $"{possible:0.##}"))}");

    private static string Percent(decimal? score) => score is null ? "none" : string.Create(CultureInfo.InvariantCulture, $"{score:0.##} %");

    private static string Status(string? name, CanvasId? id) => (name, id) switch
    {
        (null, null) => "no status",
        (null, { } known) => $"status {known:S}",
        _ => $"status {name}",
    };

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
