using System.Text.Json;
using System.Text.Json.Serialization;

namespace Instructure.GradeEvents.Serialization;

/// <summary>Lets System.Text.Json read and write a <see cref="Iri"/>, also as the key of a dictionary.</summary>
/// <remarks>The type names it in an attribute, so that you need it only for your own. It has no state.</remarks>
public sealed class IriJsonConverter : JsonConverter<Iri>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">It is not a string that is an absolute IRI.</exception>
    public override Iri Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => PayloadJsonConverter<Iri>.Read(ref reader, Codecs.Iri);

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="writer"/> is null.</exception>
    public override void Write(Utf8JsonWriter writer, Iri value, JsonSerializerOptions options)
        => Codecs.Iri.Write(writer ?? throw new ArgumentNullException(nameof(writer)), value);

    /// <inheritdoc/>
    /// <exception cref="JsonException">It is not a string that is an absolute IRI.</exception>
    public override Iri ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => Iri.TryParse(reader.GetString(), out var value)
            ? value
            : throw new JsonException($"expected {Codecs.Iri.Expected} as the name of the member, found \"{reader.GetString()}\"");

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="writer"/> is null.</exception>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, Iri value, JsonSerializerOptions options)
        => (writer ?? throw new ArgumentNullException(nameof(writer))).WritePropertyName(value.ToString());
}
