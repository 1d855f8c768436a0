using System.Text.Json.Serialization;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Caliper;

/// <summary>That a person belongs to an organization, and in which roles.</summary>
/// <remarks>
/// Canvas leaves it out when grading was automatic. Its id is compound: see <see cref="CanvasUrn.IsMembership"/>. Source: Caliper 1.1,
/// appendix C (Membership); the payloads in the Caliper format of the Canvas event documentation.
/// </remarks>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
public sealed partial record Membership : Entity
{
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
    [Member("member")]
    public partial Person? Member { get; init; }

    /// <summary>What the person is a member of.</summary>
    /// <remarks>
    /// An object or an IRI; the same as the group of the event, a course. Missing when the sender does not tell. Source: Caliper 1.1,
    /// appendix C (Membership).
    /// </remarks>
    [Member("organization")]
    public partial Organization? Organization { get; init; }

    /// <summary>The roles of the member.</summary>
    /// <remarks>
    /// Role terms; others than Caliper lists keep their text. Missing when the sender does not tell. Source: Caliper 1.1, appendix C
    /// (Membership) and B (roles).
    /// </remarks>
    [Member("roles", Items = "roles (strings)")]
    public partial IReadOnlyList<Role>? Roles { get; init; }

    /// <summary>Whether the membership is in force.</summary>
    /// <remarks>
    /// <c>Active</c> or <c>Inactive</c>; other texts are kept. Canvas does not send it. Source: Caliper 1.1, appendix C (Membership) and B
    /// (status).
    /// </remarks>
    [Member("status")]
    public partial string? Status { get; init; }
}
