using System.Buffers.Text;
using System.Text.Json;

namespace Instructure.GradeEvents.Serialization;

/// <summary>
/// An instant. Any offset reads; UTC is written, with the digits of a second that the format asks for or, if more, that the instant needs.
/// </summary>
internal sealed class TimeCodec(int leastDigits) : Codec<DateTimeOffset>
{
    /// <summary>Where the time begins in 2019-11-01T19:11:05.2222222Z, where its fraction does, and how long it is with all digits that there are ticks for.</summary>
    private const int TimeBegins = 10;
    private const int FractionBegins = 20;
    private const int TickDigits = 7;
    internal const int Longest = FractionBegins + TickDigits + 1;

    internal override string Expected => "a time in ISO 8601 with its offset (2019-11-01T19:11:05.222Z)";

    internal override DateTimeOffset Read(ref EventReader json)
    {
        if (json.TokenType != JsonTokenType.String || !TryRead(json.Reader, json.GetUtf8Text(), out var value, out var furtherDigits))
        {
            throw json.Unexpected(Expected);
        }

        if (furtherDigits.Length > 0)
        {
            json.SetRounded(JsonValue.Read(ref json));
        }

        return value;
    }

    /// <summary>Reads a text if it is an instant.</summary>
    /// <param name="reader">At the text.</param>
    /// <param name="text">The text.</param>
    /// <param name="value">The instant; later digits are cut off.</param>
    /// <param name="furtherDigits">The digits of the fraction after the seventh, if one of them counts.</param>
    internal static bool TryRead(in Utf8JsonReader reader, ReadOnlySpan<byte> text, out DateTimeOffset value, out ReadOnlySpan<byte> furtherDigits)
    {
        value = default;
        furtherDigits = default;
        if (!IsInstant(text) || !reader.TryGetDateTimeOffset(out value))
        {
            return false;
        }

        if (text.Length > Longest && text[FractionBegins - 1] == (byte)'.')
        {
            var (digits, count) = (0, 0);
            for (; IsDigit(text[FractionBegins + digits]); digits++)
            {
                count = text[FractionBegins + digits] == (byte)'0' ? count : digits + 1;
            }

            furtherDigits = text.Slice(FractionBegins + Math.Min(digits, TickDigits), Math.Max(count - TickDigits, 0));
        }

        return true;
    }

    internal override void Write(Utf8JsonWriter writer, DateTimeOffset value)
    {
        Span<byte> text = stackalloc byte[Longest];
        Utf8Formatter.TryFormat(value.UtcDateTime, text, out _, 'O');
        var digits = TickDigits;
        while (digits > leastDigits && text[FractionBegins + digits - 1] == (byte)'0')
        {
            digits--;
        }

        var end = digits == 0 ? FractionBegins - 1 : FractionBegins + digits;
        text[end] = (byte)'Z';
        writer.WriteStringValue(text.Slice(0, end + 1));
    }

    /// <summary>Whether it is worth a try to read the text as an instant.</summary>
    internal static bool MayBeInstant(string text) => text.Length > TimeBegins && text[TimeBegins] == 'T';

    /// <summary>
    /// System.Text.Json takes a date alone, and a time without offset as this machine's: neither is an instant. It takes a point without
    /// digits behind it, too.
    /// </summary>
    private static bool IsInstant(ReadOnlySpan<byte> text)
        => text.Length > TimeBegins + 6
            && text[TimeBegins] == (byte)'T'
            && (text[text.Length - 1] == (byte)'Z' || text[text.Length - 6] is (byte)'+' or (byte)'-')
            && (text.IndexOf((byte)'.') is var point && (point < 0 || (point + 1 < text.Length && IsDigit(text[point + 1]))));

    private static bool IsDigit(byte c) => c is >= (byte)'0' and <= (byte)'9';
}
