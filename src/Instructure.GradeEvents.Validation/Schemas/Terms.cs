using Newtonsoft.Json.Linq;

namespace Instructure.GradeEvents.Validation.Schemas;

/// <summary>The open vocabularies, a term outside of which is a warning, and what else is told from a name.</summary>
internal sealed class Terms
{
    internal const string GradeEvent = "GradeEvent";

    private static readonly Terms s_roles = new("a role that Caliper 1.1 lists (\"Instructor\", \"Learner\", \"Instructor#TeachingAssistant\", …)", static text => new Role(text).IsKnown);
    private static readonly Terms s_statuses = new("a status that Caliper 1.1 lists (\"Active\" or \"Inactive\")", static text => text is "Active" or "Inactive");
    private static readonly Terms s_states = new("a state that Canvas documents (\"active\" or \"deleted\")", static text => text is "active" or "deleted");

    private readonly Predicate<string> _isKnown;

    private Terms(string expected, Predicate<string> isKnown) => (Expected, _isKnown) = (expected, isKnown);

    internal string Expected { get; }

    /// <param name="definition">The name of a definition.</param>
    internal static Terms? Find(string? definition) => definition switch
    {
        "role" => s_roles,
        "membershipStatus" => s_statuses,
        "workflowState" => s_states,
        _ => null,
    };

    /// <summary>Whether Caliper calls an event so: all of its events, and nothing else.</summary>
    internal static bool IsEvent(string term) => term.EndsWith("Event", StringComparison.Ordinal);

    /// <summary>Whether it has what only an event has.</summary>
    internal static bool LooksLikeEvent(JObject item) => EventMembersOf(item).Length > 0;

    /// <summary>What it has that only an event has.</summary>
    internal static JProperty[] EventMembersOf(JObject item) => [.. item.Properties().Where(static property => property.Name is "actor" or "action" or "eventTime")];

    /// <summary>Whether it is a claim of a JWT (RFC 7519, section 4.1): a signed payload has some beside its members.</summary>
    internal static bool IsRegisteredClaim(string name) => name is "iss" or "sub" or "aud" or "exp" or "nbf" or "iat" or "jti";

    internal bool IsKnown(string text) => _isKnown(text);
}
