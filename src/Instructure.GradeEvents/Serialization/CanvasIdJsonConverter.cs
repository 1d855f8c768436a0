using System.Text.Json;
using System.Text.Json.Serialization;

namespace Instructure.GradeEvents.Serialization;

/// <summary>Lets System.Text.Json read and write a <see cref="CanvasId"/>, also as the key of a dictionary.</summary>
/// <remarks>The type names it in an attribute, so that you need it only for your own. It has no state.</remarks>
public sealed class CanvasIdJsonConverter : JsonConverter<CanvasId>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">It is neither a string nor an integer that is a Canvas id.</exception>
    public override CanvasId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => PayloadJsonConverter<CanvasId>.Read(ref reader, Codecs.Id);

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="writer"/> is null.</exception>
    public override void Write(Utf8JsonWriter writer, CanvasId value, JsonSerializerOptions options)
        => Codecs.Id.Write(writer ?? throw new ArgumentNullException(nameof(writer)), value);

    /// <inheritdoc/>
    /// <exception cref="JsonException">It is neither a string nor an integer that is a Canvas id.</exception>
    public override CanvasId ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => CanvasId.TryParse(reader.GetString(), out var value)
            ? value
            : throw new JsonException($"expected {Codecs.Id.Expected} as the name of the member, found \"{reader.GetString()}\"");

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="writer"/> is null.</exception>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, CanvasId value, JsonSerializerOptions options)
        => (writer ?? throw new ArgumentNullException(nameof(writer))).WritePropertyName(value.ToString());
}
