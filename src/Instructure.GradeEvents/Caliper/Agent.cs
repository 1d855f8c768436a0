using System.Text.Json.Serialization;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Caliper;

/// <summary>
/// Somebody or something that acts: the base of persons, software and organizations, and what stands for one of which only the IRI is
/// given.
/// </summary>
/// <remarks>Source: Caliper 1.1, appendix C (Agent).</remarks>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
public partial record Agent : Entity
{
    /// <summary>Makes an Agent for you to fill.</summary>
    public Agent()
        : base("Agent")
    {
    }

    private protected Agent(string type)
        : base(type)
    {
    }
}
