using System.Text.Json;
using System.Text.Json.Serialization;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Canvas;

/// <summary>The event <c>course_grade_change</c>: a student's scores in a course changed.</summary>
/// <remarks>Source: Canvas event documentation, course_grade_change.</remarks>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
public sealed record CourseGradeChangeEvent : CanvasEvent
{
    private readonly CourseGradeChangeBody? _body;

    /// <summary>What happened.</summary>
    /// <remarks>Always there. Source: Canvas event documentation, course_grade_change.</remarks>
    public required CourseGradeChangeBody Body
    {
        get => _body!;
        init => _body = value ?? throw new ArgumentNullException(nameof(value));
    }

    internal override void WriteBody(Utf8JsonWriter writer) => Body.WriteTo(writer);
}
