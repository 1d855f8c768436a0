using System.Text.Json.Serialization;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Caliper;

/// <summary>Content that can be assigned: what Canvas calls an assignment.</summary>
/// <remarks>
/// Source: Caliper 1.1, appendix C (AssignableDigitalResource); the payloads in the Caliper format of the Canvas event documentation.
/// </remarks>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
public partial record AssignableDigitalResource : DigitalResource
{
    /// <summary>Makes an AssignableDigitalResource for you to fill.</summary>
    public AssignableDigitalResource()
        : base("AssignableDigitalResource", modelledType: "AssignableDigitalResource")
    {
    }

    private protected AssignableDigitalResource(string type, string modelledType)
        : base(type, modelledType)
    {
    }

    /// <summary>When it becomes active.</summary>
    /// <remarks>
    /// An instant, UTC with milliseconds. Canvas does not send it. Source: Caliper 1.1, appendix C (AssignableDigitalResource).
    /// </remarks>
    [Member("dateToActivate")]
    public partial DateTimeOffset? DateToActivate { get; init; }

    /// <summary>When students begin to see it.</summary>
    /// <remarks>
    /// An instant, UTC with milliseconds. Canvas does not send it. Source: Caliper 1.1, appendix C (AssignableDigitalResource).
    /// </remarks>
    [Member("dateToShow")]
    public partial DateTimeOffset? DateToShow { get; init; }

    /// <summary>When students can begin with it.</summary>
    /// <remarks>
    /// An instant, UTC with milliseconds. Canvas does not send it. Source: Caliper 1.1, appendix C (AssignableDigitalResource).
    /// </remarks>
    [Member("dateToStartOn")]
    public partial DateTimeOffset? DateToStartOn { get; init; }

    /// <summary>When it is due.</summary>
    /// <remarks>
    /// An instant, UTC with milliseconds. Canvas does not send it. Source: Caliper 1.1, appendix C (AssignableDigitalResource).
    /// </remarks>
    [Member("dateToSubmit")]
    public partial DateTimeOffset? DateToSubmit { get; init; }

    /// <summary>How many attempts a student has.</summary>
    /// <remarks>A whole number. Canvas does not send it. Source: Caliper 1.1, appendix C (AssignableDigitalResource).</remarks>
    [Member("maxAttempts")]
    public partial int? MaxAttempts { get; init; }

    /// <summary>How many times a student can hand it in.</summary>
    /// <remarks>A whole number. Canvas does not send it. Source: Caliper 1.1, appendix C (AssignableDigitalResource).</remarks>
    [Member("maxSubmits")]
    public partial int? MaxSubmits { get; init; }

    /// <summary>How many points are possible.</summary>
    /// <remarks>
    /// A number, or an object with the same number as text in <c>numberStr</c>, which production consumers have met; written as a number.
    /// More digits than a decimal holds are rounded here. Canvas does not send it here. Source: Caliper 1.1, appendix C (AssignableDigitalResource).
    /// </remarks>
    [Member("maxScore", Codec = nameof(Codecs.Score))]
    public partial decimal? MaxScore { get; init; }
}
