using System.Globalization;
using Instructure.GradeEvents.Caliper;
using Instructure.GradeEvents.Canvas;

namespace Instructure.GradeEvents;

/// <summary>What an event is in one short line, the same in every culture, and without personal data but for ids.</summary>
internal static class EventLine
{
    private const int LongestName = 80;
    private const int LongestGrade = 40;

    /// <summary>Instead of the deduplication key, which takes long to compute and is not in the line.</summary>
    private const string NoKey = "";

    internal static string Of(LiveEvent liveEvent) => liveEvent switch
    {
        CanvasEvent canvas => PrintableText.Of(canvas.Metadata.EventName, LongestName) + " " + Of(canvas.Metadata.EventTime, About(canvas)),
        GradeEvent graded => "GradeEvent " + SubmissionGraded.From(graded, NoKey),
        UnknownCaliperEvent unknown => PrintableText.Of(unknown.Type, LongestName) + (unknown.Id is { } id ? " " + PrintableText.Of(id.ToString(), LongestName) : null),
        CaliperEnvelope { Data: { Count: 1 } data } when data[0] is CaliperEvent only => "envelope of " + Of(only),
        CaliperEnvelope envelope => FormattableString.Invariant($"envelope of {envelope.Data.Count} {(envelope.Data.Count == 1 ? "item" : "items")}"),
        _ => liveEvent.GetType().Name,
    };

    internal static string Of(SubmissionGraded graded)
        => "submission " + Of(graded.SubmissionId) + ": " + (graded.Grade.Text is { } text ? Quote(text) + Points(graded, " (", ")") : graded.Score is null ? "no grade" : Points(graded));

    internal static string Of(DateTimeOffset time, string? about)
        => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture) + (about is null ? null : " " + about);

    private static string? About(CanvasEvent canvas) => canvas switch
    {
        GradeChangeEvent change => Of(SubmissionGraded.From(change, NoKey)),
        CourseGradeChangeEvent { Body: var body } => $"course {Of(body.CourseId)} user {Of(body.UserId)}: current {Of(body.CurrentScore)}, final {Of(body.FinalScore)}",
        GradeOverrideEvent { Body: var body } => $"course {Of(body.CourseId)} user {Of(body.UserId)}: override {Of(body.OverrideScore)}",
        FinalGradeCustomStatusEvent { Body: var body } => $"course {Of(body.CourseId)} user {Of(body.UserId)}: status {(body.OverrideStatus is { } status ? Quote(status) : "none")}",
        _ => null,
    };

    private static string Quote(string text) => "\"" + PrintableText.Of(text, LongestGrade) + "\"";

    private static string? Points(SubmissionGraded graded, string? before = null, string? after = null)
        => graded.Score is null ? null : before + Of(graded.Score) + (graded.PointsPossible is null ? null : " of " + Of(graded.PointsPossible)) + after;

    private static string Of(CanvasId? id) => id is { IsSet: true } known ? known.ToString("S") : "unknown";

    private static string Of(decimal? score) => score?.ToString(CultureInfo.InvariantCulture) ?? "none";
}
