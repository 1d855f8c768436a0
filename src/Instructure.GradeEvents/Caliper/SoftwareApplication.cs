using System.Text.Json.Serialization;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Caliper;

/// <summary>A program: Canvas itself, or what graded automatically.</summary>
/// <remarks>
/// Its <see cref="Entity.Id"/> can be the bare text <c>www.canvaslms.com</c>, which is no IRI, in events from background jobs. Source:
/// Caliper 1.1, appendix C (SoftwareApplication); the payloads in the Caliper format of the Canvas event documentation.
/// </remarks>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
public sealed partial record SoftwareApplication : Agent
{
    /// <summary>Makes a SoftwareApplication for you to fill.</summary>
    public SoftwareApplication()
        : base("SoftwareApplication")
    {
    }

    /// <summary>The version of the program.</summary>
    /// <remarks>Free text. Canvas does not send it. Source: Caliper 1.1, appendix C (SoftwareApplication).</remarks>
    [Member("version")]
    public partial string? Version { get; init; }

    private protected override Codec<Iri> IdCodec => Codecs.ApplicationId;
}
