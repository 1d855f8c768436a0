using System.ComponentModel;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents;

/// <summary>A Canvas id: a 64-bit number, local to an account, or global if it contains the account's shard.</summary>
/// <remarks>
/// <para>A global id is <c>shard × 10 000 000 000 000 + local id</c>: <c>21070000000011086</c> is local id 11086 on shard 2107,
/// and is also written <c>2107~11086</c>. Ids below 10^13 are local. When an account moves to another shard, global ids change and
/// local ids don't. Source: Canvas event documentation, and the URLs of Canvas for the form with <c>~</c>.</para>
/// <para>It remembers in which of the two forms it was written, but two ids are equal when they are the same number. The default
/// value is an id that was never set: it equals no other id, not even 0, sorts before all others, has an empty text, and can't be written
/// to JSON.</para>
/// <para>In JSON it is written as a string, and read from a string or an integer.</para>
/// </remarks>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
[TypeConverter(typeof(TextConverter))]
[StructLayout(LayoutKind.Auto)]
public readonly struct CanvasId : IEquatable<CanvasId>, IComparable<CanvasId>, IComparable, IFormattable
#if NET
    , ISpanFormattable, ISpanParsable<CanvasId>, IUtf8SpanParsable<CanvasId>
#endif
{
    /// <summary>The longest text: 19 digits, or 20 characters with <c>~</c> in them.</summary>
    internal const int MaxLength = 20;

    private const long ShardSize = 10_000_000_000_000;

    private readonly Form _form;

    /// <summary>Makes an id from its number.</summary>
    /// <param name="value">The local or global id; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is negative.</exception>
    public CanvasId(long value)
        : this(value, Form.Digits)
    {
        if (value < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(value), value.ToString(CultureInfo.InvariantCulture), "A Canvas id is not negative.");
        }
    }

    /// <summary>Makes a global id from a shard and a local id.</summary>
    /// <param name="shardId">The shard, from 0 (for a local id) to 922337.</param>
    /// <param name="localId">The local id, from 0 to 9999999999999.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of the two is negative.</exception>
    /// <exception cref="OverflowException">The local id is 10^13 or more, or the two together don't fit 64 bits; the message contains
    /// them.</exception>
    public CanvasId(int shardId, long localId)
    {
        if (shardId < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(shardId), shardId.ToString(CultureInfo.InvariantCulture), "A shard is not negative.");
        }

        if (localId < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(localId), localId.ToString(CultureInfo.InvariantCulture), "A Canvas id is not negative.");
        }

        if (!TryCombine((ulong)shardId, (ulong)localId, out var value))
        {
            throw TooLarge(string.Format(CultureInfo.InvariantCulture, "{0}~{1}", shardId, localId));
        }

        Value = value;
        _form = Form.Digits;
    }

    private CanvasId(long value, Form form) => (Value, _form) = (value, form);

    /// <summary>How the id was written.</summary>
    private enum Form : byte
    {
        NeverSet,
        Digits,
        ShardAndLocal,
    }

    private enum Outcome
    {
        Parsed,
        BadText,
        TooLarge,
    }

    /// <summary>The id as a number: the global id, or the local one when there is no shard. 0 for the default value.</summary>
    public long Value { get; }

    /// <summary>The shard that the id is on; 0 when it is local.</summary>
    public int ShardId => (int)(Value / ShardSize);

    /// <summary>The id within its account or shard.</summary>
    public long LocalId => Value % ShardSize;

    /// <summary>Whether the id contains its shard, that is, whether it is 10^13 or more.</summary>
    public bool IsGlobal => Value >= ShardSize;

    /// <summary>Whether the id is not the default value.</summary>
    internal bool IsSet => _form != Form.NeverSet;

    /// <summary>Whether two ids are the same number.</summary>
    /// <param name="left">One id.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when they are the same number, however written.</returns>
    public static bool operator ==(CanvasId left, CanvasId right) => left.Equals(right);

    /// <summary>Whether two ids are different numbers.</summary>
    /// <param name="left">One id.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when the numbers differ.</returns>
    public static bool operator !=(CanvasId left, CanvasId right) => !left.Equals(right);

    /// <summary>Whether one id comes before another.</summary>
    /// <param name="left">One id.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when the number of the first is less.</returns>
    public static bool operator <(CanvasId left, CanvasId right) => left.CompareTo(right) < 0;

    /// <summary>Whether one id comes before another or is the same.</summary>
    /// <param name="left">One id.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when the number of the first is less or the same.</returns>
    public static bool operator <=(CanvasId left, CanvasId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one id comes after another.</summary>
    /// <param name="left">One id.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when the number of the first is greater.</returns>
    public static bool operator >(CanvasId left, CanvasId right) => left.CompareTo(right) > 0;

    /// <summary>Whether one id comes after another or is the same.</summary>
    /// <param name="left">One id.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when the number of the first is greater or the same.</returns>
    public static bool operator >=(CanvasId left, CanvasId right) => left.CompareTo(right) >= 0;

    /// <summary>Parses an id.</summary>
    /// <param name="s"><c>21070000000011086</c>, <c>2107~11086</c> or <c>11086</c>: digits without a sign, spaces or leading zeros.</param>
    /// <returns>The id, which is written as the same text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="s"/> is null.</exception>
    /// <exception cref="FormatException">The text is not an id; the message contains it.</exception>
    /// <exception cref="OverflowException">The number doesn't fit 64 bits, or the part after <c>~</c> is 10^13 or more; the message contains the
    /// text.</exception>
    public static CanvasId Parse(string s) => Parse((s ?? throw new ArgumentNullException(nameof(s))).AsSpan());

    /// <inheritdoc cref="Parse(string)"/>
    public static CanvasId Parse(ReadOnlySpan<char> s) => TryParseCore(s, out var result) switch
    {
        Outcome.Parsed => result,
        Outcome.TooLarge => throw TooLarge(s.ToString()),
        _ => throw BadText(s.ToString()),
    };

    /// <summary>Tries to parse an id.</summary>
    /// <param name="s">The text, in the forms that <see cref="Parse(string)"/> takes, or null.</param>
    /// <param name="result">The id, or the default value.</param>
    /// <returns>Whether the text is an id that fits 64 bits.</returns>
    public static bool TryParse(string? s, out CanvasId result) => TryParse(s.AsSpan(), out result);

    /// <inheritdoc cref="TryParse(string, out CanvasId)"/>
    public static bool TryParse(ReadOnlySpan<char> s, out CanvasId result) => TryParseCore(s, out result) == Outcome.Parsed;

    /// <inheritdoc/>
    public bool Equals(CanvasId other) => Value == other.Value && IsSet == other.IsSet;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is CanvasId other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode();

    /// <inheritdoc/>
    public int CompareTo(CanvasId other)
        => IsSet && other.IsSet ? Value.CompareTo(other.Value) : IsSet.CompareTo(other.IsSet);

    /// <inheritdoc/>
    int IComparable.CompareTo(object? obj) => obj switch
    {
        null => 1,
        CanvasId other => CompareTo(other),
        _ => throw new ArgumentException("A Canvas id can only be compared with another.", nameof(obj)),
    };

    /// <summary>The text in the form in which it was parsed, or digits if it was made from numbers. Empty for the default value.</summary>
    /// <returns>For example <c>21070000000011086</c>.</returns>
    public override string ToString() => ToString(format: null);

    /// <summary>The id as text in the given format.</summary>
    /// <param name="format"><c>G</c>, empty or null: as it was parsed. <c>D</c>: digits, <c>21070000000011086</c>. <c>S</c>: shard and
    /// local id, <c>2107~11086</c>; a local id stays digits.</param>
    /// <returns>The text.</returns>
    /// <exception cref="FormatException">The format is not one of these.</exception>
    public string ToString(string? format)
    {
        Span<char> text = stackalloc char[MaxLength];
        TryFormat(text, out var length, format.AsSpan());
        return text.Slice(0, length).ToString();
    }

    /// <summary>Writes the id in the given format.</summary>
    /// <param name="destination">Where to write; 20 characters are always enough.</param>
    /// <param name="charsWritten">How many characters were written; 0 when there was no room, or the id is the default value.</param>
    /// <param name="format">As for <see cref="ToString(string)"/>.</param>
    /// <returns>Whether there was room.</returns>
    /// <exception cref="FormatException">The format is not one of these.</exception>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default)
    {
        var tilde = format.Length switch
        {
            0 => _form == Form.ShardAndLocal,
            1 when format[0] is 'G' or 'g' => _form == Form.ShardAndLocal,
            1 when format[0] is 'D' or 'd' => false,
            1 when format[0] is 'S' or 's' => IsGlobal,
            _ => throw new FormatException($"{PrintableText.Quote(format.ToString())} is not a format of Canvas ids: they have G, D and S."),
        };

        if (!IsSet)
        {
            charsWritten = 0;
            return true;
        }

        Span<byte> buffer = stackalloc byte[MaxLength];
        var text = ToUtf8(buffer, tilde);
        charsWritten = text.Length <= destination.Length ? text.Length : 0;
        for (var i = 0; i < charsWritten; i++)
        {
            destination[i] = (char)text[i];
        }

        return charsWritten > 0;
    }

    /// <inheritdoc/>
    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString(format);

#if NET
    /// <inheritdoc/>
    bool ISpanFormattable.TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
        => TryFormat(destination, out charsWritten, format);

    /// <inheritdoc/>
    static CanvasId IParsable<CanvasId>.Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc/>
    static bool IParsable<CanvasId>.TryParse(string? s, IFormatProvider? provider, out CanvasId result) => TryParse(s, out result);

    /// <inheritdoc/>
    static CanvasId ISpanParsable<CanvasId>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc/>
    static bool ISpanParsable<CanvasId>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out CanvasId result) => TryParse(s, out result);

    /// <inheritdoc/>
    static CanvasId IUtf8SpanParsable<CanvasId>.Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider)
        => TryParseUtf8(utf8Text, out var result) ? result : Parse(System.Text.Encoding.UTF8.GetString(utf8Text));

    /// <inheritdoc/>
    static bool IUtf8SpanParsable<CanvasId>.TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out CanvasId result)
        => TryParseUtf8(utf8Text, out result);
