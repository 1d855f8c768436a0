using System.Text.Json.Serialization;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Caliper;

/// <summary>A course as it is offered in a term.</summary>
/// <remarks>
/// What Canvas calls a course. Source: Caliper 1.1, appendix C (CourseOffering); the payloads in the Caliper format of the Canvas event
/// documentation.
/// </remarks>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
public partial record CourseOffering : Organization
{
    /// <summary>Makes a CourseOffering for you to fill.</summary>
    public CourseOffering()
        : base("CourseOffering")
    {
    }

    private protected CourseOffering(string type)
        : base(type)
    {
    }

    /// <summary>The number of the course.</summary>
    /// <remarks>Free text (<c>CPS 435-01</c>). Canvas does not send it. Source: Caliper 1.1, appendix C (CourseOffering).</remarks>
    [Member("courseNumber")]
    public partial string? CourseNumber { get; init; }

    /// <summary>The term in which it is offered.</summary>
    /// <remarks>Free text (<c>Fall 2026</c>). Canvas does not send it. Source: Caliper 1.1, appendix C (CourseOffering).</remarks>
    [Member("academicSession")]
    public partial string? AcademicSession { get; init; }
}
