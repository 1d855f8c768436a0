using Instructure.GradeEvents.Validation.Schemas;
using Newtonsoft.Json.Linq;

namespace Instructure.GradeEvents.Validation.Checks;

/// <summary>Tells the format of a document from its members, also when some are missing.</summary>
internal static class PayloadFormats
{
    private static readonly string[] s_envelope = ["sensor", "sendTime", "dataVersion", "data"];
    private static readonly string[] s_event = ["@context", "id", "type", "actor", "action", "object", "eventTime"];

    /// <summary>The format; those for which no member is missing, when a document has the members of several; none when it has of none.</summary>
    internal static IReadOnlyList<PayloadFormat> Of(JObject document)
    {
        // What there is of each format, as a part of what there should be.
        (PayloadFormat Format, double Part)[] candidates =
        [
            (PayloadFormat.Canvas, PartOfCanvas(document)),
            (PayloadFormat.CaliperEnvelope, PartOf(document, s_envelope, least: 2)),
            (PayloadFormat.CaliperEvent, PartOfEvent(document)),
        ];
        var most = candidates.Max(static candidate => candidate.Part);
        return most <= 0 ? []
            : most < 1 ? [candidates.First(candidate => candidate.Part >= most).Format]
            : [.. candidates.Where(static candidate => candidate.Part >= 1).Select(static candidate => candidate.Format)];
    }

    private static double PartOf(JObject document, string[] names, int least)
    {
        var count = names.Count(document.ContainsKey);
        return count < least ? 0 : (double)count / names.Length;
    }

    private static double PartOfCanvas(JObject document)
    {
        var metadata = CanvasGradeEvent.MetadataOf(document);
        var hasBody = document.ContainsKey("body");
        return metadata is not null && hasBody ? 1
            : metadata is JObject members && (members.ContainsKey("event_name") || members.ContainsKey("event_time")) ? 0.5
            : hasBody && CanvasGradeEvent.Resembling(document["body"]) is not null ? 0.5
            : 0;
    }

    private static double PartOfEvent(JObject document) => (document["type"] as JValue)?.Value switch
    {
        Terms.GradeEvent => PartOf(document, s_event, least: 1), // it says so itself
        string term when Terms.IsEvent(term) && document.ContainsKey("@context") => 1, // of which we know no other members
        _ => PartOf(document, s_event, least: 4),
    };
}
