using System.Text.Json.Serialization;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Caliper;

/// <summary>A course as it is offered in a term.</summary>
/// <remarks>
/// What Canvas calls a course. Source: Caliper 1.1, appendix C (CourseOffering); the payloads in the Caliper format of the Canvas event
/// documentation.
/// </remarks>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
public record CourseOffering : Organization
{
    /// <summary>What this adds to the table; the types that derive from it have it too.</summary>
    internal static new readonly RecordMember[] OwnMembers =
    [
        .. Organization.OwnMembers,
        RecordMember.Optional("courseNumber", Codecs.Text, static (CourseOffering c) => ref c._courseNumber),
        RecordMember.Optional("academicSession", Codecs.Text, static (CourseOffering c) => ref c._academicSession),
    ];

    internal static new readonly RecordShape<CourseOffering> Shape = new(
        "CourseOffering",
        static () => new() { Id = default },
        [
            .. IdentifyingMembers(new TypeCodec("CourseOffering", open: false), CanvasGroupExtension.Shape),
            .. OwnMembers,
            .. DescribingMembers,
        ]);

    private string? _courseNumber;
    private string? _academicSession;

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
    public string? CourseNumber { get => _courseNumber; init => _courseNumber = value; }

    /// <summary>The term in which it is offered.</summary>
    /// <remarks>Free text (<c>Fall 2026</c>). Canvas does not send it. Source: Caliper 1.1, appendix C (CourseOffering).</remarks>
    public string? AcademicSession { get => _academicSession; init => _academicSession = value; }

    private protected override RecordShape GetShape() => Shape;
}
