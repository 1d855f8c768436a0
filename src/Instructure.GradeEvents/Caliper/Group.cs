using System.Text.Json.Serialization;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Caliper;

/// <summary>A group of people within an organization.</summary>
/// <remarks>Source: Caliper 1.1, appendix C (Group).</remarks>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
public sealed partial record Group : Organization
{
    /// <summary>Makes a Group for you to fill.</summary>
    public Group()
        : base("Group")
    {
    }
}
