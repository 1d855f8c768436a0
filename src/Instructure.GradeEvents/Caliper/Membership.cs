using System.Text.Json.Serialization;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Caliper;

/// <summary>That a person belongs to an organization, and in which roles.</summary>
/// <remarks>
/// Canvas leaves it out when grading was automatic. Its id is compound: see <see cref="CanvasUrn.IsMembership"/>. Source: Caliper 1.1,
/// appendix C (Membership); the payloads in the Caliper format of the Canvas event documentation.
/// </remarks>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
public sealed record Membership : Entity
{
    internal static readonly RecordShape<Membership> Shape = new(
        "Membership",
        static () => new() { Id = default },
        [
            .. IdentifyingMembers(new TypeCodec("Membership", open: false)),
            RecordMember.Optional("member", EntityCodecs.Person, static (Membership m) => ref m._member),
            RecordMember.Optional("organization", EntityCodecs.Organization, static (Membership m) => ref m._organization),
            RecordMember.Optional("roles", Codecs.Role.List("roles (strings)"), static (Membership m) => ref m._roles),
            RecordMember.Optional("status", Codecs.Text, static (Membership m) => ref m._status),
            .. DescribingMembers,
        ]);

    private Person? _member;
    private Organization? _organization;
    private JsonList<Role>? _roles;
    private string? _status;

    /// <summary>Makes a Membership for you to fill.</summary>
    public Membership()
        : base("Membership")
    {
    }

    /// <summary>Who is the member.</summary>
    /// <remarks>
    /// An object or an IRI; the same as the actor of the event. Missing when the sender does not tell. Source: Caliper 1.1, appendix C
    /// (Membership).
    /// </remarks>
    public Person? Member { get => _member; init => _member = value; }

    /// <summary>What the person is a member of.</summary>
    /// <remarks>
    /// An object or an IRI; the same as the group of the event, a course. Missing when the sender does not tell. Source: Caliper 1.1,
    /// appendix C (Membership).
    /// </remarks>
    public Organization? Organization { get => _organization; init => _organization = value; }

    /// <summary>The roles of the member.</summary>
    /// <remarks>
    /// Role terms; others than Caliper lists keep their text. Missing when the sender does not tell. Source: Caliper 1.1, appendix C
    /// (Membership) and B (roles).
    /// </remarks>
    public IReadOnlyList<Role>? Roles
    {
        get => _roles;
        init => _roles = JsonList<Role>.From(value, nameof(value));
    }

    /// <summary>Whether the membership is in force.</summary>
    /// <remarks>
    /// <c>Active</c> or <c>Inactive</c>; other texts are kept. Canvas does not send it. Source: Caliper 1.1, appendix C (Membership) and B
    /// (status).
    /// </remarks>
    public string? Status { get => _status; init => _status = value; }

    private protected override RecordShape GetShape() => Shape;
}
