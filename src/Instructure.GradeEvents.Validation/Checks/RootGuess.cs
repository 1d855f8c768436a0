using Instructure.GradeEvents.Documents;
using Instructure.GradeEvents.Validation.Documents;
using Instructure.GradeEvents.Validation.Schemas;

namespace Instructure.GradeEvents.Validation.Checks;

/// <summary>What a document is likely to be, by its first members: nearly always right, so that one pass will do.</summary>
internal static class RootGuess
{
    private static readonly NameTable s_names = new("metadata", "attributes", "sensor", "sendTime", "dataVersion", "data", "@context", "actor", "action", "object", "eventTime", "generated");

    internal static RootRule Of(ReadOnlySpan<byte> utf8)
    {
        var json = new PlainJson(utf8, Utf8.BomLength(utf8));
        if (!json.TrySkip('{'))
        {
            return RootRule.Unknown;
        }

        // Texts before the first member that tells are gone over. Where something else stands there, there is no guess.
        while (json.TrySkipText(out var name) && json.TrySkip(':'))
        {
            switch (s_names.Find(name.Raw(utf8)))
            {
                case 0:
                    return OfMetadata(utf8, ref json, isOfStream: false);
                case 1:
                    return OfMetadata(utf8, ref json, isOfStream: true);
                case >= 2 and < 6:
                    return RootRule.Envelope;
                case >= 6:
                    return RootRule.Event;
            }

            if (!json.TrySkipText(out _) || !json.TrySkip(','))
            {
                break;
            }
        }

        return RootRule.Unknown;
    }

    /// <summary>By the name of the event, which stands at the beginning of the metadata.</summary>
    private static RootRule OfMetadata(ReadOnlySpan<byte> utf8, ref PlainJson json, bool isOfStream)
    {
        if (json.TrySkip('{'))
        {
            while (json.TrySkipText(out var name) && json.TrySkip(':') && json.TrySkipText(out var text))
            {
                if (name.Raw(utf8).SequenceEqual("event_name"u8))
                {
                    return CanvasGradeEvent.Find(text.Raw(utf8)) is { } known ? RootRule.Of(known, isOfStream) : RootRule.Unknown;
                }

                if (!json.TrySkip(','))
                {
                    break;
                }
            }
        }

        return RootRule.Unknown;
    }
}
