using Instructure.GradeEvents.Validation.Documents;
using Instructure.GradeEvents.Validation.Schemas;
using Newtonsoft.Json.Linq;

namespace Instructure.GradeEvents.Validation.Checks;

/// <summary>Validates one payload, from its text to its report.</summary>
internal static class PayloadCheck
{
    /// <summary>No payload comes near. A hostile one takes up to seventy times as much memory.</summary>
    internal const int MaxBytes = 32 * 1024 * 1024;

    internal static ValidationReport Run(ReadOnlySpan<byte> utf8, GradeEventValidatorOptions options)
    {
        if (utf8.Length > MaxBytes)
        {
            return TooLarge(options);
        }

        var faults = new FaultList(options.Strict);
        var document = PayloadReader.Read(utf8, faults);
        if (document is null or LocatedValue { HasFault: true })
        {
            return new(PayloadKind.Unknown, faults.ToIssues(utf8));
        }

        IReadOnlyList<PayloadFormat> formats = document is JObject root ? PayloadFormats.Of(root) : [];
        if (formats.Count == 0)
        {
            faults.Error("unknown-payload", document, "This is no grade event; expected a Caliper envelope (an object with \"dataVersion\" and \"data\"), a Caliper event (\"@context\" and \"type\") "
                + $"or a Canvas event (\"metadata\" and \"body\"); found {Describe(document)}.");
            return new(PayloadKind.Unknown, faults.ToIssues(utf8));
        }

        var kind = Check((JObject)document, formats[0], faults, options);
        foreach (var format in formats.Skip(1))
        {
            if (!faults.HasErrors)
            {
                break;
            }

            // It could be either: it is what it is without an error.
            var otherFaults = new FaultList(options.Strict);
            var otherKind = Check((JObject)PayloadReader.Read(utf8, otherFaults)!, format, otherFaults, options);
            if (!otherFaults.HasErrors)
            {
                (kind, faults) = (otherKind, otherFaults);
            }
        }

        return new(kind, faults.ToIssues(utf8));
    }

    internal static ValidationReport TooLarge(GradeEventValidatorOptions options)
    {
        var faults = new FaultList(options.Strict);
        faults.Error("too-large", container: null, offset: 0, $"The document is larger than {MaxBytes / 1024 / 1024} MB; expected one event.");
        return new(PayloadKind.Unknown, faults.ToIssues(default));
    }

    private static string Describe(JToken document)
    {
        const int Most = 5;
        var names = document is JObject { Count: > 0 } members ? members.Properties().Select(static property => Quote.Of(property.Name)).ToArray() : [];
        return document is JArray ? "an array, whose items are to be validated one by one"
            : Quote.Of(document) + (names.Length == 0 ? string.Empty : " with " + string.Join(", ", names.Take(Most)) + (names.Length > Most ? ", …" : string.Empty));
    }

    private static PayloadKind Check(JObject document, PayloadFormat format, FaultList faults, GradeEventValidatorOptions options)
    {
        var kind = format switch
        {
            PayloadFormat.CaliperEnvelope => CheckEnvelope(document, faults),
            PayloadFormat.CaliperEvent => CheckEvent(document, faults),
            _ => CheckCanvas(document, faults),
        };
        if (options.CheckConsistency)
        {
            new ConsistencyCheck(faults).Run(document, kind);
        }

        return kind;
    }

    private static PayloadKind CheckEnvelope(JObject document, FaultList faults)
    {
        new SchemaWalk(faults).Walk(document, SchemaLibrary.Instance["CaliperEnvelope"]);
        return PayloadKind.CaliperEnvelope;
    }

    private static PayloadKind CheckEvent(JObject document, FaultList faults)
    {
        if (document["type"] is JValue { Value: string term } type && term != Terms.GradeEvent && Terms.IsEvent(term))
        {
            SchemaWalk.FailUnknownEvent(faults, type, term);
        }
        else
        {
            new SchemaWalk(faults).Walk(document, SchemaLibrary.Instance[Terms.GradeEvent]);
        }

        return PayloadKind.CaliperEvent;
    }

    private static PayloadKind CheckCanvas(JObject document, FaultList faults)
    {
        var nameToken = (CanvasGradeEvent.MetadataOf(document) as JObject)?["event_name"];
        var body = document["body"];
        var name = nameToken is LocatedValue { HasFault: false, Value: string text } ? text : null;
        var named = name is null ? null : CanvasGradeEvent.Find(name);
        if (name is not null && named is null)
        {
            faults.Error("unknown-event", nameToken!, $"\"event_name\" is {Quote.Of(name)}, which is no grade event; expected {CanvasGradeEvent.Expected}{SimilarName.Ask(SimilarName.Find(name, CanvasGradeEvent.Names))}");
            return PayloadKind.Unknown;
        }

        var walk = new SchemaWalk(faults);
        var resembling = CanvasGradeEvent.Resembling(body);
        if (named is not null && resembling is not null && named.CountOwnMembers(body) == 0)
        {
            faults.Error("body-mismatch", body!, $"\"event_name\" is \"{named.Name}\", but the body looks like that of {resembling.Name}; expected both to agree.");
            walk.Skip(body!);
        }
        else if (named is null && resembling is null && body is JObject)
        {
            walk.Skip(body); // nobody can tell what should be in it
        }

        var judged = named ?? resembling ?? CanvasGradeEvent.Find("grade_change")!;
        walk.Walk(document, judged.DefinitionFor(document));
        return (named ?? resembling)?.Kind ?? PayloadKind.Unknown;
    }
}
