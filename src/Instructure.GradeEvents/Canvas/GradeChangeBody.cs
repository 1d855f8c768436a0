using System.Text.Json.Serialization;
using Instructure.GradeEvents.Deduplication;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Canvas;

/// <summary>The body of <c>grade_change</c>: a submission was graded, or graded anew.</summary>
/// <remarks>Null and missing mean the same. Source: Canvas event documentation, grade_change.</remarks>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
public sealed partial record GradeChangeBody : PayloadObject, ICanonical
{
    /// <summary>Makes a GradeChangeBody for you to fill. What stays null is written as null, as Canvas does.</summary>
    public GradeChangeBody() => WriteNulls();

    /// <summary>The assignment that was submitted.</summary>
    /// <remarks>A global id. Source: Canvas event documentation, grade_change.</remarks>
    [Member("assignment_id")]
    public required partial CanvasId AssignmentId { get; init; }

    /// <summary>The name of the assignment.</summary>
    /// <remarks>
    /// Text. Missing in events from before late 2019; the published table does not have it, but it is sent. Source: Canvas event documentation,
    /// grade_change.
    /// </remarks>
    [Member("assignment_name")]
    public partial string? AssignmentName { get; init; }

    /// <summary>The new grade, as the gradebook shows it.</summary>
    /// <remarks>
    /// Text (<c>5</c>, <c>A-</c>, <c>87.5%</c>, <c>complete</c>, <c>pass</c>). Null when ungraded. Source: Canvas event documentation,
    /// grade_change.
    /// </remarks>
    [Member("grade")]
    public partial string? Grade { get; init; }

    /// <summary>Who graded.</summary>
    /// <remarks>A global id. Null when it was graded automatically. Source: Canvas event documentation, grade_change.</remarks>
    [Member("grader_id")]
    public partial CanvasId? GraderId { get; init; }

    /// <summary>Whether the submission is graded wholly.</summary>
    /// <remarks>
    /// False when it is only partly graded, as a quiz with questions that a person must grade. Missing in events of the first years, until about
    /// 2017. Source: Canvas event documentation, grade_change.
    /// </remarks>
    [Member("grading_complete")]
    public partial bool? GradingComplete { get; init; }

    /// <summary>Whether the grade is hidden from the student.</summary>
    /// <remarks>
    /// True when it is not posted: do not show it to students then. Missing in events of the first years, until about 2017. Source: Canvas event
    /// documentation, grade_change.
    /// </remarks>
    [Member("muted")]
    public partial bool? Muted { get; init; }

    /// <summary>The grade before, as the gradebook showed it.</summary>
    /// <remarks>Text. Null when it was ungraded. Source: Canvas event documentation, grade_change.</remarks>
    [Member("old_grade")]
    public partial string? OldGrade { get; init; }

    /// <summary>How many points were possible before.</summary>
    /// <remarks>
    /// Points; more digits than a decimal holds are rounded here. Null when the assignment had none. Source: Canvas event documentation, grade_change.
    /// </remarks>
    [Member("old_points_possible", Codec = nameof(Codecs.Number))]
    public partial decimal? OldPointsPossible { get; init; }

    /// <summary>The score before.</summary>
    /// <remarks>
    /// Points; more digits than a decimal holds are rounded here. Null when it was ungraded. Source: Canvas event documentation, grade_change.
    /// </remarks>
    [Member("old_score", Codec = nameof(Codecs.Number))]
    public partial decimal? OldScore { get; init; }

    /// <summary>How many points are possible.</summary>
    /// <remarks>
    /// Points; more digits than a decimal holds are rounded here. Null when the assignment has none. Source: Canvas event documentation, grade_change.
    /// </remarks>
    [Member("points_possible", Codec = nameof(Codecs.Number))]
    public partial decimal? PointsPossible { get; init; }

    /// <summary>The new score.</summary>
    /// <remarks>
    /// Points; more digits than a decimal holds are rounded here. Null when ungraded. Source: Canvas event documentation, grade_change.
    /// </remarks>
    [Member("score", Codec = nameof(Codecs.Number))]
    public partial decimal? Score { get; init; }

    /// <summary>The student whose submission it is.</summary>
    /// <remarks>A global id. Source: Canvas event documentation, grade_change.</remarks>
    [Member("student_id")]
    public required partial CanvasId StudentId { get; init; }

    /// <summary>The SIS id of the student.</summary>
    /// <remarks>
    /// Free text. Null when the student has none. Missing in events of the first years, until about 2017. Source: Canvas event documentation,
    /// grade_change.
    /// </remarks>
    [Member("student_sis_id")]
    public partial string? StudentSisId { get; init; }

    /// <summary>The submission whose grade changed.</summary>
    /// <remarks>A global id. Source: Canvas event documentation, grade_change.</remarks>
    [Member("submission_id")]
    public required partial CanvasId SubmissionId { get; init; }

    /// <summary>The same as <see cref="StudentId"/>.</summary>
    /// <remarks>A global id. Source: Canvas event documentation, grade_change.</remarks>
    [Member("user_id")]
    public required partial CanvasId UserId { get; init; }

    internal override string? Resembling(ulong seen) => CanvasBodies.Resembling(this, Shape, seen);
}
