using System.Text.Json.Serialization;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Caliper;

/// <summary>A question of a test or quiz.</summary>
/// <remarks>Source: Caliper 1.1, appendix C (AssessmentItem).</remarks>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
public sealed record AssessmentItem : AssignableDigitalResource
{
    internal static new readonly RecordShape<AssessmentItem> Shape = new(
        "AssessmentItem",
        static () => new() { Id = default },
        [
            .. IdentifyingMembers(new TypeCodec("AssessmentItem", open: false)),
            .. AssignableDigitalResource.OwnMembers,
            RecordMember.Optional("isTimeDependent", Codecs.Boolean.Nullable(), static (AssessmentItem a) => ref a._isTimeDependent),
            .. DescribingMembers,
        ]);

    private bool? _isTimeDependent;

    /// <summary>Makes an AssessmentItem for you to fill.</summary>
    public AssessmentItem()
        : base("AssessmentItem", modelledType: "AssessmentItem")
    {
    }

    /// <summary>Whether the time that it takes counts.</summary>
    /// <remarks>True or false. Canvas does not send it. Source: Caliper 1.1, appendix C (AssessmentItem).</remarks>
    public bool? IsTimeDependent { get => _isTimeDependent; init => _isTimeDependent = value; }

    private protected override RecordShape GetShape() => Shape;
}
