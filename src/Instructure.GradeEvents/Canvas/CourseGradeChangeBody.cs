using System.Text.Json.Serialization;
using Instructure.GradeEvents.Deduplication;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Canvas;

/// <summary>The body of <c>course_grade_change</c>: a student's scores in a course changed.</summary>
/// <remarks>Null and missing mean the same. Source: Canvas event documentation, course_grade_change.</remarks>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
public sealed partial record CourseGradeChangeBody : PayloadObject, ICanonical
{
    /// <summary>Makes a CourseGradeChangeBody for you to fill. What stays null is written as null, as Canvas does.</summary>
    public CourseGradeChangeBody() => WriteNulls();

    /// <summary>The course.</summary>
    /// <remarks>A local id. Source: Canvas event documentation, course_grade_change.</remarks>
    [Member("course_id")]
    public required partial CanvasId CourseId { get; init; }

    /// <summary>When the record of scores was made, as at enrollment.</summary>
    /// <remarks>An instant, UTC, usually without fraction. Source: Canvas event documentation, course_grade_change.</remarks>
    [Member("created_at")]
    public required partial DateTimeOffset CreatedAt { get; init; }

    /// <summary>The current score in the course.</summary>
    /// <remarks>
    /// Percent; more digits than a decimal holds are rounded here. Null when there is none yet. The published trigger text calls it
    /// <c>course_score</c>. Source: Canvas event documentation, course_grade_change.
    /// </remarks>
    [Member("current_score", Codec = nameof(Codecs.Number))]
    public partial decimal? CurrentScore { get; init; }

    /// <summary>The final score in the course.</summary>
    /// <remarks>
    /// Percent; more digits than a decimal holds are rounded here. Null when there is none yet. Source: Canvas event documentation,
    /// course_grade_change.
    /// </remarks>
    [Member("final_score", Codec = nameof(Codecs.Number))]
    public partial decimal? FinalScore { get; init; }

    /// <summary>The current score in the course, before the change.</summary>
    /// <remarks>
    /// Percent; more digits than a decimal holds are rounded here. Null until a first assignment was handed in. Source: Canvas event documentation,
    /// course_grade_change.
    /// </remarks>
    [Member("old_current_score", Codec = nameof(Codecs.Number))]
    public partial decimal? OldCurrentScore { get; init; }

    /// <summary>The final score in the course, before the change.</summary>
    /// <remarks>
    /// Percent; more digits than a decimal holds are rounded here. 0.0 until a first assignment was handed in. Source: Canvas event documentation,
    /// course_grade_change.
    /// </remarks>
    [Member("old_final_score", Codec = nameof(Codecs.Number))]
    public partial decimal? OldFinalScore { get; init; }

    /// <summary>The current score in the course, with what is not posted, before the change.</summary>
    /// <remarks>
    /// Percent; more digits than a decimal holds are rounded here. Null until a first assignment was handed in. Source: Canvas event documentation,
    /// course_grade_change.
    /// </remarks>
    [Member("old_unposted_current_score", Codec = nameof(Codecs.Number))]
    public partial decimal? OldUnpostedCurrentScore { get; init; }

    /// <summary>The final score in the course, with what is not posted, before the change.</summary>
    /// <remarks>
    /// Percent; more digits than a decimal holds are rounded here. Null until a first assignment was handed in. Source: Canvas event documentation,
    /// course_grade_change.
    /// </remarks>
    [Member("old_unposted_final_score", Codec = nameof(Codecs.Number))]
    public partial decimal? OldUnpostedFinalScore { get; init; }

    /// <summary>The current score in the course, with what is not posted.</summary>
    /// <remarks>
    /// Percent; more digits than a decimal holds are rounded here. Null when there is none yet. Source: Canvas event documentation,
    /// course_grade_change.
    /// </remarks>
    [Member("unposted_current_score", Codec = nameof(Codecs.Number))]
    public partial decimal? UnpostedCurrentScore { get; init; }

    /// <summary>The final score in the course, with what is not posted.</summary>
    /// <remarks>
    /// Percent; more digits than a decimal holds are rounded here. Null when there is none yet. Source: Canvas event documentation,
    /// course_grade_change.
    /// </remarks>
    [Member("unposted_final_score", Codec = nameof(Codecs.Number))]
    public partial decimal? UnpostedFinalScore { get; init; }

    /// <summary>When the record of scores changed: when the event was sent.</summary>
    /// <remarks>An instant, UTC, usually without fraction. Source: Canvas event documentation, course_grade_change.</remarks>
    [Member("updated_at")]
    public required partial DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The student.</summary>
    /// <remarks>A local id. Source: Canvas event documentation, course_grade_change.</remarks>
    [Member("user_id")]
    public required partial CanvasId UserId { get; init; }

    /// <summary>The state of the record of scores.</summary>
    /// <remarks><c>active</c> or <c>deleted</c>; other texts are kept. Source: Canvas event documentation, course_grade_change.</remarks>
    [Member("workflow_state")]
    public required partial string WorkflowState { get; init; }

    internal override string? Resembling(ulong seen) => CanvasBodies.Resembling(this, Shape, seen);
}
