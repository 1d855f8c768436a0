using System.Buffers.Text;
using System.Runtime.CompilerServices;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Deduplication;

/// <summary>Writes the canonical form, which is described at <see cref="CanonicalJson"/>.</summary>
internal sealed class CanonicalWriter
{
    /// <summary>What is kept for the next event of the thread: more than events have.</summary>
    private const int MostKept = 64 * 1024;

    [ThreadStatic]
    private static CanonicalWriter? s_free;

    private byte[] _buffer = new byte[4 * 1024];

    private CanonicalWriter()
    {
    }

    /// <summary>How much was written; set to less, it takes back the rest.</summary>
    internal int Length { get; set; }

    internal Span<byte> Written => _buffer.AsSpan(0, Length);

    /// <summary>Whether a value was not written in its canonical form, because that can only be determined from its JSON.</summary>
    internal bool IsIncomplete { get; private set; }

    /// <returns>The writer of this thread, empty. What it wrote is good until the next call.</returns>
    internal static CanonicalWriter Start()
    {
        if (s_free is not { _buffer.Length: <= MostKept } writer)
        {
            s_free = writer = new();
        }

        writer.Length = 0;
        writer.IsIncomplete = false;
        return writer;
    }

    /// <summary>Appends a member of a record, with its comma; nothing when it is null.</summary>
    /// <param name="name">The name with its quotes and colon.</param>
    /// <param name="value">The value.</param>
    internal void AppendMember(ReadOnlySpan<byte> name, string? value)
    {
        if (value is null || (value.Length == 0 && name.EndsWith("_id\":"u8)))
        {
            return;
        }

        Append(name);
        AppendPlain(value);
        Append(","u8);
    }

    /// <inheritdoc cref="AppendMember(ReadOnlySpan{byte}, string?)"/>
    internal void AppendMember(ReadOnlySpan<byte> name, CanvasId? value)
    {
        if (value is { } id)
        {
            Append(name);
            AppendId(id);
            Append(","u8);
        }
    }

    /// <inheritdoc cref="AppendMember(ReadOnlySpan{byte}, string?)"/>
    internal void AppendMember(ReadOnlySpan<byte> name, decimal? value)
    {
        if (value is { } number)
        {
            const int Longest = 31;
            Span<byte> text = stackalloc byte[Longest];
            Utf8Formatter.TryFormat(number, text, out var length);
            Append(name);
            AppendNumber(text.Slice(0, length));
            Append(","u8);
        }
    }

    /// <inheritdoc cref="AppendMember(ReadOnlySpan{byte}, string?)"/>
    internal void AppendMember(ReadOnlySpan<byte> name, DateTimeOffset? value)
    {
        if (value is { } time)
        {
            Append(name);
            Append("\""u8);
            AppendTime(time, default);
            Append("\","u8);
        }
    }

    /// <inheritdoc cref="AppendMember(ReadOnlySpan{byte}, string?)"/>
    internal void AppendMember(ReadOnlySpan<byte> name, bool? value)
    {
        if (value is { } boolean)
        {
            Append(name);
            Append(boolean ? "true,"u8 : "false,"u8);
        }
    }

    /// <summary>Appends a text. One that is a time, or has something to escape or surrogates, which can be halves, leaves the form incomplete.</summary>
    internal void AppendPlain(string text)
    {
        const int MostBytes = 3;
        Append("\""u8);
        var utf8 = GetSpan(text.Length * MostBytes);
        var length = 0;
        var isPlain = !TimeCodec.MayBeInstant(text);
        foreach (var c in text)
        {
            if (c < 0x80)
            {
                isPlain &= c is >= ' ' and not '"' and not '\\';
                utf8[length++] = (byte)c;
            }
            else if (c < 0x800)
            {
                utf8[length++] = (byte)(0xC0 | (c >> 6));
                utf8[length++] = (byte)(0x80 | (c & 0x3F));
            }
            else
            {
                isPlain &= !char.IsSurrogate(c);
                utf8[length++] = (byte)(0xE0 | (c >> 12));
                utf8[length++] = (byte)(0x80 | ((c >> 6) & 0x3F));
                utf8[length++] = (byte)(0x80 | (c & 0x3F));
            }
        }

        Length += length;
        IsIncomplete |= !isPlain;
        Append("\""u8);
    }

    /// <summary>Appends an id. One that was never set can't be written, and leaves the form incomplete.</summary>
    internal void AppendId(CanvasId id)
    {
        Span<byte> text = stackalloc byte[CanvasId.MaxLength];
        Append("\""u8);
        Append(id.IsSet ? id.ToUtf8(text) : default);
        Append("\""u8);
        IsIncomplete |= !id.IsSet;
    }

    /// <summary>Ends an object or array: its last comma becomes the bracket.</summary>
    internal void Close(byte open, byte close)
    {
        if (_buffer[Length - 1] == open)
        {
            GetSpan(1)[0] = close;
            Length++;
        }
        else
        {
            _buffer[Length - 1] = close;
        }
    }

    internal void AppendEscaped(ReadOnlySpan<byte> text)
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
                Length++;
            }
        }
    }

    internal void AppendTime(DateTimeOffset time, ReadOnlySpan<byte> furtherDigits)
    {
        Utf8Formatter.TryFormat(time.UtcDateTime, GetSpan(TimeCodec.Longest), out var written, 'O');
        Length += written - 1; // without the Z
        Append(furtherDigits);
        while (_buffer[Length - 1] == (byte)'0')
        {
            Length--;
        }

        if (_buffer[Length - 1] == (byte)'.')
        {
            Length--;
        }

        Append("Z"u8);
    }

    internal void AppendNumber(ReadOnlySpan<byte> number)
    {
        var end = number.IndexOfAny((byte)'e', (byte)'E');
        var mantissa = end < 0 ? number : number.Slice(0, end);
        var isNegative = mantissa[0] == (byte)'-';
        mantissa = mantissa.Slice(isNegative ? 1 : 0);
        var start = Length;
        Append(isNegative ? "-"u8 : default);
        var digits = Length;
        var point = mantissa.IndexOf((byte)'.');
        Append(point < 0 ? mantissa : mantissa.Slice(0, point));
        Append(point < 0 ? default : mantissa.Slice(point + 1));
        var shift = point < 0 ? 0 : point + 1 - mantissa.Length;
        var first = digits;
        while (first < Length && _buffer[first] == (byte)'0')
        {
            first++;
        }

        if (first == Length)
        {
            Length = start;
            Append("0"u8);
            return;
        }

        _buffer.AsSpan(first, Length - first).CopyTo(_buffer.AsSpan(digits));
        Length -= first - digits;
        while (_buffer[Length - 1] == (byte)'0')
        {
            Length--;
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

        // So many digits fit a long, also with the shift. To a longer exponent, the shift is added digit by digit.
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
                Length += written;
            }

            return;
        }

        Append(isNegative ? "e-0"u8 : "e0"u8); // with room for a carry
        var start = Length - 1;
        Append(text);
        var carry = isNegative ? -(long)shift : shift;
        for (var i = Length - 1; carry != 0; i--)
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

        _buffer.AsSpan(first, Length - first).CopyTo(_buffer.AsSpan(start));
        Length -= first - start;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Append(ReadOnlySpan<byte> text)
    {
        text.CopyTo(GetSpan(text.Length));
        Length += text.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Span<byte> GetSpan(int length)
    {
        if (_buffer.Length - Length < length)
        {
            Grow(length);
        }

        return _buffer.AsSpan(Length);
    }

    private void Grow(int length) => Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, Length + length));
}
