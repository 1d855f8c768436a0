using System.Text.Json;
using System.Text.Json.Serialization;

namespace Instructure.GradeEvents.Serialization;

/// <summary>A codec as a converter of System.Text.Json.</summary>
internal sealed class PayloadJsonConverter<T>(Codec<T> codec) : JsonConverter<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader, codec);

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => codec.Write(writer, value);

    internal static T Read(ref Utf8JsonReader reader, Codec<T> codec)
    {
        var json = new EventReader(reader);
        var depth = reader.CurrentDepth;
        try
        {
            var value = codec.Read(ref json);
            reader = json.Reader;
            return value;
        }
        catch (JsonException error) when (depth > 0)
        {
            // Inside of somebody's own type. The serializer knows the path to this value, and adds it when there is none.
            var message = error.Path is null ? json.WithPath(error).Message : error.Message;
            throw new JsonException(message.StartsWith("$: ", StringComparison.Ordinal) ? message.Substring(3) : "in this value, " + message, error);
        }
        catch (JsonException error) when (error.Path is null)
        {
            throw json.WithPath(error);
        }
    }
}
