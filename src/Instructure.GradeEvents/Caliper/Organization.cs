using System.Text.Json.Serialization;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Caliper;

/// <summary>An organization, the base of courses and groups, and what stands for one of which only the IRI is given.</summary>
/// <remarks>Source: Caliper 1.1, appendix C (Organization).</remarks>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
public record Organization : Agent
{
    /// <summary>What this adds to the table; the types that derive from it have it too.</summary>
    internal static readonly RecordMember[] OwnMembers =
    [
        RecordMember.Optional("subOrganizationOf", EntityCodecs.Organization, static (Organization o) => ref o._subOrganizationOf),
        RecordMember.Optional("members", EntityCodecs.Agent.List("agents (objects or their IRIs)"), static (Organization o) => ref o._members),
    ];

    internal static new readonly RecordShape<Organization> Shape = new(
        "Organization",
        static () => new() { Id = default },
        [
            .. IdentifyingMembers(new TypeCodec("Organization", open: false), CanvasGroupExtension.Shape),
            .. OwnMembers,
            .. DescribingMembers,
        ]);

    private Organization? _subOrganizationOf;
    private JsonList<Agent>? _members;

    /// <summary>Makes an Organization for you to fill.</summary>
    public Organization()
        : base("Organization")
    {
    }

    private protected Organization(string type)
        : base(type)
    {
    }

    /// <summary>What Canvas adds: which kind of context the group is, and its id.</summary>
    /// <remarks>
    /// Null when Canvas adds nothing, as for the organization of a membership. Source: Canvas event documentation, the extensions of group.
    /// </remarks>
    public CanvasGroupExtension? CanvasExtension { get => (CanvasGroupExtension?)GetCanvasExtension(); init => SetCanvasExtension(value); }

    /// <summary>The organization that this one is part of.</summary>
    /// <remarks>
    /// An object or an IRI; a section has its course here. Canvas does not send it. Source: Caliper 1.1, appendix C (Organization).
    /// </remarks>
    public Organization? SubOrganizationOf { get => _subOrganizationOf; init => _subOrganizationOf = value; }

    /// <summary>Who belongs to it.</summary>
    /// <remarks>Objects or IRIs. Canvas does not send it. Source: Caliper 1.1, appendix C (Organization).</remarks>
    public IReadOnlyList<Agent>? Members
    {
        get => _members;
        init => _members = JsonList<Agent>.From(value, nameof(value));
    }

    private protected override bool HasCanvasRecord => true;

    private protected override RecordShape GetShape() => Shape;
}
