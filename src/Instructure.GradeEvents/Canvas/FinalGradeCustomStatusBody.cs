using System.Text.Json.Serialization;
using Instructure.GradeEvents.Deduplication;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Canvas;

/// <summary>The body of <c>final_grade_custom_status</c>: somebody put a custom status on a student's final grade, changed it or took it off.</summary>
/// <remarks>Null and missing mean the same. Source: Canvas event documentation, final_grade_custom_status.</remarks>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
public sealed partial record FinalGradeCustomStatusBody : PayloadObject, ICanonical
{
    /// <summary>Makes a FinalGradeCustomStatusBody for you to fill. What stays null is written as null, as Canvas does.</summary>
    public FinalGradeCustomStatusBody() => WriteNulls();

    /// <summary>The course.</summary>
    /// <remarks>A local id. Source: Canvas event documentation, final_grade_custom_status.</remarks>
    [Member("course_id")]
    public required partial CanvasId CourseId { get; init; }

    /// <summary>The enrollment of the student.</summary>
    /// <remarks>A local id. Source: Canvas event documentation, final_grade_custom_status.</remarks>
    [Member("enrollment_id")]
    public required partial CanvasId EnrollmentId { get; init; }

    /// <summary>The grading period whose grade has the status.</summary>
    /// <remarks>A local id. Null for the whole course. Source: Canvas event documentation, final_grade_custom_status.</remarks>
    [Member("grading_period_id")]
    public partial CanvasId? GradingPeriodId { get; init; }

    /// <summary>The name of the status before.</summary>
    /// <remarks>Text. Null when there was none. Source: Canvas event documentation, final_grade_custom_status.</remarks>
    [Member("old_override_status")]
    public partial string? OldOverrideStatus { get; init; }

    /// <summary>The status before.</summary>
    /// <remarks>A local id. Null when there was none. Source: Canvas event documentation, final_grade_custom_status.</remarks>
    [Member("old_override_status_id")]
    public partial CanvasId? OldOverrideStatusId { get; init; }

    /// <summary>The name of the status.</summary>
    /// <remarks>Text, which the institution chose (<c>Withdrawn</c>). Null when it was taken off. Source: Canvas event documentation, final_grade_custom_status.</remarks>
    [Member("override_status")]
    public partial string? OverrideStatus { get; init; }

    /// <summary>The status.</summary>
    /// <remarks>A local id. Null when it was taken off. Source: Canvas event documentation, final_grade_custom_status.</remarks>
    [Member("override_status_id")]
    public partial CanvasId? OverrideStatusId { get; init; }

    /// <summary>The record of scores.</summary>
    /// <remarks>A local id. Source: Canvas event documentation, final_grade_custom_status.</remarks>
    [Member("score_id")]
    public required partial CanvasId ScoreId { get; init; }

    /// <summary>When the status was put on or taken off.</summary>
    /// <remarks>An instant, UTC. Source: Canvas event documentation, final_grade_custom_status.</remarks>
    [Member("updated_at")]
    public required partial DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The student.</summary>
    /// <remarks>A local id. Source: Canvas event documentation, final_grade_custom_status.</remarks>
    [Member("user_id")]
    public required partial CanvasId UserId { get; init; }

    internal override string? Resembling(ulong seen) => CanvasBodies.Resembling(this, Shape, seen);
}
