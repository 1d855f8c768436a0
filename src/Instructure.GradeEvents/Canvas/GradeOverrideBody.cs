using System.Text.Json.Serialization;
using Instructure.GradeEvents.Deduplication;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Canvas;

/// <summary>The body of <c>grade_override</c>: somebody set or removed an override of a student's course score.</summary>
/// <remarks>
/// Sent only when the override changes the score. Null and missing mean the same. Source: Canvas event documentation, grade_override.
/// </remarks>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
public sealed partial record GradeOverrideBody : PayloadObject, ICanonical
{
    /// <summary>Makes a GradeOverrideBody for you to fill. What stays null is written as null, as Canvas does.</summary>
    public GradeOverrideBody() => WriteNulls();

    /// <summary>The course.</summary>
    /// <remarks>A local id. Source: Canvas event documentation, grade_override.</remarks>
    [Member("course_id")]
    public required partial CanvasId CourseId { get; init; }

    /// <summary>The enrollment of the student.</summary>
    /// <remarks>A local id. Source: Canvas event documentation, grade_override.</remarks>
    [Member("enrollment_id")]
    public required partial CanvasId EnrollmentId { get; init; }

    /// <summary>The grading period whose score is overridden.</summary>
    /// <remarks>A local id. Null for the whole course. Source: Canvas event documentation, grade_override.</remarks>
    [Member("grading_period_id")]
    public partial CanvasId? GradingPeriodId { get; init; }

    /// <summary>The override before.</summary>
    /// <remarks>
    /// Percent; more digits than a decimal holds are rounded here. Null when there was none. Source: Canvas event documentation, grade_override.
    /// </remarks>
    [Member("old_override_score", Codec = nameof(Codecs.Number))]
    public partial decimal? OldOverrideScore { get; init; }

    /// <summary>The override.</summary>
    /// <remarks>
    /// Percent; more digits than a decimal holds are rounded here. Null when it was removed. Source: Canvas event documentation, grade_override.
    /// </remarks>
    [Member("override_score", Codec = nameof(Codecs.Number))]
    public partial decimal? OverrideScore { get; init; }

    /// <summary>The record of scores.</summary>
    /// <remarks>A local id. Source: Canvas event documentation, grade_override.</remarks>
    [Member("score_id")]
    public required partial CanvasId ScoreId { get; init; }

    /// <summary>When it was set or removed.</summary>
    /// <remarks>An instant, UTC. Source: Canvas event documentation, grade_override.</remarks>
    [Member("updated_at")]
    public required partial DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The student.</summary>
    /// <remarks>A local id. Source: Canvas event documentation, grade_override.</remarks>
    [Member("user_id")]
    public required partial CanvasId UserId { get; init; }

    internal override string? Resembling(ulong seen) => CanvasBodies.Resembling(this, Shape, seen);
}
