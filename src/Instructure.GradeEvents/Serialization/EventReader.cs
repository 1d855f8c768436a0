using System.Buffers;
using System.Text;
using System.Text.Json;
using Instructure.GradeEvents.Documents;
using Instructure.GradeEvents.Recognition;

namespace Instructure.GradeEvents.Serialization;

/// <summary>
/// A <see cref="Utf8JsonReader"/> that remembers where its value began, so that an error can name the JSON path. The path is
/// worked out by reading again, and only when there is an error: good input pays nothing for it.
/// </summary>
internal ref struct EventReader
{
    /// <summary>How deep a payload may be nested, as in <see cref="JsonSerializerOptions.MaxDepth"/> by default.</summary>
    internal const int MaxDepth = 64;

    /// <summary>
    /// From so many bytes on, an entity, or a list in one, is kept as its text. Those of Canvas have a few hundred. It has to be small, since at each
    /// of the 64 levels a few that are just below it can be in memory.
    /// </summary>
    private const int Long = 8 * 1024;

    private const int LongestQuote = 40;
    private const int LongestPath = 400;
    private const int LongestReason = 300;

    private readonly Utf8JsonReader _start;
    private readonly long _firstLine;
    private readonly long _firstByte;
    private readonly ReadOnlyMemory<byte>? _kept;
    private Utf8JsonReader _reader;
    private JsonValue? _rounded;

    /// <param name="reader">At the value, or before the document.</param>
    /// <param name="firstLine">The number, from 0, of the line at which the document begins.</param>
    /// <param name="firstByte">The place in that line, in bytes from 0.</param>
    internal EventReader(Utf8JsonReader reader, long firstLine = 0, long firstByte = 0)
    {
        _firstLine = firstLine;
        _firstByte = firstByte;
        _start = reader;
        _reader = reader;
    }

    private EventReader(Utf8JsonReader reader, ReadOnlyMemory<byte> kept)
        : this(reader)
    {
        _kept = kept;
    }

    /// <summary>Whether the reader is within an entity or an item of a list, whose records are given up for its text if it turns out to be long.</summary>
    internal bool IsWithinItem { get; set; }

    /// <summary>Whether something long was left out of those records, so that they can't be kept.</summary>
    internal bool HasLeftOut { get; set; }

    /// <summary>How many bytes the document has; 0 when that is not known.</summary>
    internal long Length { get; init; }

    /// <summary>How many bytes there are from the token at which the reader stands to the end of the document; negative when that is not known.</summary>
    internal readonly long BytesLeft => Length - _reader.TokenStartIndex;

    /// <summary>The reader as it stands now.</summary>
    internal readonly Utf8JsonReader Reader => _reader;

    internal readonly JsonTokenType TokenType => _reader.TokenType;

    internal readonly int CurrentDepth => _reader.CurrentDepth;

    /// <summary>Whether the string or member name at which the reader stands has escapes.</summary>
    internal readonly bool IsEscaped => _reader.ValueIsEscaped;

    internal bool Read() => _reader.Read();

    /// <summary>Moves to the next member of the object that is being read; false at its end.</summary>
    internal bool ReadMemberName()
    {
        _reader.Read();
        return _reader.TokenType == JsonTokenType.PropertyName;
    }

    internal readonly bool TextEquals(ReadOnlySpan<byte> utf8Text) => TextEquals(_reader, utf8Text);

    /// <summary>Whether a string or member name is the text. One that is not Unicode is no text.</summary>
    internal static bool TextEquals(in Utf8JsonReader reader, ReadOnlySpan<byte> utf8Text)
    {
        if (!reader.ValueIsEscaped)
        {
            return reader.ValueTextEquals(utf8Text);
        }

        try
        {
            return reader.ValueTextEquals(utf8Text);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>The text of the string or member name at which the reader stands.</summary>
    internal readonly string GetText() => RootReading.TextOf(_reader) ?? throw NotUnicode();

    internal readonly bool TryGetDecimal(out decimal value) => _reader.TryGetDecimal(out value);

    internal readonly bool TryGetDateTimeOffset(out DateTimeOffset value) => _reader.TryGetDateTimeOffset(out value);

    /// <summary>Says that the value that was just read holds less than its JSON, which is to be kept for writing.</summary>
    internal void SetRounded(JsonValue json) => _rounded = json;

    /// <summary>The JSON of the value that was just read, when it holds less; null when it holds all.</summary>
    internal JsonValue? TakeRounded()
    {
        var json = _rounded;
        _rounded = null;
        return json;
    }

    /// <summary>The text of the string or number at which the reader stands; it costs nothing when it is not escaped and comes in one piece.</summary>
    internal readonly ReadOnlySpan<byte> GetUtf8Text()
        => TryGetRawText(out var text) ? text
            : TokenType == JsonTokenType.Number ? BuffersExtensions.ToArray(_reader.ValueSequence)
            : Encoding.UTF8.GetBytes(GetText());

    /// <summary>
    /// The bytes of the string or number at which the reader stands, as they are in the document. False when they are escaped
    /// or come in pieces.
    /// </summary>
    internal readonly bool TryGetRawText(out ReadOnlySpan<byte> utf8Text)
    {
        utf8Text = _reader.ValueSpan;
        return !_reader.ValueIsEscaped && !_reader.HasValueSequence;
    }

    /// <summary>The bytes of the value at which the reader stands, without quotes, as they are in the document.</summary>
    internal readonly ReadOnlySpan<byte> GetWritten() => _reader.HasValueSequence ? BuffersExtensions.ToArray(_reader.ValueSequence) : _reader.ValueSpan;

    /// <summary>A reader at a value that was read before.</summary>
    /// <param name="utf8">The text that begins with the value. More may follow.</param>
    internal static EventReader AtKept(ReadOnlyMemory<byte> utf8)
    {
        var options = new JsonReaderOptions { MaxDepth = MaxDepth };
        var json = new EventReader(new Utf8JsonReader(utf8.Span, isFinalBlock: false, new JsonReaderState(options)), utf8);
        json.Read();
        return json;
    }

    /// <summary>Whether the value is long that began at <paramref name="start"/>, and at whose end, or in which, the reader stands.</summary>
    internal readonly bool IsLong(in Utf8JsonReader start, int least = Long) => _reader.BytesConsumed - start.TokenStartIndex >= least;

    /// <summary>Skips the value at which the reader stands if it is long, and was read before.</summary>
    /// <param name="utf8">Its text, as a part of the one that is kept.</param>
    internal bool TrySkipLong(out ReadOnlyMemory<byte> utf8)
    {
        utf8 = default;
        if (_kept is not { } kept)
        {
            return false;
        }

        var start = _reader;
        Skip();
        if (IsLong(start))
        {
            utf8 = kept.Slice((int)start.TokenStartIndex, (int)(_reader.BytesConsumed - start.TokenStartIndex));
            return true;
        }

        _reader = start;
        return false;
    }

    /// <summary>Skips the value at which the reader stands.</summary>
    /// <remarks>Not by Skip, which refuses to when more may follow the value, as in a stream. The value itself is always whole.</remarks>
    internal void Skip() => _reader.TrySkip();

    /// <summary>Goes back to where <paramref name="reader"/> stood.</summary>
    internal void Rewind(scoped in Utf8JsonReader reader) => _reader = reader;

    /// <summary>Goes back to where <paramref name="reader"/> stood, at the beginning of the document, to read it as another.</summary>
    internal void Restart(scoped in Utf8JsonReader reader)
    {
        _reader = reader;
        _rounded = null;
        IsWithinItem = false;
        HasLeftOut = false;
    }

    /// <summary>The text of the member "type" of the object at whose start the reader stands, which may come anywhere in it.</summary>
    internal readonly Utf8JsonReader PeekType()
    {
        if (RootReading.TryFind(_reader, "type"u8, out var type))
        {
            return type.TokenType == JsonTokenType.String ? type : throw Unexpected(type, "the name of a type (a string)");
        }

        throw Missing("type", "the name of a type (a string)");
    }

    /// <summary>The error for a value that isn't what stands here.</summary>
    internal readonly JsonException Unexpected(string expected) => Unexpected(_reader, expected);

    internal readonly JsonException Unexpected(in Utf8JsonReader at, string expected)
        => Error(at, $"expected {expected}, found {Describe(at)}");

    /// <summary>The error for a required member that the object at which the reader stands doesn't have.</summary>
    internal readonly JsonException Missing(string name, string expected, string? hint = null)
        => Error(_reader, $"the required member \"{name}\" is missing; expected {expected}{hint}", name);

    internal readonly JsonException Duplicate() => Duplicate(_reader);

    /// <summary>The error for text that no string can hold.</summary>
    internal readonly JsonException NotUnicode() => NotUnicode(_reader);

    /// <summary>Gives an error that System.Text.Json found the path at which it happened.</summary>
    internal readonly JsonException WithPath(JsonException error, string? hint = null)
    {
        var path = PrintableText.Of(JsonPath.Find(_start, long.MaxValue), LongestPath);
        var (line, position) = InArchive(error.LineNumber ?? 0, error.BytePositionInLine ?? 0);

        // Its message ends with the position, in a form of its own, and may name options that nobody can set here.
        var end = error.Message.IndexOf(" LineNumber: ", StringComparison.Ordinal);
        var reason = (end < 0 ? error.Message : error.Message.Remove(end))
            .Replace(" which is not supported in this mode. Change the reader options.", string.Empty)
            .Replace(", when isFinalBlock is true", string.Empty);
        return new(Message(path, "expected well-formed JSON; " + PrintableText.Of(reason.TrimEnd('.'), LongestReason) + hint, line, position), path, line, position);
    }

    internal readonly JsonException Error(in Utf8JsonReader at, string problem, string? member = null)
    {
        var path = JsonPath.Find(_start, at.TokenStartIndex);
        if (member is not null)
        {
            path = JsonPath.Append(path, member);
        }

        path = PrintableText.Of(path, LongestPath);

        var (line, position) = Position(at);
        (line, position) = InArchive(line, position);
        return new(Message(path, problem, line, position), path, line, position);
    }

    /// <summary>The place in the archive of a place in the document, which may begin in the middle of a line.</summary>
    private readonly (long Line, long Position) InArchive(long line, long position)
        => (_firstLine + line, line == 0 ? _firstByte + position : position);

    private static string Message(string path, string problem, long line, long position)
        => $"{path}: {problem} (line {line + 1}, byte {position + 1}).";

    /// <summary>
    /// Where the reader's token begins, both from 0. A reader doesn't tell its line, but passes it on with its state, and the
    /// error of a reader that goes on from there has it.
    /// </summary>
    private static (long Line, long Position) Position(in Utf8JsonReader reader)
    {
        var next = new Utf8JsonReader("\u0001"u8, isFinalBlock: true, reader.CurrentState);
        try
        {
            next.Read();
        }
        catch (JsonException error)
        {
            var length = reader.BytesConsumed - reader.TokenStartIndex;
            return (error.LineNumber ?? 0, Math.Max(0, (error.BytePositionInLine ?? 0) - length));
        }

        return (0, 0);
    }

    private static string Describe(in Utf8JsonReader at) => at.TokenType switch
    {
        JsonTokenType.Null => "null",
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.Number => "the number " + PrintableText.Of(Raw(at), LongestQuote),
        JsonTokenType.String => Quote(at),
        JsonTokenType.EndArray => "the end of the array",
        JsonTokenType.EndObject => "the end of the object",
        _ => "nothing",
    };

    private static string Quote(in Utf8JsonReader at)
        => RootReading.TextOf(at) is { } text ? "the string \"" + PrintableText.Of(text, LongestQuote) + '"' : "a string that is not valid Unicode text";

    private static string Raw(in Utf8JsonReader at)
    {
        return Encoding.UTF8.GetString(at.HasValueSequence ? BuffersExtensions.ToArray(at.ValueSequence) : at.ValueSpan.ToArray());
    }

    private readonly JsonException NotUnicode(in Utf8JsonReader at)
        => Error(at, "expected valid Unicode text, found invalid UTF-8 or half of a surrogate pair");

    private readonly JsonException Duplicate(in Utf8JsonReader at)
        => Error(at, "expected each member once, found this one twice");

    /// <summary>Whether the string or member name at which the reader stands is Unicode.</summary>
    internal readonly bool IsUnicode()
        => _reader.HasValueSequence ? RootReading.TextOf(_reader) is not null
            : Utf8.IsValid(_reader.ValueSpan) && (!_reader.ValueIsEscaped || Utf8.HasWholeSurrogates(_reader.ValueSpan));
}
