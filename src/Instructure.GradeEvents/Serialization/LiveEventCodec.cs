using System.Text.Json;
using Instructure.GradeEvents.Caliper;

namespace Instructure.GradeEvents.Serialization;

/// <summary>A document of either format, recognised by its members, whatever their order.</summary>
internal sealed class LiveEventCodec : Codec<LiveEvent>
{
    internal static readonly LiveEventCodec Instance = new();

    private enum Format
    {
        Unknown,
        Caliper,
        Canvas,
        BareCaliper,
    }

    internal override string Expected => "a Caliper envelope (an object with \"dataVersion\" and \"data\") or a Canvas event (an object with \"metadata\" and \"body\")";

    internal override LiveEvent Read(ref EventReader json)
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            throw json.Unexpected(Expected);
        }

        return Recognise(json.Reader) switch
        {
            Format.Caliper => CaliperEnvelope.Shape.Read(ref json),
            Format.Canvas => CanvasEventCodec.Instance.Read(ref json),
            Format.BareCaliper => throw json.Error(json.Reader, $"expected {Expected}, found a Caliper event or entity without an envelope; JsonSerializer.Deserialize<CaliperEvent> reads such an event, with GradeEventSerializer.Options"),
            _ => throw json.Error(json.Reader, $"expected {Expected}, found an object that is neither"),
        };
    }

    internal override void Write(Utf8JsonWriter writer, LiveEvent value) => value.WriteTo(writer);

    private static Format Recognise(Utf8JsonReader reader)
    {
        // dataVersion and metadata decide at once; the others are names that anybody might add.
        var format = Format.Unknown;
        var hasContext = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (EventReader.TextEquals(reader, "metadata"u8) || EventReader.TextEquals(reader, "attributes"u8))
            {
                return Format.Canvas;
            }

            if (EventReader.TextEquals(reader, "dataVersion"u8))
            {
                return Format.Caliper;
            }

            if (EventReader.TextEquals(reader, "sensor"u8) || EventReader.TextEquals(reader, "data"u8))
            {
                format = Format.Caliper;
            }
            else if (format == Format.Unknown && EventReader.TextEquals(reader, "body"u8))
            {
                format = Format.Canvas;
            }

            hasContext |= EventReader.TextEquals(reader, "@context"u8);
            reader.TrySkip();
        }

        return format == Format.Unknown && hasContext ? Format.BareCaliper : format;
    }
}
