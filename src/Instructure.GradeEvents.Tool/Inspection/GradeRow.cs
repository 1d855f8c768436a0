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
    internal string? Grader { get; init; }

    internal string? Student { get; init; }

    internal string? Assignment { get; init; }

    internal string? CourseId { get; init; }

    internal string? From { get; init; }

    internal string? To { get; init; }

    /// <summary>The rows of a payload: one for each event, and for each entity that is sent beside them.</summary>
    internal static IReadOnlyList<GradeRow> Of(LiveEvent payload, string source)
        => payload is CaliperEnvelope envelope ? [.. envelope.Data.Select(item => item is LiveEvent single ? OfEvent(single, source) : new(When: null, item.Type, source))] : [OfEvent(payload, source)];

    private static GradeRow OfEvent(LiveEvent single, string source) => single switch
    {
        GradeChangeEvent or GradeEvent => Of(Gradings.Of(single).First(), single, source),
        CourseGradeChangeEvent change => Of(change, source),
        GradeOverrideEvent change => Of(change, source),
        FinalGradeCustomStatusEvent change => Of(change, source),
        CanvasEvent other => new(Time(other.Metadata.EventTime), other.Metadata.EventName, source),
        CaliperEvent other => new(When: null, other.Type, source),
        _ => new(When: null, single.GetType().Name, source),
    };

    private static GradeRow Of(SubmissionGraded graded, LiveEvent single, string source) => new(Time(graded.Time), (single as CanvasEvent)?.Metadata.EventName ?? nameof(GradeEvent), source)
    {
        Grader = graded.IsAutomatic == true ? "automatic" : graded.GraderId is null ? null : Id(graded.GraderId) + (RealUser(single) is { } real ? $" (really {real:S})" : null),
        Student = Id(graded.StudentId),
        Assignment = (graded.AssignmentId, graded.AssignmentName) is ({ } id, { } name) ? $"{id:S} {name}" : Id(graded.AssignmentId) ?? graded.AssignmentName,
        CourseId = Id(graded.CourseId),
        From = Grade(graded.PreviousGrade, graded.PreviousScore, (single as GradeChangeEvent)?.Body.OldPointsPossible) ?? Ungraded(single),
        To = (Grade(graded.Grade, graded.Score, graded.PointsPossible) ?? Ungraded(single)) is { } grade
            ? grade + (graded.IsComplete == false ? ", partly graded" : null) + (graded.IsPosted == false ? ", not posted" : null)
            : null,
    };

    /// <summary>What no grade means: in Caliper that the event doesn't tell.</summary>
    private static string? Ungraded(LiveEvent single) => single is CanvasEvent ? "ungraded" : null;

    private static CanvasId? RealUser(LiveEvent single) => single switch
    {
        GradeChangeEvent change => change.Metadata.RealUserId,
        GradeEvent { Actor: Person person } => person.CanvasExtension?.RealUserId,
        _ => null,
    };

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

    private static string? Id(CanvasId? id) => id?.ToString("S");

    private static string? Grade(Grade grade, decimal? score, decimal? possible) => (grade.Text, score) switch
    {
        (_, null) => grade.Text,
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
