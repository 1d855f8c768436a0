using System.Globalization;
using System.Text;
using System.Text.Json;
using Instructure.GradeEvents.Serialization;
using Newtonsoft.Json.Linq;

namespace Instructure.GradeEvents.Validation.Documents;

/// <summary>
/// Reads strict JSON into the tokens that NJsonSchema takes. Its own reader takes what is no JSON, forgets duplicates, and throws
/// on numbers that are too large.
/// </summary>
internal ref struct PayloadReader
{
    /// <summary>As many as GradeEventSerializer reads.</summary>
    private const int MaxDepth = 64;

    private readonly ReadOnlySpan<byte> _utf8;
    private readonly FaultList _faults;
    private readonly int _start;
    private Utf8JsonReader _json;
    private JToken? _container;
    private string? _member;
    private bool _isTextFaulty;

    private PayloadReader(ReadOnlySpan<byte> utf8, FaultList faults)
    {
        _utf8 = utf8;
        _faults = faults;
        _start = Utf8.BomLength(utf8);
        _json = new(utf8.Slice(_start), new JsonReaderOptions { MaxDepth = 2 * MaxDepth }); // so that the limit is told here, not there
    }

    private readonly int Offset => _start + (int)_json.TokenStartIndex;

    /// <returns>The document; null when it is no JSON, which is then among the faults.</returns>
    internal static JToken? Read(ReadOnlySpan<byte> utf8, FaultList faults) => new PayloadReader(utf8, faults).Read();

    private JToken? Read()
    {
        try
        {
            _json.Read();
            var root = Start(index: 0);
            if (root is null || !Fill(root))
            {
                return null;
            }

            _container = null;
            _json.Read(); // it throws when something follows
            return root;
        }
        catch (JsonException error)
        {
            Fail(error);
            return null;
        }
    }

    /// <summary>The token that begins here, without what it has in it; null when it would be too deep.</summary>
    private JToken? Start(int index, string? member = null)
    {
        if (_json.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray && _json.CurrentDepth >= MaxDepth)
        {
            _faults.Error("too-deep", _container, Offset, $"Objects and arrays are nested more than {MaxDepth} levels deep here; expected no more.");
            return null;
        }

        return _json.TokenType switch
        {
            JsonTokenType.StartObject => new LocatedObject(Offset, index),
            JsonTokenType.StartArray => new LocatedArray(Offset, index),
            JsonTokenType.String => new LocatedValue(Text(member, index), Offset, index) { HasFault = _isTextFaulty },
            JsonTokenType.Number => Number(index),
            JsonTokenType.True => new LocatedValue(true, Offset, index),
            JsonTokenType.False => new LocatedValue(false, Offset, index),
            _ => new LocatedValue(null, Offset, index),
        };
    }

    /// <summary>Reads what an object or array has in it.</summary>
    /// <returns>False when there is no use in going on: it is too deep, or there are too many faults.</returns>
    private bool Fill(JToken token)
    {
        var outer = _container;
        _container = token;
        var isRead = token switch
        {
            LocatedObject @object => Fill(@object),
            LocatedArray array => Fill(array),
            _ => true,
        };
        _container = outer;
        return isRead;
    }

    private bool Fill(LocatedArray array)
    {
        while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
        {
            var item = Start(array.Count);
            if (item is null)
            {
                return false;
            }

            array.Add(item);
            if (!Fill(item) || _faults.IsFull)
            {
                return false;
            }
        }

        return true;
    }

    private bool Fill(LocatedObject @object)
    {
        while (_json.Read() && _json.TokenType != JsonTokenType.EndObject)
        {
            var name = Text(member: null, index: 0);
            var isNameFaulty = _isTextFaulty;
            var offset = Offset;
            _member = name;
            _json.Read();
            _member = null;
            var value = Start(index: 0, name);
            if (value is null)
            {
                return false;
            }

            var property = new LocatedProperty(@object, name, value, offset);
            if (isNameFaulty)
            {
                // Nobody knows what it is, and enough was said.
            }
            else if (@object.ContainsKey(name))
            {
                // The first stands. This one is read too, for the faults in its JSON.
                _faults.Error("duplicate-property", @object, name, offset, $"{Quote.Of(name)} is in this object more than once; expected each name once.");
            }
            else
            {
                @object.Add(property);
            }

            if (!Fill(value) || _faults.IsFull)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A name, or a value: of this member, or of an array with this index.</summary>
    private string Text(string? member, int index)
    {
        try
        {
            _isTextFaulty = false;
            return _json.GetString()!;
        }
        catch (InvalidOperationException)
        {
            _isTextFaulty = true;
            FailAt(
                member ?? (_container is LocatedArray ? index.ToString(CultureInfo.InvariantCulture) : null),
                Offset,
                "This text has bytes that are not UTF-8, or half of a surrogate pair; expected Unicode text in UTF-8.");
            return "\uFFFD";
        }
    }

    /// <summary>Whole is what is whole as a decimal, which the records have, and as the floating-point number that other validators have.</summary>
    private readonly LocatedValue Number(int index)
    {
        if (_json.TryGetInt64(out var integer))
        {
            return new(integer, Offset, index);
        }

        var text = Encoding.UTF8.GetString(_json.ValueSpan.ToArray());
        return _json.TryGetDecimal(out var number)
            ? new(number, Offset, index) { Number = text, IsWhole = decimal.Truncate(number) == number && Math.Truncate(Double(text)) == Double(text) }
            : new(Double(text), Offset, index) { Number = text, IsWhole = true };
    }

    /// <summary>What is too large for a decimal has no fraction. What is too large for a double is as large as can be.</summary>
    private static double Double(string text)
        => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) <= double.MaxValue ? value
            : text[0] == '-' ? double.MinValue
            : double.MaxValue;

    private readonly int OffsetOf(JsonException error)
    {
        var lineStart = _start;
        for (var line = error.LineNumber.GetValueOrDefault(); line > 0; line--)
        {
            lineStart += _utf8.Slice(lineStart).IndexOf((byte)'\n') + 1;
        }

        return Math.Min(lineStart + (int)error.BytePositionInLine.GetValueOrDefault(), _utf8.Length);
    }

    private static bool IsBlank(ReadOnlySpan<byte> utf8)
    {
        foreach (var b in utf8)
        {
            if (b is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What is no JSON: the object or array that is being read, or this member of it.</summary>
    private readonly void FailAt(string? member, int offset, string message)
    {
        if (_container is null || member is null)
        {
            _faults.Error("malformed-json", _container, offset, message);
        }
        else
        {
            _faults.Error("malformed-json", _container, member, offset, message);
        }
    }

    private readonly void Fail(JsonException error)
    {
        if (IsBlank(_utf8.Slice(_start)))
        {
            _faults.Error("malformed-json", container: null, _utf8.Length, "The document is empty; expected a JSON object.");
        }
        else if (_utf8.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || _utf8.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) || _utf8.Slice(0, Math.Min(_utf8.Length, 2)).IndexOf((byte)0) >= 0)
        {
            _faults.Error("malformed-json", container: null, offset: 0, "This is UTF-16 or no text at all; expected JSON in UTF-8.");
        }
        else
        {
            FailAt(_member, OffsetOf(error), Explain(error));
        }
    }

    /// <summary>System.Text.Json says it well, but for what it says about itself, and in more than one sentence.</summary>
    private static string Explain(JsonException error)
    {
        var message = error.Message;
        var end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        var parts = (end < 0 ? message : message.Substring(0, end))
            .Replace(" Change the reader options.", string.Empty)
            .Replace(" which is not supported in this mode", string.Empty)
            .Replace("Expected depth to be zero at the end of the JSON payload. ", string.Empty)
            .Split([". "], StringSplitOptions.None);
        const int Longest = 300;
        return "This is not JSON (RFC 8259): " + PrintableText.Of(string.Join("; ", parts.Select(static part => char.ToLowerInvariant(part[0]) + part.Substring(1))), Longest);
    }
}
