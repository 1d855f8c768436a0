using System.Text.Json.Serialization;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Caliper;

/// <summary>A section of a course.</summary>
/// <remarks>Source: Caliper 1.1, appendix C (CourseSection).</remarks>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
public sealed partial record CourseSection : CourseOffering
{
    /// <summary>Makes a CourseSection for you to fill.</summary>
    public CourseSection()
        : base("CourseSection")
    {
    }

    /// <summary>The kind of section.</summary>
    /// <remarks>Free text (<c>seminar</c>). Canvas does not send it. Source: Caliper 1.1, appendix C (CourseSection).</remarks>
    [Member("category")]
    public partial string? Category { get; init; }
}
