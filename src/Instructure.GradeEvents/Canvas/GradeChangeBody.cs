using System.Text.Json;
using System.Text.Json.Serialization;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Canvas;

/// <summary>The body of <c>grade_change</c>: a submission was graded, or graded anew.</summary>
/// <remarks>Null and missing mean the same. Source: Canvas event documentation, grade_change.</remarks>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
public sealed record GradeChangeBody : PayloadObject
{
    internal static readonly RecordShape<GradeChangeBody> Shape = new(
        "GradeChangeBody",
        static () => new() { SubmissionId = default, AssignmentId = default, StudentId = default, UserId = default, GradingComplete = false, Muted = false },
        [
            RecordMember.Required("assignment_id", Codecs.Id, static (GradeChangeBody g) => ref g._assignmentId),
            RecordMember.Optional("assignment_name", Codecs.Text, static (GradeChangeBody g) => ref g._assignmentName),
            RecordMember.Optional("grade", Codecs.Text, static (GradeChangeBody g) => ref g._grade),
            RecordMember.Optional("grader_id", Codecs.OptionalId, static (GradeChangeBody g) => ref g._graderId),
            RecordMember.Required("grading_complete", Codecs.Boolean, static (GradeChangeBody g) => ref g._gradingComplete),
            RecordMember.Required("muted", Codecs.Boolean, static (GradeChangeBody g) => ref g._muted),
            RecordMember.Optional("old_grade", Codecs.Text, static (GradeChangeBody g) => ref g._oldGrade),
            RecordMember.Optional("old_points_possible", Codecs.Number.Nullable(), static (GradeChangeBody g) => ref g._oldPointsPossible),
            RecordMember.Optional("old_score", Codecs.Number.Nullable(), static (GradeChangeBody g) => ref g._oldScore),
            RecordMember.Optional("points_possible", Codecs.Number.Nullable(), static (GradeChangeBody g) => ref g._pointsPossible),
            RecordMember.Optional("score", Codecs.Number.Nullable(), static (GradeChangeBody g) => ref g._score),
            RecordMember.Required("student_id", Codecs.Id, static (GradeChangeBody g) => ref g._studentId),
            RecordMember.Optional("student_sis_id", Codecs.Text, static (GradeChangeBody g) => ref g._studentSisId),
            RecordMember.Required("submission_id", Codecs.Id, static (GradeChangeBody g) => ref g._submissionId),
            RecordMember.Required("user_id", Codecs.Id, static (GradeChangeBody g) => ref g._userId),
        ],
        CanvasBodies.HintAt);

    private CanvasId _submissionId;
    private CanvasId _assignmentId;
    private string? _assignmentName;
    private string? _grade;
    private string? _oldGrade;
    private decimal? _score;
    private decimal? _oldScore;
    private decimal? _pointsPossible;
    private decimal? _oldPointsPossible;
    private CanvasId? _graderId;
    private CanvasId _studentId;
    private string? _studentSisId;
    private CanvasId _userId;
    private bool _gradingComplete;
    private bool _muted;

    /// <summary>The submission whose grade changed.</summary>
    /// <remarks>A global id. Source: Canvas event documentation, grade_change.</remarks>
    public required CanvasId SubmissionId { get => _submissionId; init => _submissionId = value; }

    /// <summary>The assignment that was submitted.</summary>
    /// <remarks>A global id. Source: Canvas event documentation, grade_change.</remarks>
    public required CanvasId AssignmentId { get => _assignmentId; init => _assignmentId = value; }

    /// <summary>The name of the assignment.</summary>
    /// <remarks>
    /// Text. Missing in events from before late 2019; the published table does not have it, but it is sent. Source: Canvas event documentation,
    /// grade_change.
    /// </remarks>
    public string? AssignmentName { get => _assignmentName; init => _assignmentName = value; }

    /// <summary>The new grade, as the gradebook shows it.</summary>
    /// <remarks>
    /// Text (<c>5</c>, <c>A-</c>, <c>87.5%</c>, <c>complete</c>, <c>pass</c>). Null when ungraded. Source: Canvas event documentation,
    /// grade_change.
    /// </remarks>
    public string? Grade { get => _grade; init => _grade = value; }

    /// <summary>The grade before, as the gradebook showed it.</summary>
    /// <remarks>Text. Null when it was ungraded. Source: Canvas event documentation, grade_change.</remarks>
    public string? OldGrade { get => _oldGrade; init => _oldGrade = value; }

    /// <summary>The new score.</summary>
    /// <remarks>
    /// Points; more digits than a decimal holds are rounded here. Null when ungraded. Source: Canvas event documentation, grade_change.
    /// </remarks>
    public decimal? Score { get => _score; init => _score = value; }

    /// <summary>The score before.</summary>
    /// <remarks>
    /// Points; more digits than a decimal holds are rounded here. Null when it was ungraded. Source: Canvas event documentation, grade_change.
    /// </remarks>
    public decimal? OldScore { get => _oldScore; init => _oldScore = value; }

    /// <summary>How many points are possible.</summary>
    /// <remarks>
    /// Points; more digits than a decimal holds are rounded here. Null when the assignment has none. Source: Canvas event documentation, grade_change.
    /// </remarks>
    public decimal? PointsPossible { get => _pointsPossible; init => _pointsPossible = value; }

    /// <summary>How many points were possible before.</summary>
    /// <remarks>
    /// Points; more digits than a decimal holds are rounded here. Null when the assignment had none. Source: Canvas event documentation, grade_change.
    /// </remarks>
    public decimal? OldPointsPossible { get => _oldPointsPossible; init => _oldPointsPossible = value; }

    /// <summary>Who graded.</summary>
    /// <remarks>A global id. Null when it was graded automatically. Source: Canvas event documentation, grade_change.</remarks>
    public CanvasId? GraderId { get => _graderId; init => _graderId = value; }

    /// <summary>The student whose submission it is.</summary>
    /// <remarks>A global id. Source: Canvas event documentation, grade_change.</remarks>
    public required CanvasId StudentId { get => _studentId; init => _studentId = value; }

    /// <summary>The SIS id of the student.</summary>
    /// <remarks>Free text. Null when the student has none. Source: Canvas event documentation, grade_change.</remarks>
    public string? StudentSisId { get => _studentSisId; init => _studentSisId = value; }

    /// <summary>The same as <see cref="StudentId"/>.</summary>
    /// <remarks>A global id. Source: Canvas event documentation, grade_change.</remarks>
    public required CanvasId UserId { get => _userId; init => _userId = value; }

    /// <summary>Whether the submission is graded wholly.</summary>
    /// <remarks>
    /// False when it is only partly graded, as a quiz with questions that a person must grade. Source: Canvas event documentation,
    /// grade_change.
    /// </remarks>
    public required bool GradingComplete { get => _gradingComplete; init => _gradingComplete = value; }

    /// <summary>Whether the grade is hidden from the student.</summary>
    /// <remarks>True when it is not posted: do not show it to students then. Source: Canvas event documentation, grade_change.</remarks>
    public required bool Muted { get => _muted; init => _muted = value; }

    internal override void WriteTo(Utf8JsonWriter writer) => Shape.Write(writer, this);
}
