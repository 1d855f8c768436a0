using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Canvas;

/// <summary>An event of Canvas that this library has no record for, with the JSON of its body as it came.</summary>
/// <remarks>
/// A subscription delivers whatever it was set to: <c>submission_created</c>, <c>quiz_submitted</c>. Source: Canvas event documentation.
/// </remarks>
/// <example><code>var mine = unknown.Body.Deserialize&lt;QuizSubmitted&gt;();</code></example>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
public sealed record UnknownCanvasEvent : CanvasEvent
{
    private readonly JsonValue _body;

    /// <summary>Makes an event for you to fill.</summary>
    public UnknownCanvasEvent()
    {
    }

    [SetsRequiredMembers]
    internal UnknownCanvasEvent(CanvasEventMetadata metadata, JsonValue body)
        => (Metadata, _body) = (metadata, body);

    /// <summary>What happened, as it came.</summary>
    /// <remarks>Nearly always a JSON object. It is copied when this is set. Source: Canvas event documentation.</remarks>
    public required JsonElement Body
    {
        get => _body.Element;
        init => _body = JsonValue.From(value, nameof(value));
    }

    internal override void WriteBody(Utf8JsonWriter writer) => _body.WriteTo(writer);
}
