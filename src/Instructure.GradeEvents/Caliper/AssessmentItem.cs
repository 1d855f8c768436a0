using System.Text.Json.Serialization;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Caliper;

/// <summary>A question of a test or quiz.</summary>
/// <remarks>Source: Caliper 1.1, appendix C (AssessmentItem).</remarks>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
public sealed partial record AssessmentItem : AssignableDigitalResource
{
    /// <summary>Makes an AssessmentItem for you to fill.</summary>
    public AssessmentItem()
        : base("AssessmentItem", modelledType: "AssessmentItem")
    {
    }

    /// <summary>Whether the time that it takes counts.</summary>
    /// <remarks>True or false. Canvas does not send it. Source: Caliper 1.1, appendix C (AssessmentItem).</remarks>
    [Member("isTimeDependent")]
    public partial bool? IsTimeDependent { get; init; }
}
