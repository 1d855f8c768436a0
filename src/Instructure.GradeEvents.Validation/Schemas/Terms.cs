namespace Instructure.GradeEvents.Validation.Schemas;

/// <summary>What is told from a name.</summary>
internal static class Terms
{
    internal const string GradeEvent = "GradeEvent";

    private static readonly NameTable s_eventMembers = new("actor", "action", "eventTime");
    private static readonly NameTable s_registeredClaims = new("iss", "sub", "aud", "exp", "nbf", "iat", "jti");

    /// <summary>Whether Caliper calls an event so: all of its events, and nothing else.</summary>
    internal static bool IsEvent(ReadOnlySpan<byte> type) => type.EndsWith("Event"u8);

    /// <summary>Which of the members that only events have has this name; -1 when none has.</summary>
    internal static int EventMember(ReadOnlySpan<byte> name) => s_eventMembers.Find(name);

    /// <summary>Whether it is a claim of a JWT (RFC 7519, section 4.1): a signed payload has some beside its members.</summary>
    internal static bool IsRegisteredClaim(ReadOnlySpan<byte> name) => s_registeredClaims.Find(name) >= 0;
}
