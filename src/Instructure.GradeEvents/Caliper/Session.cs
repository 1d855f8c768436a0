using System.Text.Json.Serialization;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Caliper;

/// <summary>A session of a user.</summary>
/// <remarks>
/// Canvas sends its id, which ends in hexadecimal text. Source: Caliper 1.1, appendix C (Session); the payloads in the Caliper format of
/// the Canvas event documentation.
/// </remarks>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
public record Session : Entity
{
    /// <summary>What this adds to the table; the types that derive from it have it too.</summary>
    internal static readonly RecordMember[] OwnMembers =
    [
        RecordMember.Optional("user", EntityCodecs.Person, static (Session s) => ref s._user),
        RecordMember.Optional("startedAtTime", Codecs.CaliperTime.Nullable(), static (Session s) => ref s._startedAtTime),
        RecordMember.Optional("endedAtTime", Codecs.CaliperTime.Nullable(), static (Session s) => ref s._endedAtTime),
        RecordMember.Optional("duration", Codecs.Text, static (Session s) => ref s._duration),
    ];

    internal static readonly RecordShape<Session> Shape = new(
        "Session",
        static () => new() { Id = default },
        [
            .. IdentifyingMembers(new TypeCodec("Session", open: false)),
            .. OwnMembers,
            .. DescribingMembers,
        ]);

    private Person? _user;
    private DateTimeOffset? _startedAtTime;
    private DateTimeOffset? _endedAtTime;
    private string? _duration;

    /// <summary>Makes a Session for you to fill.</summary>
    public Session()
        : base("Session")
    {
    }

    private protected Session(string type)
        : base(type)
    {
    }

    /// <summary>Whose session it is.</summary>
    /// <remarks>An object or an IRI. Canvas does not send it. Source: Caliper 1.1, appendix C (Session).</remarks>
    public Person? User { get => _user; init => _user = value; }

    /// <summary>When it began.</summary>
    /// <remarks>An instant, UTC with milliseconds. Canvas does not send it. Source: Caliper 1.1, appendix C (Session).</remarks>
    public DateTimeOffset? StartedAtTime { get => _startedAtTime; init => _startedAtTime = value; }

    /// <summary>When it ended.</summary>
    /// <remarks>An instant, UTC with milliseconds. Canvas does not send it. Source: Caliper 1.1, appendix C (Session).</remarks>
    public DateTimeOffset? EndedAtTime { get => _endedAtTime; init => _endedAtTime = value; }

    /// <summary>How long it took.</summary>
    /// <remarks>
    /// ISO 8601, kept as text (<c>PT50M12S</c>): months and years have no fixed length. Canvas does not send it. Source: Caliper 1.1,
    /// appendix C (Session).
    /// </remarks>
    public string? Duration { get => _duration; init => _duration = value; }

    private protected override RecordShape GetShape() => Shape;
}
