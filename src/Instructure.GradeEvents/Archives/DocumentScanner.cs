#if NET
using System.Buffers;
#endif

namespace Instructure.GradeEvents.Archives;

/// <summary>Finds the end of a JSON document (RFC 8259), and whether it is well formed, in text that comes in pieces of any size.</summary>
/// <remarks>
/// It looks at each byte once, and remembers nothing but where in the grammar it is: a <see cref="System.Text.Json.Utf8JsonReader"/> would begin a
/// text that is not all there from its start again. Nesting may be as deep as a document that is not too large can have it. Whether texts are Unicode is left to whoever reads them.
/// </remarks>
internal sealed class DocumentScanner
{
    private const int BitsOfWord = 64;

#if NET
    private static readonly SearchValues<byte> s_textEnds = SearchValues.Create(
        "\"\\\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f"u8);
#endif

    /// <summary>A bit for each value that is open: whether it is an object.</summary>
    private ulong[] _objects = new ulong[1];
    private int _depth;
    private bool _isInObject;
    private Expected _expected;
    private bool _isName;
    private byte _literal;
    private int _count;

    /// <summary>What comes next. White space may stand before the first six.</summary>
    private enum Expected : byte
    {
        Value,
        ValueOrEnd,
        Name,
        NameOrEnd,
        Colon,
        CommaOrEnd,
        Text,
        Escaped,
        HexDigit,
        Literal,
        EndOfLiteral,
        Integer,
        Digit,
        PointOrExponent,
        Fraction,
        FractionDigit,
        SignOrExponent,
        Exponent,
        ExponentDigit,
    }

    /// <summary>Whether the document is whole if the text ends here: only what has no end of its own is.</summary>
    internal bool IsWholeAtEnd
        => _depth == 0 && _expected is Expected.EndOfLiteral or Expected.Digit or Expected.PointOrExponent or Expected.FractionDigit or Expected.ExponentDigit;

    /// <summary>Begins another document.</summary>
    internal void Reset() => (_depth, _expected) = (0, Expected.Value);

    /// <summary>Goes on to the end of the document, of the line, or of the text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where to go on, and where it stopped.</param>
    internal ScanResult Scan(ReadOnlySpan<byte> text, ref int at)
    {
        while (at < text.Length)
        {
            var c = text[at];
            switch (_expected)
            {
                case Expected.Colon when c == ':':
                    _expected = Expected.Value;
                    at++;
                    continue;

                case Expected.CommaOrEnd when c == ',':
                    _expected = _isInObject ? Expected.Name : Expected.Value;
                    at++;
                    continue;

                case Expected.CommaOrEnd when c == (_isInObject ? '}' : ']'):
                case Expected.NameOrEnd when c == '}':
                case Expected.ValueOrEnd when c == ']':
                    at++;
                    if (Close())
                    {
                        return ScanResult.End;
                    }

                    continue;

                case Expected.Name or Expected.NameOrEnd or Expected.Value or Expected.ValueOrEnd when c == '"':
                    _isName = _expected is Expected.Name or Expected.NameOrEnd;
                    _expected = Expected.Text;
                    at++;
                    break;

                case <= Expected.CommaOrEnd when c is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n':
                    if (SkipBlanks(text, ref at))
                    {
                        return ScanResult.LineEnd;
                    }

                    continue;

                case Expected.Value or Expected.ValueOrEnd when BeginValue(c):
                    at++;
                    continue;

                case >= Expected.EndOfLiteral when GoesOn(c):
                    at++;
                    continue;

                case Expected.EndOfLiteral or Expected.Digit or Expected.PointOrExponent or Expected.FractionDigit or Expected.ExponentDigit:
                    // Numbers and literals end before what follows them.
                    if (_depth == 0)
                    {
                        return MayFollow(c) ? ScanResult.End : ScanResult.Malformed;
                    }

                    _expected = Expected.CommaOrEnd;
                    continue;

                case Expected.Text:
                    break;

                default:
                    if (!TakePart(c))
                    {
                        return ScanResult.Malformed;
                    }

                    at++;
                    continue;
            }

            if (ScanText(text, ref at) is { } result)
            {
                return result;
            }
        }

        return ScanResult.More;
    }

    /// <summary>Goes behind a character that is white space, and the blanks behind it; true when it was a line feed.</summary>
    private static bool SkipBlanks(ReadOnlySpan<byte> text, ref int at)
    {
        if (text[at++] == '\n')
        {
            return true;
        }

        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }

