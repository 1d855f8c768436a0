using System.Text;

namespace Instructure.GradeEvents.Fuzzing;

/// <summary>Makes new inputs of others.</summary>
internal sealed class Mutator
{
    private const int MostTokens = 20_000;

    private static readonly byte[][] s_pieces =
    [
        .. new[]
        {
            "null", "true", "false", "0", "-0", "1.0", "1e22", "1e29", "1e400", "-1e-400", "0.1234567890123456789012345678901", "79228162514264337593543950335", "99999999999999999999", "9223372036854775808",
            "\"\"", "{}", "[]", "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\ud83d\\ude00", "\\ud800", "\\udc00", "\\u0000", "\\u202e", "\\/", "\\n", "/*", "//", "\n", "\r\n", "\r", " ", "\t", "\n{", "\n[", "\n}", "}{", "}\n{", "\0",
            "\u007f", "ü", "\u00a0", "\u2028", "\u202e", "😀", "\U000e0041", "e\u0301", "urn:", "urn:instructure:canvas:user:", "~", "%", "+00:00", "-07:00", "T24:00:00", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59.9999999-14:00",
            "2019-11-16T02:09:60Z", "2019-11-16T02:09:06.0123456789Z", "{\"numberStr\":\"1\"}", "{\"numberStr\":\"-1e-9999999999\"}", "\"Records\":[", "\"Message\":", "\"detail\":", "\"Messages\":[", "\"Body\":", "\"kinesis\":", "\"isBase64Encoded\":true", "eyJhbGciOiJSUzI1NiJ9.",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC3], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xF0, 0x9F, 0x98], [0xEF, 0xBB, 0xBF], [0xEF, 0xBB], [0x1F, 0x8B], [0x1F, 0x8B, 8, 0],
    ];

    private readonly Random _random;
    private readonly byte[][] _tokens;

    /// <param name="random">Decides.</param>
    /// <param name="seeds">Documents whose names and values are put into others.</param>
    public Mutator(Random random, IEnumerable<byte[]> seeds)
    {
        _random = random;
        _tokens = [.. seeds.SelectMany(TokensOf).Distinct(StringComparer.Ordinal).Take(MostTokens).Select(Encoding.UTF8.GetBytes)];
    }

    /// <summary>An input with one or several changes.</summary>
    /// <param name="input">The input.</param>
    /// <param name="other">Another, of which parts may be taken.</param>
    /// <param name="most">The most bytes that the result has.</param>
    public byte[] Mutate(byte[] input, byte[] other, int most)
    {
        for (var changes = 1 << _random.Next(4); changes > 0; changes--)
        {
            input = _random.Next(5) < 3 ? ChangeParts(input, other) : ChangeBytes(input, other);
            input = input.Length > most ? input[..most] : input;
        }

        return input;
    }

    private static IEnumerable<string> TokensOf(byte[] document)
    {
        var parts = new JsonParts(document);
        return parts.Names.Concat(parts.Scalars).Where(range => range.End.Value - range.Start.Value < 200).Select(range => Encoding.UTF8.GetString(document[range]));
    }

    private byte[] ChangeParts(byte[] input, byte[] other)
    {
        var parts = new JsonParts(input);
        if (parts.Values.Count == 0)
        {
            return ChangeBytes(input, other);
        }

        var value = Pick(parts.Values);
        var member = Pick(parts.Members);
        switch (_random.Next(12))
        {
            case 0:
                return Replace(input, value, Pick(_tokens));
            case 1:
                return Replace(input, value, Pick(s_pieces));
            case 2:
                return Replace(input, value, input[Pick(parts.Values)]);
            case 3:
                var others = new JsonParts(other).Values;
                return Replace(input, value, others.Count == 0 ? other : other[Pick(others)]);
            case 4:
                return Replace(input, member, []); // what may leave a comma too many
            case 5:
                var end = member.End.Value;
                return end < input.Length && input[end] == ',' ? Replace(input, member.Start..(end + 1), []) : Replace(input, member, input[member]);
            case 6:
                return Insert(input, member.Start.Value, [.. input[Pick(parts.Members)], (byte)',']);
            case 7:
                var ofOther = new JsonParts(other).Members;
                return Insert(input, member.Start.Value, ofOther.Count == 0 ? Pick(_tokens) : [.. other[Pick(ofOther)], (byte)',']);
            case 8 when parts.Names.Count > 0:
                return Replace(input, Pick(parts.Names), Pick(_tokens));
            case 9 when parts.Scalars.Count > 0:
                return ChangeScalar(input, Pick(parts.Scalars));
            case 10:
                var depth = 1 << _random.Next(7);
                var (open, close) = _random.Next(2) == 0 ? ("[", "]") : ("{\"x\":", "}");
                return Replace(input, value, [.. Repeat(Encoding.UTF8.GetBytes(open), depth), .. input[value], .. Repeat(Encoding.UTF8.GetBytes(close), depth)]);
            default:
                return Insert(input, member.Start.Value, [.. Pick(_tokens), (byte)':', .. Pick(_tokens), (byte)',']);
        }
    }

    /// <summary>Changes a text or number inside, so that what it stands in stays as it is.</summary>
    private byte[] ChangeScalar(byte[] input, Range scalar)
    {
        var text = input[scalar];
        if (text.Length < 2)
        {
            return Replace(input, scalar, [(byte)('0' + _random.Next(10))]);
        }

        var at = _random.Next(1, text.Length);
        text = _random.Next(4) switch
        {
            0 => Insert(text, at, Pick(s_pieces)),
            1 => Insert(text, at, [(byte)"0123456789-+.eE:TZ~/ "[_random.Next(21)]]),
            2 => text[..(at - 1)].Concat(text[at..]).ToArray(),
            _ => Insert(text, at, [.. Repeat(text.AsSpan(at - 1, 1), 1 << _random.Next(12))]),
        };
        return Replace(input, scalar, text);
    }

    private byte[] ChangeBytes(byte[] input, byte[] other)
    {
        var at = _random.Next(input.Length + 1);
        var length = Math.Min(1 << _random.Next(10), input.Length - at);
        switch (_random.Next(9))
        {
            case 0 when length > 0:
                var flipped = input.ToArray();
                flipped[at] ^= (byte)(1 << _random.Next(8));
                return flipped;
            case 1 when length > 0:
                return Replace(input, at..(at + 1), [(byte)_random.Next(256)]);
            case 2:
                return Replace(input, at..(at + length), []);
            case 3:
                return Insert(input, _random.Next(input.Length + 1), input[at..(at + length)]);
            case 4:
                return Insert(input, at, Pick(_tokens));
            case 5:
                return [.. input[..at], .. other[_random.Next(other.Length + 1)..]];
            case 6:
                return _random.Next(3) switch { 0 => [.. input, .. other], 1 => [.. input, (byte)'\n', .. other], _ => [.. input, .. "\r\n"u8, .. other] };
            case 7:
                return _random.Next(2) == 0 ? input[..at] : input[at..];
            default:
                return Insert(input, at, Pick(s_pieces));
        }
    }

    private T Pick<T>(IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];

    private static byte[] Repeat(ReadOnlySpan<byte> bytes, int count)
    {
        var result = new byte[bytes.Length * count];
        for (var i = 0; i < count; i++)
        {
            bytes.CopyTo(result.AsSpan(i * bytes.Length));
        }

        return result;
    }

    private static byte[] Insert(byte[] input, int at, byte[] bytes) => Replace(input, at..at, bytes);

    private static byte[] Replace(byte[] input, Range range, byte[] bytes) => [.. input[..range.Start.Value], .. bytes, .. input[range.End.Value..]];
}
