using System.Text.Json;
using System.Text.Json.Serialization;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Canvas;

/// <summary>The body of <c>course_grade_change</c>: a student's scores in a course changed.</summary>
/// <remarks>Null and missing mean the same. Source: Canvas event documentation, course_grade_change.</remarks>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
public sealed record CourseGradeChangeBody : PayloadObject
{
    internal static readonly RecordShape<CourseGradeChangeBody> Shape = new(
        "CourseGradeChangeBody",
        static () => new() { UserId = default, CourseId = default, WorkflowState = string.Empty, CreatedAt = default, UpdatedAt = default },
        [
            RecordMember.Required("course_id", Codecs.Id, static (CourseGradeChangeBody c) => ref c._courseId),
            RecordMember.Required("created_at", Codecs.CanvasTime, static (CourseGradeChangeBody c) => ref c._createdAt),
            RecordMember.Optional("current_score", Codecs.Number.Nullable(), static (CourseGradeChangeBody c) => ref c._currentScore),
            RecordMember.Optional("final_score", Codecs.Number.Nullable(), static (CourseGradeChangeBody c) => ref c._finalScore),
            RecordMember.Optional("old_current_score", Codecs.Number.Nullable(), static (CourseGradeChangeBody c) => ref c._oldCurrentScore),
            RecordMember.Optional("old_final_score", Codecs.Number.Nullable(), static (CourseGradeChangeBody c) => ref c._oldFinalScore),
            RecordMember.Optional("old_unposted_current_score", Codecs.Number.Nullable(), static (CourseGradeChangeBody c) => ref c._oldUnpostedCurrentScore),
            RecordMember.Optional("old_unposted_final_score", Codecs.Number.Nullable(), static (CourseGradeChangeBody c) => ref c._oldUnpostedFinalScore),
            RecordMember.Optional("unposted_current_score", Codecs.Number.Nullable(), static (CourseGradeChangeBody c) => ref c._unpostedCurrentScore),
            RecordMember.Optional("unposted_final_score", Codecs.Number.Nullable(), static (CourseGradeChangeBody c) => ref c._unpostedFinalScore),
            RecordMember.Required("updated_at", Codecs.CanvasTime, static (CourseGradeChangeBody c) => ref c._updatedAt),
            RecordMember.Required("user_id", Codecs.Id, static (CourseGradeChangeBody c) => ref c._userId),
            RecordMember.Required("workflow_state", Codecs.Text, static (CourseGradeChangeBody c) => ref c._workflowState),
        ],
        CanvasBodies.HintAt);

    private CanvasId _userId;
    private CanvasId _courseId;
    private string? _workflowState;
    private DateTimeOffset _createdAt;
    private DateTimeOffset _updatedAt;
    private decimal? _currentScore;
    private decimal? _oldCurrentScore;
    private decimal? _finalScore;
    private decimal? _oldFinalScore;
    private decimal? _unpostedCurrentScore;
    private decimal? _oldUnpostedCurrentScore;
    private decimal? _unpostedFinalScore;
    private decimal? _oldUnpostedFinalScore;

    /// <summary>The student.</summary>
    /// <remarks>A local id. Source: Canvas event documentation, course_grade_change.</remarks>
    public required CanvasId UserId { get => _userId; init => _userId = value; }

    /// <summary>The course.</summary>
    /// <remarks>A local id. Source: Canvas event documentation, course_grade_change.</remarks>
    public required CanvasId CourseId { get => _courseId; init => _courseId = value; }

    /// <summary>The state of the record of scores.</summary>
    /// <remarks><c>active</c> or <c>deleted</c>; other texts are kept. Source: Canvas event documentation, course_grade_change.</remarks>
    public required string WorkflowState
    {
        get => _workflowState!;
        init => _workflowState = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>When the record of scores was made, as at enrollment.</summary>
    /// <remarks>An instant, UTC, usually without fraction. Source: Canvas event documentation, course_grade_change.</remarks>
    public required DateTimeOffset CreatedAt { get => _createdAt; init => _createdAt = value; }

    /// <summary>When the record of scores changed: when the event was sent.</summary>
    /// <remarks>An instant, UTC, usually without fraction. Source: Canvas event documentation, course_grade_change.</remarks>
    public required DateTimeOffset UpdatedAt { get => _updatedAt; init => _updatedAt = value; }

    /// <summary>The current score in the course.</summary>
    /// <remarks>
    /// Percent; more digits than a decimal holds are rounded here. Null when there is none yet. The published trigger text calls it
    /// <c>course_score</c>. Source: Canvas event documentation, course_grade_change.
    /// </remarks>
    public decimal? CurrentScore { get => _currentScore; init => _currentScore = value; }

    /// <summary>The current score in the course, before the change.</summary>
    /// <remarks>
    /// Percent; more digits than a decimal holds are rounded here. Null until a first assignment was handed in. Source: Canvas event documentation,
    /// course_grade_change.
    /// </remarks>
    public decimal? OldCurrentScore { get => _oldCurrentScore; init => _oldCurrentScore = value; }

    /// <summary>The final score in the course.</summary>
    /// <remarks>
    /// Percent; more digits than a decimal holds are rounded here. Null when there is none yet. Source: Canvas event documentation,
    /// course_grade_change.
    /// </remarks>
    public decimal? FinalScore { get => _finalScore; init => _finalScore = value; }

    /// <summary>The final score in the course, before the change.</summary>
    /// <remarks>
    /// Percent; more digits than a decimal holds are rounded here. 0.0 until a first assignment was handed in. Source: Canvas event documentation,
    /// course_grade_change.
    /// </remarks>
    public decimal? OldFinalScore { get => _oldFinalScore; init => _oldFinalScore = value; }

    /// <summary>The current score in the course, with what is not posted.</summary>
    /// <remarks>
    /// Percent; more digits than a decimal holds are rounded here. Null when there is none yet. Source: Canvas event documentation,
    /// course_grade_change.
    /// </remarks>
    public decimal? UnpostedCurrentScore { get => _unpostedCurrentScore; init => _unpostedCurrentScore = value; }

    /// <summary>The current score in the course, with what is not posted, before the change.</summary>
    /// <remarks>
    /// Percent; more digits than a decimal holds are rounded here. Null until a first assignment was handed in. Source: Canvas event documentation,
    /// course_grade_change.
    /// </remarks>
    public decimal? OldUnpostedCurrentScore { get => _oldUnpostedCurrentScore; init => _oldUnpostedCurrentScore = value; }

    /// <summary>The final score in the course, with what is not posted.</summary>
    /// <remarks>
    /// Percent; more digits than a decimal holds are rounded here. Null when there is none yet. Source: Canvas event documentation,
    /// course_grade_change.
    /// </remarks>
    public decimal? UnpostedFinalScore { get => _unpostedFinalScore; init => _unpostedFinalScore = value; }

    /// <summary>The final score in the course, with what is not posted, before the change.</summary>
    /// <remarks>
    /// Percent; more digits than a decimal holds are rounded here. Null until a first assignment was handed in. Source: Canvas event documentation,
    /// course_grade_change.
    /// </remarks>
    public decimal? OldUnpostedFinalScore { get => _oldUnpostedFinalScore; init => _oldUnpostedFinalScore = value; }

    internal override void WriteTo(Utf8JsonWriter writer) => Shape.Write(writer, this);
}
