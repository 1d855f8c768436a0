using Instructure.GradeEvents.Caliper;
using Instructure.GradeEvents.Canvas;

namespace Instructure.GradeEvents;

/// <summary>One grading of one submission, read from a <c>grade_change</c> or a Caliper <c>GradeEvent</c>.</summary>
/// <remarks>
/// <para>A value that the event doesn't contain is null. Caliper events never contain the previous grade and score, nor whether grading is complete and
/// posted. In Canvas's own format, only events since late 2019 contain the assignment's name.</para>
/// <para>The ids are global in both formats (<see cref="CanvasId.IsGlobal"/>), but local in <c>course_grade_change</c>: use
/// <see cref="CanvasId.LocalId"/> to join them. Events come in any order: the latest grade is the one with the latest <see cref="Time"/>.</para>
/// </remarks>
/// <example>
/// <code>
/// foreach (var graded in SubmissionGraded.From(GradeEventSerializer.Deserialize(json)))
/// {
///     Console.WriteLine($"{graded.StudentId}: {graded.Grade}");
/// }
/// </code>
/// </example>
public sealed record SubmissionGraded
{
    /// <summary>When it was graded.</summary>
    /// <remarks>An instant. Source: <c>event_time</c>; Caliper: <c>eventTime</c>.</remarks>
    public required DateTimeOffset Time { get; init; }

    /// <summary>A key that is the same for every delivery of the event, and different for every other event.</summary>
    /// <remarks>
    /// It is the <see cref="LiveEvent.DeduplicationKey"/> of the event; in an envelope with several items, that of the single event. Empty for an event that was
    /// created in code and can't be written.
    /// </remarks>
    public required string DeduplicationKey { get; init; }

    /// <summary>The submission.</summary>
    /// <remarks>Source: <c>submission_id</c>; Caliper: the attempt that is the object of the event.</remarks>
    public CanvasId? SubmissionId { get; init; }

    /// <summary>The assignment.</summary>
    /// <remarks>Source: <c>assignment_id</c>; Caliper: <c>assignable</c> of the attempt.</remarks>
    public CanvasId? AssignmentId { get; init; }

    /// <summary>The course.</summary>
    /// <remarks>Source: <c>context_id</c> of the metadata where the <c>context_type</c> is <c>Course</c>; Caliper: the group, else the membership.</remarks>
    public CanvasId? CourseId { get; init; }

    /// <summary>The student whose submission it is.</summary>
    /// <remarks>Source: <c>student_id</c>; Caliper: <c>assignee</c> of the attempt.</remarks>
    public CanvasId? StudentId { get; init; }

    /// <summary>The person who graded.</summary>
    /// <remarks>
    /// Null when it was graded automatically. If someone masquerades as another user, that other user. Source: <c>grader_id</c>; Caliper: the
    /// actor.
    /// </remarks>
    public CanvasId? GraderId { get; init; }

    /// <summary>The name of the assignment.</summary>
    /// <remarks>Free text. Source: <c>assignment_name</c>; Canvas doesn't send it in Caliper.</remarks>
    public string? AssignmentName { get; init; }

    /// <summary>The id of the student in the student information system.</summary>
    /// <remarks>Free text. Source: <c>student_sis_id</c>; Caliper: <c>sis_id</c> of the assignee.</remarks>
    public string? StudentSisId { get; init; }

    /// <summary>Whether it was graded automatically, not by a person.</summary>
    /// <remarks>
    /// Null when the event doesn't say: when the actor is only an IRI, and not that of a user. Source: <c>grader_id</c> is null or missing; Caliper: the actor is a
    /// <see cref="SoftwareApplication"/>.
    /// </remarks>
    public bool? IsAutomatic { get; init; }

    /// <summary>The grade.</summary>
    /// <remarks>Source: <c>grade</c>; Caliper: what Canvas adds to the score, else to the attempt.</remarks>
    public Grade Grade { get; init; }

    /// <summary>The previous grade. Caliper events never contain it.</summary>
    /// <remarks>Source: <c>old_grade</c>.</remarks>
    public Grade PreviousGrade { get; init; }

