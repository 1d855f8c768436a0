using System.Text.Json;
using System.Text.Json.Serialization;

namespace Instructure.GradeEvents.Serialization;

/// <summary>Lets System.Text.Json read and write a <see cref="CanvasUrn"/>, also as the key of a dictionary.</summary>
/// <remarks>The type names it in an attribute, so that you need it only for your own. It has no state.</remarks>
public sealed class CanvasUrnJsonConverter : JsonConverter<CanvasUrn>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">It is not a string that is a Canvas URN.</exception>
    public override CanvasUrn Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => PayloadJsonConverter<CanvasUrn>.Read(ref reader, Codecs.Urn);

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="writer"/> is null.</exception>
    public override void Write(Utf8JsonWriter writer, CanvasUrn value, JsonSerializerOptions options)
        => Codecs.Urn.Write(writer ?? throw new ArgumentNullException(nameof(writer)), value);

    /// <inheritdoc/>
    /// <exception cref="JsonException">It is not a string that is a Canvas URN.</exception>
    public override CanvasUrn ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => CanvasUrn.TryParse(reader.GetString(), out var value)
            ? value
            : throw new JsonException($"expected {Codecs.Urn.Expected} as the name of the member, found \"{reader.GetString()}\"");

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="writer"/> is null.</exception>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, CanvasUrn value, JsonSerializerOptions options)
        => (writer ?? throw new ArgumentNullException(nameof(writer))).WritePropertyName(value.ToString());
}
