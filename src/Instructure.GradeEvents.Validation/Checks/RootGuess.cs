using System.Text.Json;
using Instructure.GradeEvents.Validation.Documents;
using Instructure.GradeEvents.Validation.Schemas;

namespace Instructure.GradeEvents.Validation.Checks;

/// <summary>What a document is likely to be, by its first members: nearly always right, so that one pass will do.</summary>
internal static class RootGuess
{
    /// <summary>So many members are looked at.</summary>
    private const int Most = 8;

    private static readonly NameTable s_names = new(["metadata", "attributes", "sensor", "sendTime", "dataVersion", "data", "@context", "actor", "action", "object", "eventTime", "generated"]);

    internal static RootRule Of(ReadOnlySpan<byte> utf8)
    {
        try
        {
            var json = new Utf8JsonReader(utf8.Slice(Utf8.BomLength(utf8)), new JsonReaderOptions { MaxDepth = 2 * PayloadPass.MaxDepth });
            json.Read();
            for (var i = 0; i < Most && json.TokenType is JsonTokenType.StartObject or JsonTokenType.PropertyName or JsonTokenType.EndObject; i++)
            {
                if (!json.Read() || json.TokenType != JsonTokenType.PropertyName)
                {
                    break;
                }

                var name = s_names.Find(json.ValueSpan);
                json.Read();
                switch (name)
                {
                    case 0 or 1:
                        return OfMetadata(ref json) is { } known ? RootRule.Of(known, isOfStream: name == 1) : RootRule.Unknown;
                    case >= 2 and < 6:
                        return RootRule.Envelope;
                    case >= 6:
                        return RootRule.Event;
                }

                json.Skip();
            }
        }
        catch (JsonException)
        {
            // The pass comes to this place too, and says what is wrong.
        }

        return RootRule.Unknown;
    }

    /// <summary>The grade event that the metadata name.</summary>
    private static CanvasGradeEvent? OfMetadata(ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            return null;
        }

        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var isName = json.ValueSpan.SequenceEqual("event_name"u8);
            json.Read();
            if (isName)
            {
                return json.TokenType == JsonTokenType.String ? CanvasGradeEvent.Find(json.ValueSpan) : null;
            }

            json.Skip();
        }

        return null;
    }
}