    /// <summary>The points given. They can exceed the points possible, and be negative.</summary>
    /// <remarks>Source: <c>score</c>; Caliper: <c>scoreGiven</c>.</remarks>
    public decimal? Score { get; init; }

    /// <summary>The previous points. Caliper events never contain them.</summary>
    /// <remarks>Source: <c>old_score</c>.</remarks>
    public decimal? PreviousScore { get; init; }

    /// <summary>The points that the assignment is worth.</summary>
    /// <remarks>Source: <c>points_possible</c>; Caliper: <c>maxScore</c>.</remarks>
    public decimal? PointsPossible { get; init; }

    /// <summary>Whether all of the submission is graded.</summary>
    /// <remarks>Null when the event doesn't say; Caliper events and those of the first years never do. Source: <c>grading_complete</c>.</remarks>
    public bool? IsComplete { get; init; }

    /// <summary>Whether the student may see the grade.</summary>
    /// <remarks>Null when the event doesn't say; Caliper events and those of the first years never do. Source: the opposite of <c>muted</c>.</remarks>
    public bool? IsPosted { get; init; }

    /// <summary>Returns the gradings in an event.</summary>
    /// <param name="liveEvent">Any event, or null.</param>
    /// <returns>
    /// One for a <c>grade_change</c> or a Caliper <c>GradeEvent</c>; one for each <c>GradeEvent</c> in an envelope, in order; none for other events, and none for
    /// null, such as the event of an <see cref="ArchiveEntry"/> with an error. It never throws an exception.
    /// </returns>
    public static IReadOnlyList<SubmissionGraded> From(LiveEvent? liveEvent) => liveEvent switch
    {
        GradeChangeEvent change => [From(change, KeyOf(change))],
        GradeEvent graded => [From(graded, KeyOf(graded))],
        CaliperEnvelope envelope => [.. envelope.Data.OfType<GradeEvent>().Select(static graded => From(graded, KeyOf(graded)))],
        _ => [],
    };

    /// <summary>Whether this and the other are the same grading, such as the two events that a subscription to both formats delivers.</summary>
    /// <param name="other">The other, or null.</param>
    /// <returns>
    /// True when both name the same submission, the times are equal to the millisecond, and every other value that both contain is equal. A local
    /// id and a global id are compared by <see cref="CanvasId.LocalId"/>.
    /// </returns>
    /// <remarks>
    /// It is not transitive: a grading with few values can match two that contradict each other. So it is not an equality; for that, use
    /// <see cref="Equals(SubmissionGraded)"/>.
    /// </remarks>
    public bool IsSameGrading(SubmissionGraded? other)
        => other is not null
            && SubmissionId is not null
            && other.SubmissionId is not null
            && Milliseconds(Time) == Milliseconds(other.Time)
            && Agree(SubmissionId, other.SubmissionId)
            && Agree(AssignmentId, other.AssignmentId)
            && Agree(CourseId, other.CourseId)
            && Agree(StudentId, other.StudentId)
            && Agree(GraderId, other.GraderId)
            && Agree(AssignmentName, other.AssignmentName)
            && Agree(StudentSisId, other.StudentSisId)
            && Agree(IsAutomatic, other.IsAutomatic)
            && Agree(Grade, other.Grade)
            && Agree(PreviousGrade, other.PreviousGrade)
            && Agree(Score, other.Score)
            && Agree(PreviousScore, other.PreviousScore)
            && Agree(PointsPossible, other.PointsPossible)
            && Agree(IsComplete, other.IsComplete)
            && Agree(IsPosted, other.IsPosted);

    /// <summary>The grading as a short line for a log: its time, submission, grade and points, without personal data.</summary>
    /// <returns><c>2026-03-02T14:05:09.120Z submission 9735~4711: "85.5%" (17.1 of 20)</c>; the format is for people to read, and may change.</returns>
    public override string ToString() => EventLine.Of(Time, EventLine.Of(this));

