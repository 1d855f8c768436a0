using System.Runtime.ExceptionServices;
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

        var start = json.Reader;
        var format = Recognise(start);
        try
        {
            return Read(ref json, format);
        }
        catch (JsonException error) when (RecogniseByPairs(start, otherThan: format) is var other and not Format.Unknown)
        {
            // The first telling name was one that somebody added to the other format.
            json.Rewind(start);
            try
            {
                return Read(ref json, other);
            }
            catch (JsonException) when (RecogniseByPairs(start, otherThan: other) == format)
            {
                // It could be either, and is a broken one of both: what the first name says is as good.
                ExceptionDispatchInfo.Capture(error).Throw();
                throw;
            }
        }
    }

    internal override void Write(Utf8JsonWriter writer, LiveEvent value) => value.WriteTo(writer);

    private LiveEvent Read(ref EventReader json, Format format) => format switch
    {
        Format.Caliper => CaliperEnvelope.Shape.Read(ref json),
        Format.Canvas => CanvasEventCodec.Instance.Read(ref json),
        Format.BareCaliper => EntityCodecs.Event.Read(ref json),
        _ => throw json.Unexpected(Expected),
    };

    /// <summary>By the first name that tells, which is right for all but odd documents and costs nothing.</summary>
    private static Format Recognise(Utf8JsonReader reader)
    {
        var format = Format.Unknown;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (IsMetadata(reader))
            {
                return Format.Canvas;
            }

            if (EventReader.TextEquals(reader, "dataVersion"u8))
            {
                return Format.Caliper;
            }

            // These are names that anybody might add.
            var weak = EventReader.TextEquals(reader, "sensor"u8) || EventReader.TextEquals(reader, "data"u8) ? Format.Caliper
                : EventReader.TextEquals(reader, "body"u8) ? Format.Canvas
                : EventReader.TextEquals(reader, "@context"u8) ? Format.BareCaliper
                : Format.Unknown;
            format = format is Format.Unknown or Format.BareCaliper && weak != Format.Unknown ? weak : format;
            reader.TrySkip();
        }

        return format;
    }

    /// <summary>The other format, if the two names are there that every document of it has.</summary>
    private static Format RecogniseByPairs(Utf8JsonReader reader, Format otherThan)
    {
        var (hasMetadata, hasBody, hasDataVersion, hasData) = (false, false, false, false);
        try
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                hasMetadata |= IsMetadata(reader);
                hasBody |= EventReader.TextEquals(reader, "body"u8);
                hasDataVersion |= EventReader.TextEquals(reader, "dataVersion"u8);
                hasData |= EventReader.TextEquals(reader, "data"u8);
                reader.TrySkip();
            }
        }
        catch (JsonException)
        {
            return Format.Unknown; // broken anyway: the error that there is will do
        }

        return hasMetadata && hasBody && otherThan != Format.Canvas ? Format.Canvas
            : hasDataVersion && hasData && otherThan != Format.Caliper ? Format.Caliper
            : Format.Unknown;
    }

    private static bool IsMetadata(in Utf8JsonReader reader)
        => EventReader.TextEquals(reader, "metadata"u8) || EventReader.TextEquals(reader, "attributes"u8);
}
