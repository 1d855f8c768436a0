using System.Runtime.ExceptionServices;
using System.Text.Json;
using Instructure.GradeEvents.Caliper;
using Instructure.GradeEvents.Recognition;

namespace Instructure.GradeEvents.Serialization;

/// <summary>A document of either format, recognised by its members, whatever their order.</summary>
/// <remarks>
/// The first member that tells is right for all but odd documents, and costs nothing. It is not believed when the document doesn't read so, or
/// when what was read has members by which another format is told: then <see cref="DocumentRoot"/> decides.
/// </remarks>
internal sealed class LiveEventCodec : Codec<LiveEvent>
{
    internal static readonly LiveEventCodec Instance = new();

    internal override string Expected => DocumentRoot.Expected;

    internal override LiveEvent Read(ref EventReader json)
    {
        var start = json.Reader;
        var guess = json.TokenType == JsonTokenType.StartObject ? Guess(start) : null;
        if (guess is null)
        {
            return ReadByRoot(ref json, new(start, RecordVocabulary.Instance), default);
        }

        var attempt = new Attempt { Format = guess };
        DocumentRoot? root = null;
        try
        {
            attempt.Event = Read(ref json, guess.GetValueOrDefault());
        }
        catch (JsonException error) when ((root = RootOfAnother(start, guess.GetValueOrDefault())) is not null)
        {
            attempt.Error = ExceptionDispatchInfo.Capture(error);
        }

        if (attempt.Event is not null && !MayBeOfAnotherFormat(attempt.Event, guess.GetValueOrDefault()))
        {
            return attempt.Event;
        }

        var end = json.Reader;
        json.Rewind(start);
        var result = ReadByRoot(ref json, root ?? new(start, RecordVocabulary.Instance), attempt);
        if (ReferenceEquals(result, attempt.Event))
        {
            json.Rewind(end);
        }

        return result;
    }

    internal override void Write(Utf8JsonWriter writer, LiveEvent value) => value.WriteTo(writer);

    /// <summary>Reads the document as the first of its formats as which it reads.</summary>
    /// <param name="json">At the beginning of the document.</param>
    /// <param name="root">What its root tells.</param>
    /// <param name="attempt">What came of reading it as the format that was guessed.</param>
    private LiveEvent ReadByRoot(ref EventReader json, DocumentRoot root, in Attempt attempt)
    {
        var start = json.Reader;
        ExceptionDispatchInfo? first = null;
        foreach (var format in root.Formats)
        {
            if (format == attempt.Format)
            {
                if (attempt.Event is not null)
                {
                    return attempt.Event;
                }

                first ??= attempt.Error;
                continue;
            }

            json.Rewind(start);
            try
            {
                return Read(ref json, format);
            }
            catch (JsonException error)
            {
                first ??= ExceptionDispatchInfo.Capture(error);
            }
        }

        json.Rewind(start);
        if (root.Found is { } found)
        {
            throw json.Error(start, "expected an event, found " + found);
        }

        // Of what is of no format, the name by which one was guessed tells most.
        (first ?? attempt.Error)?.Throw();
        throw json.Unexpected(Expected);
    }

    private static LiveEvent Read(ref EventReader json, DocumentFormat format) => format switch
    {
        DocumentFormat.CaliperEnvelope => CaliperEnvelope.Shape.Read(ref json),
        DocumentFormat.CaliperEvent => EntityCodecs.Event.Read(ref json),
        _ => CanvasEventCodec.Instance.Read(ref json),
    };

    /// <summary>The root of a document that didn't read as was guessed, if it may be something else; null when the error that there is will do.</summary>
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

    /// <summary>Whether what was read has a member without which the document is of no other format.</summary>
    private static bool MayBeOfAnotherFormat(LiveEvent liveEvent, DocumentFormat format) => format switch
    {
        // Before a bare event was guessed, all names of the root were seen. One of another type may be an entity.
        DocumentFormat.CaliperEvent => liveEvent is UnknownCaliperEvent unknown && !DocumentRoot.IsEvent(unknown.Type),
        DocumentFormat.CaliperEnvelope => liveEvent.UnknownMembers is { Count: > 0 } members && (members.ContainsKey("body") || members.ContainsKey("type")),
        _ => liveEvent.UnknownMembers is { Count: > 0 } members && (members.ContainsKey("data") || members.ContainsKey("type")),
    };

    /// <summary>By the first name that tells.</summary>
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

            // These are names that anybody might add.
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

    /// <summary>What came of reading a document as one format.</summary>
    private struct Attempt
    {
        internal DocumentFormat? Format;
        internal LiveEvent? Event;
        internal ExceptionDispatchInfo? Error;
    }
}