#endif

    internal static bool TryParseUtf8(ReadOnlySpan<byte> utf8Text, out CanvasId result)
    {
        // What Canvas usually sends: so few digits that the number always fits 64 bits.
        const int AlwaysFits = 18;
        if (utf8Text.Length is > 0 and <= AlwaysFits && (utf8Text[0] != (byte)'0' || utf8Text.Length == 1))
        {
            var value = 0L;
            var i = 0;
            while (i < utf8Text.Length && utf8Text[i] is >= (byte)'0' and <= (byte)'9')
            {
                value = (value * 10) + (utf8Text[i++] - '0');
            }

            if (i == utf8Text.Length)
            {
                result = new(value, Form.Digits);
                return true;
            }
        }

        if (utf8Text.Length > MaxLength)
        {
            result = default;
            return false;
        }

        // An id is ASCII: any other byte becomes a character that no id has.
        Span<char> text = stackalloc char[MaxLength];
        for (var i = 0; i < utf8Text.Length; i++)
        {
            text[i] = (char)utf8Text[i];
        }

        return TryParse(text.Slice(0, utf8Text.Length), out result);
    }

    private static Outcome TryParseCore(ReadOnlySpan<char> text, out CanvasId result)
    {
        result = default;
        var tilde = text.IndexOf('~');
        var outcome = TryParseDigits(text.Slice(tilde + 1), out var local);
        if (tilde < 0)
        {
            if (outcome == Outcome.Parsed)
            {
                result = new((long)local, Form.Digits);
            }

            return outcome;
        }

        var shardOutcome = TryParseDigits(text.Slice(0, tilde), out var shard);
        if (outcome == Outcome.BadText || shardOutcome == Outcome.BadText)
        {
            return Outcome.BadText;
        }

        if (outcome == Outcome.TooLarge || shardOutcome == Outcome.TooLarge || !TryCombine(shard, local, out var value))
        {
            return Outcome.TooLarge;
        }

        result = new(value, Form.ShardAndLocal);
        return Outcome.Parsed;
    }

    private static Outcome TryParseDigits(ReadOnlySpan<char> text, out ulong value)
    {
        value = 0;
        if (text.IsEmpty || (text[0] == '0' && text.Length > 1))
        {
            return Outcome.BadText;
        }

        var tooLarge = false;
        foreach (var c in text)
        {
            if (c is < '0' or > '9')
            {
                return Outcome.BadText;
            }

            tooLarge |= value > (long.MaxValue - (ulong)(c - '0')) / 10;
            value = unchecked((value * 10) + (ulong)(c - '0'));
        }

        return tooLarge ? Outcome.TooLarge : Outcome.Parsed;
    }

    private static bool TryCombine(ulong shard, ulong local, out long value)
    {
        var fits = local < ShardSize && shard <= (long.MaxValue - local) / ShardSize;
        value = fits ? (long)((shard * ShardSize) + local) : 0;
        return fits;
    }

    /// <summary>The id in UTF-8, as it was given, in a buffer of <see cref="MaxLength"/>.</summary>
    internal ReadOnlySpan<byte> ToUtf8(Span<byte> buffer) => ToUtf8(buffer, _form == Form.ShardAndLocal);

    private ReadOnlySpan<byte> ToUtf8(Span<byte> buffer, bool tilde)
    {
        // From the last digit to the first.
        var start = MaxLength;
        WriteDigits(buffer, ref start, tilde ? LocalId : Value);
        if (tilde)
        {
            buffer[--start] = (byte)'~';
            WriteDigits(buffer, ref start, ShardId);
        }

        return buffer.Slice(start);
    }

    private static void WriteDigits(Span<byte> text, ref int start, long value)
    {
        do
        {
            text[--start] = (byte)('0' + (value % 10));
            value /= 10;
        }
        while (value > 0);
    }

    private static FormatException BadText(string text)
        => new($"{PrintableText.Quote(text)} is not a Canvas id: digits without leading zeros (\"21070000000011086\", \"11086\"), or shard and local id (\"2107~11086\").");

    private static OverflowException TooLarge(string text)
        => new($"{PrintableText.Quote(text)} is too large for a Canvas id: the number must fit 64 bits, and a local id be below 10000000000000.");

    private sealed class TextConverter() : IdentifierTypeConverter<CanvasId>(static text => Parse(text));
}
