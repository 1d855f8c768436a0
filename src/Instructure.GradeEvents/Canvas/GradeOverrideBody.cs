using System.Text.Json;
using System.Text.Json.Serialization;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Canvas;

/// <summary>The body of <c>grade_override</c>: somebody set or removed an override of a student's course score.</summary>
/// <remarks>
/// Sent only when the override changes the score. Null and missing mean the same. Source: Canvas event documentation, grade_override.
/// </remarks>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
public sealed record GradeOverrideBody : PayloadObject
{
    internal static readonly RecordShape<GradeOverrideBody> Shape = new(
        "GradeOverrideBody",
        static () => new() { ScoreId = default, EnrollmentId = default, UserId = default, CourseId = default, UpdatedAt = default },
        [
            RecordMember.Required("course_id", Codecs.Id, static (GradeOverrideBody g) => ref g._courseId),
            RecordMember.Required("enrollment_id", Codecs.Id, static (GradeOverrideBody g) => ref g._enrollmentId),
            RecordMember.Optional("grading_period_id", Codecs.OptionalId, static (GradeOverrideBody g) => ref g._gradingPeriodId),
            RecordMember.Optional("old_override_score", Codecs.Number.Nullable(), static (GradeOverrideBody g) => ref g._oldOverrideScore),
            RecordMember.Optional("override_score", Codecs.Number.Nullable(), static (GradeOverrideBody g) => ref g._overrideScore),
            RecordMember.Required("score_id", Codecs.Id, static (GradeOverrideBody g) => ref g._scoreId),
            RecordMember.Required("updated_at", Codecs.CanvasTime, static (GradeOverrideBody g) => ref g._updatedAt),
            RecordMember.Required("user_id", Codecs.Id, static (GradeOverrideBody g) => ref g._userId),
        ],
        CanvasBodies.HintAt);

    private CanvasId _scoreId;
    private CanvasId _enrollmentId;
    private CanvasId _userId;
    private CanvasId _courseId;
    private CanvasId? _gradingPeriodId;
    private decimal? _overrideScore;
    private decimal? _oldOverrideScore;
    private DateTimeOffset _updatedAt;

    /// <summary>The record of scores.</summary>
    /// <remarks>A local id. Source: Canvas event documentation, grade_override.</remarks>
    public required CanvasId ScoreId { get => _scoreId; init => _scoreId = value; }

    /// <summary>The enrollment of the student.</summary>
    /// <remarks>A local id. Source: Canvas event documentation, grade_override.</remarks>
    public required CanvasId EnrollmentId { get => _enrollmentId; init => _enrollmentId = value; }

    /// <summary>The student.</summary>
    /// <remarks>A local id. Source: Canvas event documentation, grade_override.</remarks>
    public required CanvasId UserId { get => _userId; init => _userId = value; }

    /// <summary>The course.</summary>
    /// <remarks>A local id. Source: Canvas event documentation, grade_override.</remarks>
    public required CanvasId CourseId { get => _courseId; init => _courseId = value; }

    /// <summary>The grading period whose score is overridden.</summary>
    /// <remarks>A local id. Null for the whole course. Source: Canvas event documentation, grade_override.</remarks>
    public CanvasId? GradingPeriodId { get => _gradingPeriodId; init => _gradingPeriodId = value; }

    /// <summary>The override.</summary>
    /// <remarks>
    /// Percent; more digits than a decimal holds are rounded here. Null when it was removed. Source: Canvas event documentation, grade_override.
    /// </remarks>
    public decimal? OverrideScore { get => _overrideScore; init => _overrideScore = value; }

    /// <summary>The override before.</summary>
    /// <remarks>
    /// Percent; more digits than a decimal holds are rounded here. Null when there was none. Source: Canvas event documentation, grade_override.
    /// </remarks>
    public decimal? OldOverrideScore { get => _oldOverrideScore; init => _oldOverrideScore = value; }

    /// <summary>When it was set or removed.</summary>
    /// <remarks>An instant, UTC. Source: Canvas event documentation, grade_override.</remarks>
    public required DateTimeOffset UpdatedAt { get => _updatedAt; init => _updatedAt = value; }

    internal override void WriteTo(Utf8JsonWriter writer) => Shape.Write(writer, this);
}
