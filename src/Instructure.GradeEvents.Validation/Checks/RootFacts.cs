using System.Text.Json;
using Instructure.GradeEvents.Documents;
using Instructure.GradeEvents.Recognition;
using Instructure.GradeEvents.Validation.Documents;
using Instructure.GradeEvents.Validation.Schemas;

namespace Instructure.GradeEvents.Validation.Checks;

/// <summary>What the root of a document, which is well-formed JSON, tells of it, by the rule that the reader has too; and what its body resembles.</summary>
internal ref struct RootFacts
{
    private readonly ReadOnlySpan<byte> _utf8;
    private readonly BodyMembers _bodyMembers = new();
    private readonly DocumentRoot _root;
    private readonly int _offset;

    internal RootFacts(ReadOnlySpan<byte> utf8)
    {
        _utf8 = utf8;
        _offset = Utf8.BomLength(utf8);
        var json = ReaderAt(_offset);
        json.Read();
        Start = _offset + (int)json.TokenStartIndex;
        _root = new(json, _bodyMembers);
    }

    /// <summary>The names by which the formats are told.</summary>
    internal static NameTable Names { get; } = new(DocumentRoot.Names);

    /// <inheritdoc cref="DocumentRoot.Formats"/>
    internal readonly IReadOnlyList<DocumentFormat> Formats => _root.Formats;

    /// <inheritdoc cref="DocumentRoot.Found"/>
    internal readonly string? Found => _root.Found;

    /// <summary>Where the document begins.</summary>
    internal int Start { get; }

    /// <summary>Whether the document can be described. A string that is not Unicode can't, and that was reported already.</summary>
    internal readonly bool IsReadable => _utf8[Start] != '"' || TextFrom(Start) is not null;

    /// <inheritdoc cref="DocumentRoot.IsOfStream"/>
    internal readonly bool IsOfStream => _root.IsOfStream;

    /// <summary>Where the value of event_name begins; 0 when it is missing.</summary>
    internal readonly int EventName => At(_root.EventName);

    internal readonly int Body => At(_root.Body);

    internal readonly bool BodyIsObject => Body > 0 && _utf8[Body] == '{';

    internal readonly int Type => At(_root.Type);

    /// <summary>The event that the body looks like, rather than like that of the one that is named; null when it looks like no other.</summary>
    internal readonly CanvasGradeEvent? Resembling(CanvasGradeEvent? named) => _bodyMembers.Resembling(named);

    /// <summary>The text of the string that begins here; null when none does, or it is no Unicode.</summary>
    internal readonly string? TextAt(int value) => value > 0 ? TextFrom(value) : null;

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
                JsonTokenType.String => Quote.Of(Utf8.GetText(json.ValueSpan, json.ValueIsEscaped)),
                JsonTokenType.Number => Quote.OfNumber(json.ValueSpan),
                _ => Utf8.GetString(json.ValueSpan),
            };
        }

        var inside = json;
        var isEmpty = inside.Read() && inside.TokenType == JsonTokenType.EndObject;
        var names = new List<string>();
        while (names.Count <= Most && TryReadName(ref json, out var name))
        {
            if (Utf8.GetString(name) is var text && !names.Contains(text))
            {
                names.Add(text);
            }
        }

        var what = isEmpty ? "an empty object" : TextAt(Type) is { } type ? "an object of type " + Quote.Of(type) : "an object";
        return what + (names.Count == 0 ? string.Empty : " with " + string.Join(", ", names.Take(Most).Select(Quote.Of)) + (names.Count > Most ? ", …" : string.Empty));
    }

    private static bool IsUnicode(ReadOnlySpan<byte> written, bool isEscaped) => Utf8.IsValid(written) && (!isEscaped || Utf8.HasWholeSurrogates(written));

    /// <summary>Reads the next member whose name is Unicode, and skips its value.</summary>
    private static bool TryReadName(ref Utf8JsonReader json, out ReadOnlySpan<byte> name)
    {
        while (json.Read() && json.TokenType != JsonTokenType.EndObject)
        {
            var written = json.ValueSpan;
            var isEscaped = json.ValueIsEscaped;
            name = isEscaped ? System.Text.Encoding.UTF8.GetBytes(Utf8.GetText(written, isEscaped)) : written;
            json.Read();
            json.Skip();
            if (IsUnicode(written, isEscaped))
            {
                return true;
            }
        }

        name = default;
        return false;
    }

    private readonly Utf8JsonReader ReaderAt(int start) => new(_utf8.Slice(start), new JsonReaderOptions { MaxDepth = 2 * PayloadPass.MaxDepth, AllowMultipleValues = true });

    private readonly string? TextFrom(int value)
        => _utf8[value] == '"' && TextSlice.At(_utf8, value + 1) is var text && IsUnicode(text.Raw(_utf8), text.IsEscaped) ? text.ToText(_utf8) : null;

    private readonly int At(long index) => index == 0 ? 0 : _offset + (int)index;
}