    internal static SubmissionGraded From(GradeChangeEvent change, string key)
    {
        var (metadata, body) = (change.Metadata, change.Body);
        return new()
        {
            Time = metadata.EventTime,
            DeduplicationKey = key,
            SubmissionId = Known(body.SubmissionId),
            AssignmentId = Known(body.AssignmentId),
            CourseId = metadata.ContextType == "Course" ? Known(metadata.ContextId) : null,
            StudentId = Known(body.StudentId),
            GraderId = Known(body.GraderId),
            AssignmentName = body.AssignmentName,
            StudentSisId = body.StudentSisId,
            IsAutomatic = Known(body.GraderId) is null,
            Grade = new(body.Grade),
            PreviousGrade = new(body.OldGrade),
            Score = body.Score,
            PreviousScore = body.OldScore,
            PointsPossible = body.PointsPossible,
            IsComplete = body.GradingComplete,
            IsPosted = !body.Muted,
        };
    }

    internal static SubmissionGraded From(GradeEvent graded, string key)
    {
        // Any of these can be thinned to its IRI, or be missing. The attempt is usually there twice: as the object, and in the score.
        var (attempt, score, membership) = (graded.Object, graded.Generated, graded.Membership);
        var attemptOfScore = score?.Attempt;
        var membershipUrn = membership?.Id.TryGetCanvasUrn(out var urn) == true && urn.IsMembership ? urn : default(CanvasUrn?);
        var grader = UserId(graded.Actor);
        return new()
        {
            Time = graded.EventTime,
            DeduplicationKey = key,
            SubmissionId = attempt.CanvasId ?? attemptOfScore?.CanvasId,
            AssignmentId = attempt.Assignable?.CanvasId ?? attemptOfScore?.Assignable?.CanvasId,
            CourseId = CourseIdOf(graded.Group) ?? CourseIdOf(membership?.Organization) ?? membershipUrn?.Id,
            StudentId = attempt.Assignee?.CanvasId ?? attemptOfScore?.Assignee?.CanvasId,
            GraderId = grader,
            AssignmentName = attempt.Assignable?.Name ?? attemptOfScore?.Assignable?.Name,
            StudentSisId = attempt.Assignee?.CanvasExtension?.SisId ?? attemptOfScore?.Assignee?.CanvasExtension?.SisId,
            IsAutomatic = graded.Actor is SoftwareApplication ? true : graded.Actor is Person || grader is not null ? false : null,
            Grade = new(score?.CanvasExtension?.Grade ?? attemptOfScore?.CanvasExtension?.Grade ?? attempt.CanvasExtension?.Grade),
            Score = score?.ScoreGiven,
            PointsPossible = score?.MaxScore ?? (attempt.Assignable as AssignableDigitalResource)?.MaxScore ?? (attemptOfScore?.Assignable as AssignableDigitalResource)?.MaxScore,
        };
    }

    /// <summary>The id of the user that an actor is; null when it is something else, as a thinned actor can be.</summary>
    private static CanvasId? UserId(Agent agent)
        => agent is Organization or SoftwareApplication || (agent.Id.TryGetCanvasUrn(out var urn) && urn.Kind != "user") ? null : agent.CanvasId;

    private static CanvasId? CourseIdOf(Organization? group)
        => group is null or { CanvasExtension.ContextType: not (null or "Course") } || (group.Id.TryGetCanvasUrn(out var urn) && urn.Kind != "course") ? null : group.CanvasId;

    private static CanvasId? Known(CanvasId? id) => id is { IsSet: true } ? id : null;

    private static string KeyOf(LiveEvent liveEvent)
    {
        try
        {
            return liveEvent.DeduplicationKey;
        }
        catch (InvalidOperationException)
        {
            return string.Empty; // made by hand, with something that can't be written
        }
    }

    private static long Milliseconds(DateTimeOffset time) => time.UtcTicks / TimeSpan.TicksPerMillisecond;

    private static bool Agree(CanvasId? one, CanvasId? other)
        => one is not { } left || other is not { } right || left == right || (left.IsGlobal != right.IsGlobal && left.LocalId == right.LocalId);

    private static bool Agree(string? one, string? other) => one is null || other is null || string.Equals(one, other, StringComparison.Ordinal);

    private static bool Agree(Grade one, Grade other) => one.Kind == GradeKind.None || other.Kind == GradeKind.None || one == other;

    private static bool Agree<T>(T? one, T? other)
        where T : struct
        => one is not { } left || other is not { } right || EqualityComparer<T>.Default.Equals(left, right);
}
