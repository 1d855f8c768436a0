using System.Text.Json;
using System.Text.Json.Serialization;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Canvas;

/// <summary>The event <c>grade_change</c>: a submission was graded, or graded anew.</summary>
/// <remarks>Source: Canvas event documentation, grade_change.</remarks>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
public sealed record GradeChangeEvent : CanvasEvent
{
    private readonly GradeChangeBody? _body;

    /// <summary>What happened.</summary>
    /// <remarks>Always there. Source: Canvas event documentation, grade_change.</remarks>
    public required GradeChangeBody Body
    {
        get => _body!;
        init => _body = value ?? throw new ArgumentNullException(nameof(value));
    }

    internal override void WriteBody(Utf8JsonWriter writer) => Body.WriteTo(writer);
}
