using System.Text.Json;

namespace Instructure.GradeEvents.Recognition;

/// <summary>What the root of a document tells of it, also when members are missing: which formats it may be of, or what it is instead.</summary>
/// <remarks>
/// <para>This is the rule by which the reader and the validator recognise a document. Both guess first, from the members at its beginning,
/// and come here when the guess is not confirmed.</para>
/// <list type="number">
/// <item>For each format, the part of it that is there is determined. A Canvas event is there in full with "metadata" (or "attributes") and "body", and by half
/// with an event_name, an event_time, or a body with a member that no more than half of the grade events have. Of an envelope, the share of its four members counts
/// if at least two are there. Of a bare event, the share of its seven members counts if at least four are there or its type is GradeEvent; it is there in full with
/// "@context" and another type that ends in "Event".</item>
/// <item>A document that has all of a format is an event. One that has all of several is the first that has no error, those that seem to hold a
/// grade event before the others, then in the order of <see cref="DocumentFormat"/>.</item>
/// <item>Otherwise it may be a wrapper, which is told by members that no event has: see <see cref="Wrapping"/>. The names "attributes" and
/// "body" alone don't make an event of it.</item>
/// <item>Otherwise it is a broken event of the format of which most is there.</item>
/// <item>Otherwise it may be an entity without an envelope, and else nothing is known of it.</item>
/// </list>
/// </remarks>
internal sealed class DocumentRoot
{
    /// <summary>What a document should be, for a sentence.</summary>
    internal const string Expected = "a Caliper envelope (an object with \"dataVersion\" and \"data\"), a Caliper event (\"@context\" and \"type\") or a Canvas event (\"metadata\" and \"body\")";

    private const string GradeEventType = "GradeEvent";
    private const int LongestType = 40;

    private static readonly string[] s_envelope = ["sensor", "sendTime", "dataVersion", "data"];
    private static readonly string[] s_event = ["@context", "id", "type", "actor", "action", "object", "eventTime"];

    /// <summary>The names by which the formats are told.</summary>
    internal static readonly string[] Names = [.. s_envelope, .. s_event, "metadata", "attributes", "body"];

    private static readonly byte[][] s_utf8Names = RootReading.ToUtf8(Names);

    private readonly IVocabulary _known;

    /// <summary>Where the value of each of the names begins; 0 when it is missing.</summary>
    private readonly long[] _values = new long[s_utf8Names.Length];

    private (long NameAt, string? Name, bool HasTime) _metadata;
    private (long NameAt, string? Name, bool HasTime) _attributes;
    private string? _id;
    private bool _hasCaliperContext;
    private bool _hasItems;
    private bool _bodyIsObject;
    private bool _bodyIsKnown;

    /// <param name="json">At the beginning of the document.</param>
    /// <param name="known">What is known of the formats.</param>
    /// <exception cref="JsonException">The document is not well formed.</exception>
    internal DocumentRoot(Utf8JsonReader json, IVocabulary known)
    {
        _known = known;
        var start = json;
        while (start.TokenType == JsonTokenType.StartObject && json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var index = RootReading.Find(s_utf8Names, json);
            json.Read();
            if (index >= 0 && _values[index] == 0)
            {
                _values[index] = json.TokenStartIndex;
                Look(Names[index], json);
            }

            json.TrySkip();
        }

        (DocumentFormat Format, double Part)[] parts =
        [
            (DocumentFormat.Canvas, PartOfCanvas()),
            (DocumentFormat.CaliperEnvelope, PartOf(s_envelope, least: 2)),
            (DocumentFormat.CaliperEvent, PartOfEvent()),
        ];
        var most = parts.Max(static candidate => candidate.Part);
        Found = most >= 1 && !(HasOnlyNamesOfCanvas && parts.Count(static candidate => candidate.Part >= 1) == 1) ? null : Wrapping.Describe(start);
        Formats = Found is not null || most <= 0 ? []
            : most < 1 ? [parts.First(candidate => candidate.Part >= most).Format]
            : [.. parts.Where(static candidate => candidate.Part >= 1).Select(static candidate => candidate.Format).OrderBy(format => SeemsToHoldGradeEvent(format) ? 0 : 1)];
        Found ??= Formats.Count == 0 && IsEntity ? DescribeEntity() : null;
    }

    /// <summary>
    /// The formats that the document may be of, in the order in which they are tried: those that are there in full, or else the one of which most is there. Empty when it
    /// is something else.
    /// </summary>
    internal IReadOnlyList<DocumentFormat> Formats { get; }

    /// <summary>What it is when it is of no format: a wrapper and where in it the event is, or an entity; null when that is not known.</summary>
    internal string? Found { get; }

