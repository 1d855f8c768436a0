using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Deduplication;

/// <summary>JSON in the one form of all that say the same. Which form that is, is part of the documented key of an event, and never changes.</summary>
/// <remarks>
/// <list type="bullet">
/// <item>No white space. The names of an object are sorted by their UTF-8 bytes, and members that are null are left out.</item>
/// <item>A text is UTF-8; only <c>"</c> and <c>\</c> are escaped, by a <c>\</c>, and control characters, as <c>\u000a</c>.</item>
/// <item>A text that is a time with its offset is in UTC, with seconds, and with the digits of a fraction that count: <c>2026-03-02T14:05:09.12Z</c>.</item>
/// <item>A number is its digits without zeros at either end, and the power of ten that they are multiplied by, unless that is 0: <c>855e-1</c>,
/// <c>2e1</c>, <c>-5</c>, <c>0</c>.</item>
/// <item>In a member whose name ends in <c>_id</c>, an integer is a text, and an empty text is null.</item>
/// </list>
/// </remarks>
internal sealed class CanonicalJson
{
    /// <summary>What is kept for the next event of the thread: more than events have.</summary>
    private const int MostKept = 64 * 1024;

    /// <summary>Payloads have 64 levels at most; the key puts them into an array.</summary>
    private const int MaxDepth = EventReader.MaxDepth + 2;

    [ThreadStatic]
    private static CanonicalJson? s_free;

    /// <summary>The members of the objects that are open.</summary>
    private readonly List<Member> _members = [];

    private byte[] _buffer = new byte[4 * 1024];
    private int _length;

    /// <returns>The canonical form, good until the next call on this thread.</returns>
    internal static ReadOnlySpan<byte> Of(ReadOnlySpan<byte> utf8Json)
    {
        var canonical = s_free ?? new();
        canonical._length = 0;
        canonical._members.Clear();
        var reader = new Utf8JsonReader(utf8Json, new JsonReaderOptions { MaxDepth = MaxDepth });
        reader.Read();
        canonical.AppendValue(ref reader, utf8Json, isId: false);
        s_free = canonical._buffer.Length <= MostKept ? canonical : null;
        return canonical._buffer.AsSpan(0, canonical._length);
    }

