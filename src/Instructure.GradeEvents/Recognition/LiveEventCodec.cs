using System.Runtime.ExceptionServices;
using System.Text.Json;
using Instructure.GradeEvents.Caliper;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Recognition;

/// <summary>A document of either format, recognised by its members, whatever their order.</summary>
/// <remarks>
/// The format is guessed from the first member that only one format has. That is right for all but odd documents, and costs nothing. If the document can't be read
/// in that format, or has members of another format, too, <see cref="DocumentRoot"/> decides.
/// </remarks>
internal sealed class LiveEventCodec : Codec<LiveEvent>
{
    internal static readonly LiveEventCodec Instance = new();

    internal override string Expected => DocumentRoot.Expected;

    internal override LiveEvent Read(ref EventReader json)
    {
        var start = json.Reader;
        DocumentRoot? root = null;
        if (json.TokenType == JsonTokenType.StartObject && Guess(start) is { } guess)
        {
            try
            {
                var result = Read(ref json, guess);
                if (!MayBeOfAnotherFormat(result, guess))
                {
                    return result;
                }
            }
            catch (JsonException) when ((root = RootOfAnother(start, guess)) is not null)
            {
                // The guess was wrong. An exception that tells nothing new is not caught, so that it is thrown once.
            }
        }

        json.Restart(start);
        return ReadByRoot(ref json, root ?? new(start, RecordVocabulary.Instance));
    }

    internal override void Write(Utf8JsonWriter writer, LiveEvent value) => value.WriteTo(writer);

    /// <summary>Reads the document in the first of its formats in which it can be read.</summary>
    private LiveEvent ReadByRoot(ref EventReader json, DocumentRoot root)
    {
        var start = json.Reader;
        ExceptionDispatchInfo? first = null;
        foreach (var format in root.Formats)
        {
            try
            {
                return Read(ref json, format);
            }
            catch (JsonException error)
            {
                first ??= ExceptionDispatchInfo.Capture(error);
                json.Restart(start);
            }
        }

        first?.Throw();
        throw root.Found is { } found ? json.Error(start, "expected an event, found " + found) : json.Unexpected(Expected);
    }

    private static LiveEvent Read(ref EventReader json, DocumentFormat format) => format switch
    {
        DocumentFormat.CaliperEnvelope => CaliperEnvelope.Shape.Read(ref json),
        DocumentFormat.CaliperEvent => Codecs.Event.Read(ref json),
        _ => CanvasEventCodec.Instance.Read(ref json),
    };

    /// <summary>The root of a document that could not be read in the guessed format; null when it can't be anything else, so that the error of the guess stands.</summary>
    private static DocumentRoot? RootOfAnother(Utf8JsonReader start, DocumentFormat guess)
    {
        try
        {
            var root = new DocumentRoot(start, RecordVocabulary.Instance);
            return root.Found is null && root.Formats.All(format => format == guess) ? null : root;
        }
        catch (JsonException)
        {
            return null; // not well formed further on
        }
    }

    /// <summary>Whether what was read has one of the members that a document of another format must have.</summary>
    private static bool MayBeOfAnotherFormat(LiveEvent liveEvent, DocumentFormat format) => format switch
    {
        // Before a bare event was guessed, all names of the root were seen. One of another type may be an entity.
        DocumentFormat.CaliperEvent => liveEvent is UnknownCaliperEvent unknown && !DocumentRoot.IsEvent(unknown.Type),
        DocumentFormat.CaliperEnvelope => liveEvent.UnknownMembers is { Count: > 0 } members && (members.ContainsKey("body") || members.ContainsKey("type")),
        _ => liveEvent.UnknownMembers is { Count: > 0 } members && (members.ContainsKey("data") || members.ContainsKey("type")),
    };

    /// <summary>Guesses the format from the first name that only one of them has; null when there is no such name, and none that hints at one.</summary>
    private static DocumentFormat? Guess(Utf8JsonReader reader)
    {
        DocumentFormat? format = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (IsMetadata(reader))
            {
                return DocumentFormat.Canvas;
            }

            if (EventReader.TextEquals(reader, "dataVersion"u8))
            {
                return DocumentFormat.CaliperEnvelope;
            }

            // These names only hint at a format, since anybody might add such a member.
            DocumentFormat? weak = EventReader.TextEquals(reader, "sensor"u8) || EventReader.TextEquals(reader, "data"u8) ? DocumentFormat.CaliperEnvelope
                : EventReader.TextEquals(reader, "body"u8) ? DocumentFormat.Canvas
                : EventReader.TextEquals(reader, "@context"u8) ? DocumentFormat.CaliperEvent
                : null;
            format = format is null || (format == DocumentFormat.CaliperEvent && weak is not null) ? weak : format;
            reader.TrySkip();
        }

        return format;
    }

    private static bool IsMetadata(in Utf8JsonReader reader)
        => EventReader.TextEquals(reader, "metadata"u8) || EventReader.TextEquals(reader, "attributes"u8);
}
