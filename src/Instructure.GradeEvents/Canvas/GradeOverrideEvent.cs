using System.Text.Json;
using System.Text.Json.Serialization;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Canvas;

/// <summary>The event <c>grade_override</c>: somebody set or removed an override of a student's course score.</summary>
/// <remarks>Source: Canvas event documentation, grade_override.</remarks>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
public sealed record GradeOverrideEvent : CanvasEvent
{
    private readonly GradeOverrideBody? _body;

    /// <summary>What happened.</summary>
    /// <remarks>Always there. Source: Canvas event documentation, grade_override.</remarks>
    public required GradeOverrideBody Body
    {
        get => _body!;
        init => _body = value ?? throw new ArgumentNullException(nameof(value));
    }

    internal override void WriteBody(Utf8JsonWriter writer) => Body.WriteTo(writer);
}
