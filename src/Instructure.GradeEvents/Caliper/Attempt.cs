using System.Text.Json.Serialization;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Caliper;

/// <summary>A student's attempt at an assignment: what was graded. Canvas calls it a submission.</summary>
/// <remarks>
/// Source: Caliper 1.1, appendix C (Attempt); the payloads in the Caliper format of the Canvas event documentation, which has
/// <c>Attempt</c> where its published table says <c>GradeEvent</c>.
/// </remarks>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
public sealed record Attempt : Entity
{
    internal static readonly RecordShape<Attempt> Shape = new(
        "Attempt",
        static () => new() { Id = default },
        [
            .. IdentifyingMembers(new TypeCodec("Attempt", open: false), CanvasAttemptExtension.Shape),
            RecordMember.Optional("assignee", EntityCodecs.Person, static (Attempt a) => ref a._assignee),
            RecordMember.Optional("assignable", EntityCodecs.DigitalResource, static (Attempt a) => ref a._assignable),
            RecordMember.Optional("isPartOf", EntityCodecs.Attempt, static (Attempt a) => ref a._isPartOf),
            RecordMember.Optional("count", Codecs.Integer.Nullable(), static (Attempt a) => ref a._count),
            RecordMember.Optional("startedAtTime", Codecs.CaliperTime.Nullable(), static (Attempt a) => ref a._startedAtTime),
            RecordMember.Optional("endedAtTime", Codecs.CaliperTime.Nullable(), static (Attempt a) => ref a._endedAtTime),
            RecordMember.Optional("duration", Codecs.Text, static (Attempt a) => ref a._duration),
            .. DescribingMembers,
        ]);

    private Person? _assignee;
    private DigitalResource? _assignable;
    private Attempt? _isPartOf;
    private int? _count;
    private DateTimeOffset? _startedAtTime;
    private DateTimeOffset? _endedAtTime;
    private string? _duration;

    /// <summary>Makes an Attempt for you to fill.</summary>
    public Attempt()
        : base("Attempt")
    {
    }

    /// <summary>What Canvas adds: the grade as the gradebook shows it, and the id of the submission.</summary>
    /// <remarks>
    /// Null when Canvas adds nothing. Source: Canvas event documentation, the extensions of object and generated.attempt.
    /// </remarks>
    public CanvasAttemptExtension? CanvasExtension { get => (CanvasAttemptExtension?)GetCanvasExtension(); init => SetCanvasExtension(value); }

    /// <summary>Whose attempt it is: the student.</summary>
    /// <remarks>
    /// An object or an IRI. Canvas sends it; missing when another sender does not tell. Source: Caliper 1.1, appendix C (Attempt).
    /// </remarks>
    public Person? Assignee { get => _assignee; init => _assignee = value; }

    /// <summary>What was attempted: the assignment.</summary>
    /// <remarks>
    /// An object of any kind of digital resource, or an IRI. Canvas sends an <see cref="AssignableDigitalResource"/>; missing when another
    /// sender does not tell. Source: Caliper 1.1, appendix C (Attempt).
    /// </remarks>
    public DigitalResource? Assignable { get => _assignable; init => _assignable = value; }

    /// <summary>The attempt that this one is part of.</summary>
    /// <remarks>An object or an IRI. Canvas does not send it. Source: Caliper 1.1, appendix C (Attempt).</remarks>
    public Attempt? IsPartOf { get => _isPartOf; init => _isPartOf = value; }

    /// <summary>Which attempt it is, counted from 1.</summary>
    /// <remarks>A whole number. Canvas does not send it. Source: Caliper 1.1, appendix C (Attempt).</remarks>
    public int? Count { get => _count; init => _count = value; }

    /// <summary>When it began.</summary>
    /// <remarks>An instant, UTC with milliseconds. Canvas does not send it. Source: Caliper 1.1, appendix C (Attempt).</remarks>
    public DateTimeOffset? StartedAtTime { get => _startedAtTime; init => _startedAtTime = value; }

    /// <summary>When it ended.</summary>
    /// <remarks>An instant, UTC with milliseconds. Canvas does not send it. Source: Caliper 1.1, appendix C (Attempt).</remarks>
    public DateTimeOffset? EndedAtTime { get => _endedAtTime; init => _endedAtTime = value; }

    /// <summary>How long it took.</summary>
    /// <remarks>ISO 8601, kept as text (<c>PT50M12S</c>). Canvas does not send it. Source: Caliper 1.1, appendix C (Attempt).</remarks>
    public string? Duration { get => _duration; init => _duration = value; }

    private protected override bool HasCanvasRecord => true;

    private protected override RecordShape GetShape() => Shape;
}
