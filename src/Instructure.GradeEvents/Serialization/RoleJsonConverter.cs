using System.Text.Json;
using System.Text.Json.Serialization;

namespace Instructure.GradeEvents.Serialization;

/// <summary>Lets System.Text.Json read and write a <see cref="Role"/>, also as the key of a dictionary.</summary>
/// <remarks>The type names it in an attribute, so that you need it only for your own. It has no state.</remarks>
public sealed class RoleJsonConverter : JsonConverter<Role>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">It is not a string.</exception>
    public override Role Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => PayloadJsonConverter<Role>.Read(ref reader, Codecs.Role);

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="writer"/> is null.</exception>
    public override void Write(Utf8JsonWriter writer, Role value, JsonSerializerOptions options)
        => Codecs.Role.Write(writer ?? throw new ArgumentNullException(nameof(writer)), value);

    /// <inheritdoc/>
    /// <exception cref="JsonException">It is not a string.</exception>
    public override Role ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => reader.GetString() is { } text
            ? new(text)
            : throw new JsonException($"expected {Codecs.Role.Expected} as the name of the member, found \"{reader.GetString()}\"");

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="writer"/> is null.</exception>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, Role value, JsonSerializerOptions options)
        => (writer ?? throw new ArgumentNullException(nameof(writer))).WritePropertyName(value.ToString());
}
