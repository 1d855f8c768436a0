using System.Text.Json.Serialization;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Caliper;

/// <summary>A test or quiz, which has items.</summary>
/// <remarks>Source: Caliper 1.1, appendix C (Assessment).</remarks>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
public sealed record Assessment : AssignableDigitalResource
{
    internal static new readonly RecordShape<Assessment> Shape = new(
        "Assessment",
        static () => new() { Id = default },
        [
            .. IdentifyingMembers(new TypeCodec("Assessment", open: false)),
            .. AssignableDigitalResource.OwnMembers,
            RecordMember.Optional("items", EntityCodecs.AssessmentItem.List("assessment items (objects or their IRIs)"), static (Assessment a) => ref a._items),
            .. DescribingMembers,
        ]);

    private JsonList<AssessmentItem>? _items;

    /// <summary>Makes an Assessment for you to fill.</summary>
    public Assessment()
        : base("Assessment", modelledType: "Assessment")
    {
    }

    /// <summary>The questions of it.</summary>
    /// <remarks>Objects or IRIs. Canvas does not send it. Source: Caliper 1.1, appendix C (Assessment).</remarks>
    public IReadOnlyList<AssessmentItem>? Items
    {
        get => _items;
        init => _items = JsonList<AssessmentItem>.From(value, nameof(value));
    }

    private protected override RecordShape GetShape() => Shape;
}
