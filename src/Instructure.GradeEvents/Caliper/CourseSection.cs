using System.Text.Json.Serialization;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Caliper;

/// <summary>A section of a course.</summary>
/// <remarks>Source: Caliper 1.1, appendix C (CourseSection).</remarks>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
public sealed record CourseSection : CourseOffering
{
    internal static new readonly RecordShape<CourseSection> Shape = new(
        "CourseSection",
        static () => new() { Id = default },
        [
            .. IdentifyingMembers(new TypeCodec("CourseSection", open: false), CanvasGroupExtension.Shape),
            .. CourseOffering.OwnMembers,
            RecordMember.Optional("category", Codecs.Text, static (CourseSection c) => ref c._category),
            .. DescribingMembers,
        ]);

    private string? _category;

    /// <summary>Makes a CourseSection for you to fill.</summary>
    public CourseSection()
        : base("CourseSection")
    {
    }

    /// <summary>The kind of section.</summary>
    /// <remarks>Free text (<c>seminar</c>). Canvas does not send it. Source: Caliper 1.1, appendix C (CourseSection).</remarks>
    public string? Category { get => _category; init => _category = value; }

    private protected override RecordShape GetShape() => Shape;
}
