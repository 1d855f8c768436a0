using System.Text.Json;
using System.Text.Json.Serialization;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Canvas;

/// <summary>The event <c>final_grade_custom_status</c>: somebody put a custom status on a student's final grade, changed it or took it off.</summary>
/// <remarks>Source: Canvas event documentation, final_grade_custom_status.</remarks>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
public sealed record FinalGradeCustomStatusEvent : CanvasEvent
{
    private readonly FinalGradeCustomStatusBody? _body;

    /// <summary>What happened.</summary>
    /// <remarks>Always there. Source: Canvas event documentation, final_grade_custom_status.</remarks>
    public required FinalGradeCustomStatusBody Body
    {
        get => _body!;
        init => _body = value ?? throw new ArgumentNullException(nameof(value));
    }

    internal override void WriteBody(Utf8JsonWriter writer) => Body.WriteTo(writer);
}
