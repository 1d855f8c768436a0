using System.Text.Json.Serialization;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Caliper;

/// <summary>An organization, the base of courses and groups, and what stands for one of which only the IRI is given.</summary>
/// <remarks>Source: Caliper 1.1, appendix C (Organization).</remarks>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
public partial record Organization : Agent
{
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
    [Member("subOrganizationOf")]
    public partial Organization? SubOrganizationOf { get; init; }

    /// <summary>Who belongs to it.</summary>
    /// <remarks>Objects or IRIs. Canvas does not send it. Source: Caliper 1.1, appendix C (Organization).</remarks>
    [Member("members", Items = "agents (objects or their IRIs)")]
    public partial IReadOnlyList<Agent>? Members { get; init; }

    private protected override ExtensionSet.SetCodec ExtensionsCodec => ExtensionSet.OfGroup;
}