        return false;
    }

    /// <summary>Goes on in a text; null when the document goes on behind it, or in an escape.</summary>
    private ScanResult? ScanText(ReadOnlySpan<byte> text, ref int at)
    {
        var length = IndexOfTextEnd(text.Slice(at));
        at = length < 0 ? text.Length : at + length;
        if (length < 0)
        {
            return ScanResult.More;
        }

        switch (text[at])
        {
            case (byte)'"':
                at++;
                _expected = _isName ? Expected.Colon : Expected.CommaOrEnd;
                return _depth == 0 ? ScanResult.End : null;
            case (byte)'\\':
                at++;
                _expected = Expected.Escaped;
                return null;
            default:
                return ScanResult.Malformed;
        }
    }

    private static int IndexOfTextEnd(ReadOnlySpan<byte> text)
    {
#if NET
        return text.IndexOfAny(s_textEnds);
#else
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is (byte)'"' or (byte)'\\' or < (byte)' ')
            {
                return i;
            }
        }

        return -1;
#endif
    }

    /// <summary>Whether another document may begin there, directly behind a number or literal.</summary>
    private static bool MayFollow(byte c) => c is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)'{' or (byte)'[' or (byte)'"' or 0xEF;

    private static bool IsDigit(byte c) => c is >= (byte)'0' and <= (byte)'9';

    private static bool IsHexDigit(byte c) => IsDigit(c) || c is (>= (byte)'a' and <= (byte)'f') or (>= (byte)'A' and <= (byte)'F');

    private static ReadOnlySpan<byte> LiteralOf(byte first) => first switch
    {
        (byte)'t' => "true"u8,
        (byte)'f' => "false"u8,
        _ => "null"u8,
    };

    /// <summary>Whether a number goes on with this.</summary>
    private bool GoesOn(byte c)
    {
        switch (_expected)
        {
            case Expected.Integer when IsDigit(c):
                _expected = c == '0' ? Expected.PointOrExponent : Expected.Digit;
                return true;
            case Expected.Digit or Expected.FractionDigit or Expected.ExponentDigit when IsDigit(c):
                return true;
            case Expected.Digit or Expected.PointOrExponent when c == '.':
                _expected = Expected.Fraction;
                return true;
            case Expected.Fraction when IsDigit(c):
                _expected = Expected.FractionDigit;
                return true;
            case Expected.Digit or Expected.PointOrExponent or Expected.FractionDigit when c is (byte)'e' or (byte)'E':
                _expected = Expected.SignOrExponent;
                return true;
            case Expected.SignOrExponent when c is (byte)'+' or (byte)'-':
                _expected = Expected.Exponent;
                return true;
            case Expected.SignOrExponent or Expected.Exponent when IsDigit(c):
                _expected = Expected.ExponentDigit;
                return true;
            default:
                return false;
        }
    }

    /// <summary>Takes a part of an escape or literal.</summary>
    /// <returns>False: it can't stand here.</returns>
    private bool TakePart(byte c)
    {
        switch (_expected)
        {
            case Expected.Escaped when c == 'u':
                (_expected, _count) = (Expected.HexDigit, 0);
                return true;
            case Expected.Escaped:
                _expected = Expected.Text;
                return c is (byte)'"' or (byte)'\\' or (byte)'/' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t';
            case Expected.HexDigit:
                _expected = ++_count == 4 ? Expected.Text : Expected.HexDigit;
                return IsHexDigit(c);
            case Expected.Literal:
                var literal = LiteralOf(_literal);
                var isIt = c == literal[_count];
                _expected = ++_count == literal.Length ? Expected.EndOfLiteral : Expected.Literal;
                return isIt;
            default:
                return false;
        }
    }

    /// <summary>Begins a value that is no text.</summary>
    /// <returns>False: none begins so.</returns>
    private bool BeginValue(byte c)
    {
        switch (c)
        {
            case (byte)'{' or (byte)'[' when _depth < DocumentSplitter.MaxBytes:
                Open(isObject: c == '{');
                return true;
            case (byte)'-':
                _expected = Expected.Integer;
                return true;
            case (byte)'t' or (byte)'f' or (byte)'n':
                (_expected, _literal, _count) = (Expected.Literal, c, 1);
                return true;
            default:
                _expected = c == '0' ? Expected.PointOrExponent : IsDigit(c) ? Expected.Digit : _expected;
                return IsDigit(c);
        }
    }

    private void Open(bool isObject)
    {
        var word = _depth / BitsOfWord;
        if (word == _objects.Length)
        {
            Array.Resize(ref _objects, word * 2);
        }

        var bit = 1UL << (_depth % BitsOfWord);
        _objects[word] = isObject ? _objects[word] | bit : _objects[word] & ~bit;
        _isInObject = isObject;
        _expected = isObject ? Expected.NameOrEnd : Expected.ValueOrEnd;
        _depth++;
    }

    /// <summary>Closes a value; true when it is the document.</summary>
    private bool Close()
    {
        _depth--;
        _expected = Expected.CommaOrEnd;
        var parent = _depth - 1;
        _isInObject = parent >= 0 && (_objects[parent / BitsOfWord] & (1UL << (parent % BitsOfWord))) != 0;
        return _depth == 0;
    }
}
