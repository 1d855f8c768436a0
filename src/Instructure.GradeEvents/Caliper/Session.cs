using System.Text.Json.Serialization;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Caliper;

/// <summary>A session of a user.</summary>
/// <remarks>
/// Canvas sends its id, which ends in hexadecimal text. Source: Caliper 1.1, appendix C (Session); the payloads in the Caliper format of
/// the Canvas event documentation.
/// </remarks>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
public partial record Session : Entity
{
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
    [Member("user")]
    public partial Person? User { get; init; }

    /// <summary>When it began.</summary>
    /// <remarks>An instant, UTC with milliseconds. Canvas does not send it. Source: Caliper 1.1, appendix C (Session).</remarks>
    [Member("startedAtTime")]
    public partial DateTimeOffset? StartedAtTime { get; init; }

    /// <summary>When it ended.</summary>
    /// <remarks>An instant, UTC with milliseconds. Canvas does not send it. Source: Caliper 1.1, appendix C (Session).</remarks>
    [Member("endedAtTime")]
    public partial DateTimeOffset? EndedAtTime { get; init; }

    /// <summary>How long it took.</summary>
    /// <remarks>
    /// ISO 8601, kept as text (<c>PT50M12S</c>): months and years have no fixed length. Canvas does not send it. Source: Caliper 1.1,
    /// appendix C (Session).
    /// </remarks>
    [Member("duration")]
    public partial string? Duration { get; init; }
}
