using System.Text.Json.Serialization;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Caliper;

/// <summary>A group of people within an organization.</summary>
/// <remarks>Source: Caliper 1.1, appendix C (Group).</remarks>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
public sealed record Group : Organization
{
    internal static new readonly RecordShape<Group> Shape = new(
        "Group",
        static () => new() { Id = default },
        [
            .. IdentifyingMembers(new TypeCodec("Group", open: false), CanvasGroupExtension.Shape),
            .. Organization.OwnMembers,
            .. DescribingMembers,
        ]);

    /// <summary>Makes a Group for you to fill.</summary>
    public Group()
        : base("Group")
    {
    }

    private protected override RecordShape GetShape() => Shape;
}
