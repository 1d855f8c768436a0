using System.Text.Json;
using Instructure.GradeEvents.Validation.Documents;
using Instructure.GradeEvents.Validation.Schemas;

namespace Instructure.GradeEvents.Validation.Checks;

/// <summary>What the root of a document, which is well-formed JSON, tells of its format, also when members are missing.</summary>
internal ref struct RootFacts
{
    private static readonly string[] s_envelope = ["sensor", "sendTime", "dataVersion", "data"];
    private static readonly string[] s_event = ["@context", "id", "type", "actor", "action", "object", "eventTime"];

    private readonly ReadOnlySpan<byte> _utf8;

    /// <summary>Where the value of each member begins that some format has; 0 when it is missing.</summary>
    private readonly int[] _values = new int[Names.Count];

    /// <summary>For each event, the members of the body that only this event has: a bit for each.</summary>
    private readonly ulong[] _ownMembers = new ulong[CanvasGradeEvent.All.Length];
    private readonly bool _hasEventTime;

    internal RootFacts(ReadOnlySpan<byte> utf8)
    {
        _utf8 = utf8;
        Start = Utf8.BomLength(utf8);
        var json = ReaderAt(Start);
        json.Read();
        Start += (int)json.TokenStartIndex;
        while (IsObject && NextMember(ref json, Start, out var name, out var value))
        {
            if (Names.Find(name) is >= 0 and var index && _values[index] == 0)
            {
                _values[index] = value;
            }
        }

        Metadata = ValueOf("metadata") is > 0 and var metadata ? metadata : ValueOf("attributes");
        if (Metadata > 0 && utf8[Metadata] == '{')
        {
            json = ReaderAt(Metadata);
            json.Read();
            while (NextMember(ref json, Metadata, out var name, out var value))
            {
                _hasEventTime |= name.SequenceEqual("event_time"u8);
                EventName = EventName == 0 && name.SequenceEqual("event_name"u8) ? value : EventName;
            }
        }

        if (BodyIsObject)
        {
            json = ReaderAt(Body);
            json.Read();
            while (NextMember(ref json, Body, out var name, out _))
            {
                for (var i = 0; i < _ownMembers.Length; i++)
                {
                    _ownMembers[i] |= CanvasGradeEvent.All[i].OwnMembers.Find(name) is >= 0 and var index ? 1UL << index : 0;
                }
            }
        }
    }

    /// <summary>The names by which the formats are told.</summary>
    internal static NameTable Names { get; } = new([.. s_envelope, .. s_event, "metadata", "attributes", "body"]);

    /// <summary>Where the document begins.</summary>
    internal int Start { get; }

    /// <summary>Whether something can be said of it: not of a text that is no Unicode, of which that was said.</summary>
    internal readonly bool IsReadable => _utf8[Start] != '"' || TextAt(Start) is not null;

    internal readonly bool IsObject => _utf8[Start] == '{';

    /// <summary>Where the metadata begin, by either name; 0 when they are missing.</summary>
    internal int Metadata { get; }

    internal readonly bool IsOfStream => ValueOf("metadata") == 0 && ValueOf("attributes") > 0;

    /// <summary>Where the value of event_name begins; 0 when it is missing.</summary>
    internal int EventName { get; }

    internal readonly int Body => ValueOf("body");

    internal readonly bool BodyIsObject => Body > 0 && _utf8[Body] == '{';

    internal readonly int Type => ValueOf("type");

    /// <summary>The event that the body has most members of that no other event has; null when it has none of any.</summary>
    internal readonly CanvasGradeEvent? Resembling
    {
        get
        {
            var (closest, most) = ((CanvasGradeEvent?)null, 0);
            for (var i = 0; i < _ownMembers.Length; i++)
            {
                if (Bits.Count(_ownMembers[i]) > most)
                {
                    (closest, most) = (CanvasGradeEvent.All[i], Bits.Count(_ownMembers[i]));
                }
            }

            return closest;
        }
    }

    /// <summary>Whether the body has a member that only this event has.</summary>
    internal readonly bool HasOwnMembersOf(CanvasGradeEvent known) => _ownMembers[Array.IndexOf(CanvasGradeEvent.All, known)] != 0;

    /// <summary>The text of the string that begins here; null when none does, or it is no Unicode.</summary>
    internal readonly string? TextAt(int value)
        => value > 0 && _utf8[value] == '"' && TextSlice.At(_utf8, value + 1) is var text && IsUnicode(text.Raw(_utf8), text.IsEscaped) ? text.ToText(_utf8) : null;

    /// <summary>The format; those for which no member is missing, when a document has the members of several; none when it has of none.</summary>
    internal readonly IReadOnlyList<PayloadFormat> Formats()
    {
        if (!IsObject)
        {
            return [];
        }

        // What there is of each format, as a part of what there should be.
        (PayloadFormat Format, double Part)[] candidates =
        [
            (PayloadFormat.Canvas, PartOfCanvas()),
            (PayloadFormat.CaliperEnvelope, PartOf(s_envelope, least: 2)),
            (PayloadFormat.CaliperEvent, PartOfEvent()),
        ];
        var most = candidates.Max(static candidate => candidate.Part);
        return most <= 0 ? []
            : most < 1 ? [candidates.First(candidate => candidate.Part >= most).Format]
            : [.. candidates.Where(static candidate => candidate.Part >= 1).Select(static candidate => candidate.Format)];
    }

    /// <summary>What the document is, for a sentence that says what was found.</summary>
    internal readonly string Describe()
    {
        const int Most = 5;
        var json = ReaderAt(Start);
        json.Read();
        if (json.TokenType != JsonTokenType.StartObject)
        {
            return json.TokenType switch
            {
                JsonTokenType.StartArray => "an array, whose items are to be validated one by one",
                JsonTokenType.String => Quote.Of(Utf8.GetText(json.ValueSpan, json.ValueIsEscaped)),
                JsonTokenType.Number => Quote.OfNumber(json.ValueSpan),
                _ => Utf8.GetString(json.ValueSpan),
            };
        }

        var names = new List<string>();
        while (names.Count <= Most && NextMember(ref json, Start, out var name, out _))
        {
            if (Utf8.GetString(name) is var text && !names.Contains(text))
            {
                names.Add(text);
            }
        }

        var what = names.Count == 0 ? "an empty object" : TextAt(Type) is { } type ? "an object of type " + Quote.Of(type) : "an object";
        return what + (names.Count == 0 ? string.Empty : " with " + string.Join(", ", names.Take(Most).Select(Quote.Of)) + (names.Count > Most ? ", …" : string.Empty));
    }

    private static bool IsUnicode(ReadOnlySpan<byte> written, bool isEscaped) => Utf8.IsValid(written) && (!isEscaped || Utf8.HasWholeSurrogates(written));

    /// <summary>Reads a member whose name is Unicode, and goes over its value.</summary>
    private static bool NextMember(ref Utf8JsonReader json, int start, out ReadOnlySpan<byte> name, out int value)
    {
        while (json.Read() && json.TokenType != JsonTokenType.EndObject)
        {
            var written = json.ValueSpan;
            var isEscaped = json.ValueIsEscaped;
            name = isEscaped ? System.Text.Encoding.UTF8.GetBytes(Utf8.GetText(written, isEscaped)) : written;
            json.Read();
            value = start + (int)json.TokenStartIndex;
            json.Skip();
            if (IsUnicode(written, isEscaped))
            {
                return true;
            }
        }

        name = default;
        value = 0;
        return false;
    }

    private readonly Utf8JsonReader ReaderAt(int start) => new(_utf8.Slice(start), new JsonReaderOptions { MaxDepth = 2 * PayloadPass.MaxDepth, AllowMultipleValues = true });

    private readonly int ValueOf(string name) => _values[Names.Find(System.Text.Encoding.UTF8.GetBytes(name))];

    private readonly double PartOf(string[] names, int least)
    {
        var count = 0;
        foreach (var name in names)
        {
            count += ValueOf(name) > 0 ? 1 : 0;
        }

        return count < least ? 0 : (double)count / names.Length;
    }

    private readonly double PartOfCanvas()
        => Metadata > 0 && Body > 0 ? 1
            : EventName > 0 || _hasEventTime ? 0.5
            : Resembling is not null ? 0.5
            : 0;

    private readonly double PartOfEvent() => TextAt(Type) switch
    {
        Terms.GradeEvent => PartOf(s_event, least: 1), // it says so itself
        { } term when Terms.IsEvent(System.Text.Encoding.UTF8.GetBytes(term)) && ValueOf("@context") > 0 => 1, // of which we know no other members
        _ => PartOf(s_event, least: 4),
    };
}