    private void AppendValue(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8Json, bool isId)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                AppendObject(ref reader, utf8Json);
                break;
            case JsonTokenType.StartArray:
                Append("["u8);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    AppendValue(ref reader, utf8Json, isId: false);
                    Append(","u8);
                }

                Close((byte)'[', (byte)']');
                break;
            case JsonTokenType.String:
                AppendText(reader);
                break;
            case JsonTokenType.Number when isId && reader.ValueSpan.IndexOfAny((byte)'.', (byte)'e', (byte)'E') < 0:
                Append("\""u8);
                Append(reader.ValueSpan.SequenceEqual("-0"u8) ? "0"u8 : reader.ValueSpan);
                Append("\""u8);
                break;
            case JsonTokenType.Number:
                AppendNumber(reader.ValueSpan);
                break;
            default:
                Append(reader.ValueSpan); // true, false, null
                break;
        }
    }

    private void AppendObject(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8Json)
    {
        var (first, start, isSorted) = (_members.Count, _length, true);
        Append("{"u8);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = Name(reader);
            var memberStart = _length;
            AppendText(reader);
            reader.Read();
            var isId = NameOf(name, utf8Json).EndsWith("_id"u8);
            if (reader.TokenType == JsonTokenType.Null || (isId && reader.TokenType == JsonTokenType.String && reader.ValueSpan.IsEmpty))
            {
                _length = memberStart;
                continue;
            }

            Append(":"u8);
            AppendValue(ref reader, utf8Json, isId);
            Append(","u8);
            isSorted &= _members.Count == first || Compare(_members[_members.Count - 1], name, utf8Json) < 0;
            _members.Add(name with { Start = memberStart, Length = _length - memberStart });
        }

        if (!isSorted)
        {
            Sort(first, start + 1, utf8Json);
        }

        _members.RemoveRange(first, _members.Count - first);
        Close((byte)'{', (byte)'}');
    }

    /// <summary>Puts the members of the object that was written last into the order of their names.</summary>
    private void Sort(int first, int start, ReadOnlySpan<byte> utf8Json)
    {
        var members = _members.GetRange(first, _members.Count - first).ToArray();
        var names = new byte[members.Length][];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = NameOf(members[i], utf8Json).ToArray();
        }

        Array.Sort(names, members, Comparer<byte[]>.Create(static (one, other) => one.AsSpan().SequenceCompareTo(other)));
        var unsorted = _buffer.AsSpan(start, _length - start).ToArray();
        _length = start;
        foreach (var member in members)
        {
            Append(unsorted.AsSpan(member.Start - start, member.Length));
        }
    }

    /// <summary>Ends an object or array: its last comma becomes the bracket.</summary>
    private void Close(byte open, byte close)
    {
        if (_buffer[_length - 1] == open)
        {
            GetSpan(1)[0] = close;
            _length++;
        }
        else
        {
            _buffer[_length - 1] = close;
        }
    }

    private void AppendText(in Utf8JsonReader reader)
    {
        Append("\""u8);
        var text = reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(reader.GetString()!) : reader.ValueSpan;
        if (reader.TokenType == JsonTokenType.String && TimeCodec.TryRead(reader, text, out var time, out var furtherDigits))
        {
            AppendTime(time, furtherDigits);
        }
        else if (!reader.ValueIsEscaped)
        {
            Append(text);
        }
        else
        {
            AppendEscaped(text);
        }

        Append("\""u8);
    }

    private void AppendEscaped(ReadOnlySpan<byte> text)
    {
        foreach (var c in text)
        {
            if (c is (byte)'"' or (byte)'\\')
            {
                Append("\\"u8);
            }

            if (c < 0x20)
            {
                Append(c < 0x10 ? "\\u000"u8 : "\\u001"u8);
                Append("0123456789abcdef"u8.Slice(c & 0xF, 1));
            }
            else
            {
                GetSpan(1)[0] = c;
                _length++;
            }
        }
    }

    private void AppendTime(DateTimeOffset time, ReadOnlySpan<byte> furtherDigits)
    {
        Utf8Formatter.TryFormat(time.UtcDateTime, GetSpan(TimeCodec.Longest), out var written, 'O');
        _length += written - 1; // without the Z
        Append(furtherDigits);
        while (_buffer[_length - 1] == (byte)'0')
        {
            _length--;
        }

        if (_buffer[_length - 1] == (byte)'.')
        {
            _length--;
        }

        Append("Z"u8);
    }

    private void AppendNumber(ReadOnlySpan<byte> number)
    {
        var end = number.IndexOfAny((byte)'e', (byte)'E');
        var mantissa = end < 0 ? number : number.Slice(0, end);
        var isNegative = mantissa[0] == (byte)'-';
        mantissa = mantissa.Slice(isNegative ? 1 : 0);
        var start = _length;
        Append(isNegative ? "-"u8 : default);
        var digits = _length;
        var point = mantissa.IndexOf((byte)'.');
        Append(point < 0 ? mantissa : mantissa.Slice(0, point));
        Append(point < 0 ? default : mantissa.Slice(point + 1));
        var shift = point < 0 ? 0 : point + 1 - mantissa.Length;
        var first = digits;
        while (first < _length && _buffer[first] == (byte)'0')
        {
            first++;
        }

        if (first == _length)
        {
            _length = start;
            Append("0"u8);
            return;
        }

        _buffer.AsSpan(first, _length - first).CopyTo(_buffer.AsSpan(digits));
        _length -= first - digits;
        while (_buffer[_length - 1] == (byte)'0')
        {
            _length--;
            shift++;
        }

        AppendExponent(end < 0 ? "0"u8 : number.Slice(end + 1), shift);
    }

    /// <summary>Writes an exponent, unless it is 0. It can have more digits than any type holds, and takes no longer than its length.</summary>
    private void AppendExponent(ReadOnlySpan<byte> text, int shift)
    {
        var isNegative = text[0] == (byte)'-';
        text = text.Slice(text[0] is (byte)'-' or (byte)'+' ? 1 : 0);
        while (text.Length > 1 && text[0] == (byte)'0')
        {
            text = text.Slice(1);
        }

        // So many digits fit a long, and so far they are all that a shift can change.
        const int Fitting = 17;
        if (text.Length <= Fitting)
        {
            var exponent = 0L;
            foreach (var digit in text)
            {
                exponent = (exponent * 10) + digit - '0';
            }

            exponent = (isNegative ? -exponent : exponent) + shift;
            if (exponent != 0)
            {
                Append("e"u8);
                Utf8Formatter.TryFormat(exponent, GetSpan(Fitting + 3), out var written);
                _length += written;
            }

            return;
        }

        Append(isNegative ? "e-0"u8 : "e0"u8); // with room for a carry
        var start = _length - 1;
        Append(text);
        var carry = isNegative ? -(long)shift : shift;
        for (var i = _length - 1; carry != 0; i--)
        {
            var sum = _buffer[i] - '0' + carry;
            var digit = ((sum % 10) + 10) % 10;
            _buffer[i] = (byte)('0' + digit);
            carry = (sum - digit) / 10;
        }

        var first = start;
        while (_buffer[first] == (byte)'0')
        {
            first++;
        }

        _buffer.AsSpan(first, _length - first).CopyTo(_buffer.AsSpan(start));
        _length -= first - start;
    }

    private void Append(ReadOnlySpan<byte> text)
    {
        text.CopyTo(GetSpan(text.Length));
        _length += text.Length;
    }

    private Span<byte> GetSpan(int length)
    {
        if (_buffer.Length - _length < length)
        {
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _length + length));
        }

        return _buffer.AsSpan(_length);
    }

    private static Member Name(in Utf8JsonReader reader)
        => new((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length, reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(reader.GetString()!) : null);

    private static ReadOnlySpan<byte> NameOf(in Member member, ReadOnlySpan<byte> utf8Json) => member.Unescaped ?? utf8Json.Slice(member.NameStart, member.NameLength);

    private static int Compare(in Member one, in Member other, ReadOnlySpan<byte> utf8Json) => NameOf(one, utf8Json).SequenceCompareTo(NameOf(other, utf8Json));

    /// <param name="NameStart">Where its name is in the JSON that is read.</param>
    /// <param name="NameLength">How long that is.</param>
    /// <param name="Unescaped">The name, when it is escaped there.</param>
    private readonly record struct Member(int NameStart, int NameLength, byte[]? Unescaped)
    {
        /// <summary>Where the member is in the canonical form.</summary>
        internal int Start { get; init; }

        /// <summary>How long it is there, with its comma.</summary>
        internal int Length { get; init; }
    }
}
