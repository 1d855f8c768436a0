using System.Text.Json.Serialization;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Caliper;

/// <summary>A test or quiz, which has items.</summary>
/// <remarks>Source: Caliper 1.1, appendix C (Assessment).</remarks>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
public sealed partial record Assessment : AssignableDigitalResource
{
    /// <summary>Makes an Assessment for you to fill.</summary>
    public Assessment()
        : base("Assessment", modelledType: "Assessment")
    {
    }

    /// <summary>The questions of it.</summary>
    /// <remarks>Objects or IRIs. Canvas does not send it. Source: Caliper 1.1, appendix C (Assessment).</remarks>
    [Member("items", Items = "assessment items (objects or their IRIs)")]
    public partial IReadOnlyList<AssessmentItem>? Items { get; init; }
}