    /// <summary>Where the metadata begin, by either name; 0 when they are missing.</summary>
    internal long Metadata => ValueOf("metadata") is > 0 and var metadata ? metadata : ValueOf("attributes");

    /// <summary>Whether the metadata are called "attributes", as in the Kinesis stream of a self-hosted Canvas.</summary>
    internal bool IsOfStream => ValueOf("metadata") == 0 && ValueOf("attributes") > 0;

    /// <summary>Where the value of event_name begins; 0 when it is missing.</summary>
    internal long EventName => MetadataFacts.NameAt;

    internal long Body => ValueOf("body");

    /// <summary>Where the Caliper type begins; 0 when it is missing.</summary>
    internal long Type => ValueOf("type");

    /// <summary>The Caliper type; null when it is missing or no text.</summary>
    internal string? TypeText { get; private set; }

    private (long NameAt, string? Name, bool HasTime) MetadataFacts => IsOfStream ? _attributes : _metadata;

    private bool HasOnlyNamesOfCanvas => Metadata > 0 && Body > 0 && EventName == 0 && !MetadataFacts.HasTime && !_bodyIsKnown;

    /// <summary>Whether it is a Caliper entity. A "type" alone doesn't tell, since objects of other vocabularies have one, too.</summary>
    private bool IsEntity => TypeText is { } type && !IsEvent(type) && (_hasCaliperContext || ((type == "Entity" || _known.IsCaliperType(type)) && (ValueOf("@context") > 0 || _id?.Contains(':') == true)));

    /// <summary>Whether Caliper gives this name to an event: all of its events, and nothing else, are called so.</summary>
    internal static bool IsEvent(string type) => type.EndsWith("Event", StringComparison.Ordinal);

    private void Look(string name, Utf8JsonReader value)
    {
        switch (name)
        {
            case "metadata":
                _metadata = LookIntoMetadata(value);
                break;
            case "attributes":
                _attributes = LookIntoMetadata(value);
                break;
            case "body" when value.TokenType == JsonTokenType.StartObject:
                _bodyIsObject = true;
                while (value.Read() && value.TokenType == JsonTokenType.PropertyName)
                {
                    _bodyIsKnown |= _known.IsTellingMember(RootReading.Utf8NameOf(value));
                    value.Read();
                    value.TrySkip();
                }

                break;
            case "data" when value.TokenType == JsonTokenType.StartArray:
                _hasItems = value.Read() && value.TokenType == JsonTokenType.StartObject;
                break;
            case "id":
                _id = RootReading.TextOf(value);
                break;
            case "type":
                TypeText = RootReading.TextOf(value);
                break;
            case "@context":
                LookIntoContext(value);
                break;
        }
    }

    private void LookIntoContext(Utf8JsonReader value)
    {
        var depth = value.CurrentDepth;
        do
        {
            _hasCaliperContext |= value.TokenType == JsonTokenType.String && RootReading.TextOf(value)?.Contains("/caliper/") == true;
        }
        while ((value.TokenType == JsonTokenType.StartArray || value.CurrentDepth > depth) && value.Read());
    }

    private static (long NameAt, string? Name, bool HasTime) LookIntoMetadata(Utf8JsonReader value)
    {
        var hasTime = RootReading.Has(value, "event_time"u8);
        return RootReading.TryFind(value, "event_name"u8, out var name) ? (name.TokenStartIndex, RootReading.TextOf(name), hasTime) : (0, null, hasTime);
    }

    private long ValueOf(string name) => _values[Array.IndexOf(Names, name)];

    private double PartOf(string[] names, int least)
    {
        var count = names.Count(name => ValueOf(name) > 0);
        return count < least ? 0 : (double)count / names.Length;
    }

    private double PartOfCanvas()
        => Metadata > 0 && Body > 0 ? 1
            : EventName > 0 || MetadataFacts.HasTime || _bodyIsKnown ? 0.5
            : 0;

    private double PartOfEvent() => TypeText switch
    {
        GradeEventType => PartOf(s_event, least: 1), // it says so itself
        { } type when IsEvent(type) && ValueOf("@context") > 0 => 1, // of which we know no other members
        _ => PartOf(s_event, least: 4),
    };

    private bool SeemsToHoldGradeEvent(DocumentFormat format) => format switch
    {
        DocumentFormat.Canvas => MetadataFacts.Name is { } name && _known.IsEventName(name) && _bodyIsObject,
        DocumentFormat.CaliperEnvelope => _hasItems,
        _ => TypeText == GradeEventType,
    };

    private string DescribeEntity()
    {
        var type = PrintableText.Of(TypeText!, LongestType);
        var article = type.Length > 0 && type[0] is 'A' or 'E' or 'I' or 'O' or 'U' ? "an" : "a";
        return $"{article} {type} without an envelope; expected an event, or the {type} in the \"data\" of an envelope";
    }
}
