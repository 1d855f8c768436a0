using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Instructure.GradeEvents.Caliper;
using Instructure.GradeEvents.Tool.Input;

namespace Instructure.GradeEvents.Tool.Reading;

/// <summary>Payloads into the types and back, whatever they are: a live event, or a Caliper event without an envelope.</summary>
internal static class PayloadJson
{
    /// <summary>Reads a payload.</summary>
    /// <param name="utf8">Its text.</param>
    /// <param name="payload">A <see cref="LiveEvent"/> or a <see cref="CaliperEvent"/>; or null.</param>
    /// <param name="error">What is wrong; or null.</param>
    internal static bool TryRead(ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out PayloadObject? payload, [NotNullWhen(false)] out string? error)
    {
        if (GradeEventSerializer.TryDeserialize(utf8, out var liveEvent, out error))
        {
            payload = liveEvent;
            return true;
        }

        payload = null;
        if (!IsBareEvent(utf8))
        {
            return false;
        }

        try
        {
            payload = JsonSerializer.Deserialize<CaliperEvent>(TextHead.WithoutByteOrderMark(utf8), GradeEventSerializer.Options)!;
            error = null;
            return true;
        }
        catch (JsonException exception)
        {
            error = exception.Message;
            return false;
        }
    }

    /// <summary>Writes a payload that was read, on one line.</summary>
    internal static void Write(IBufferWriter<byte> destination, PayloadObject payload)
    {
        if (payload is LiveEvent liveEvent)
        {
            GradeEventSerializer.Serialize(destination, liveEvent);
            return;
        }

        using var writer = new Utf8JsonWriter(destination, new JsonWriterOptions { Encoder = GradeEventSerializer.Options.Encoder });
        JsonSerializer.Serialize(writer, (CaliperEvent)payload, GradeEventSerializer.Options);
    }

    /// <summary>Whether it is an object with a context, as events have that are not in an envelope.</summary>
    private static bool IsBareEvent(ReadOnlySpan<byte> utf8)
    {
        try
        {
            var reader = new Utf8JsonReader(TextHead.WithoutByteOrderMark(utf8));
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("@context"u8))
                {
                    return true;
                }

                reader.Skip();
            }
        }
        catch (JsonException)
        {
            // What is wrong has been said.
        }

        return false;
    }
}
