using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Instructure.GradeEvents.Serialization;

/// <summary>
/// An instant. Any offset reads; UTC is written, with the digits that the format asks for or, if more, that the instant needs.
/// </summary>
internal sealed class TimeCodec(string format, int leastDigits) : Codec<DateTimeOffset>
{
    private const int LongestText = 40;

    /// <summary>The length of 2019-11-01T19:11:05.2222222Z: a shorter time has no more than seven digits of a second.</summary>
    private const int AlwaysExact = 28;

    internal override string Expected => "a time in ISO 8601 with its offset (2019-11-01T19:11:05.222Z)";

    internal override DateTimeOffset Read(ref EventReader json)
    {
        if (json.TokenType != JsonTokenType.String || !HasOffset(json) || !json.TryGetDateTimeOffset(out var value))
        {
            throw json.Unexpected(Expected);
        }

        if (IsFinerThanTicks(TextOf(json)))
        {
            json.SetRounded(json.ReadElement());
        }

        return value;
    }

    internal override void Write(Utf8JsonWriter writer, DateTimeOffset value)
    {
        var utc = value.UtcDateTime;
        var fraction = utc.Ticks % TimeSpan.TicksPerSecond;
        var digits = 7;
        while (digits > leastDigits && fraction % 10 == 0)
        {
            fraction /= 10;
            digits--;
        }

        if (digits != leastDigits)
        {
            writer.WriteStringValue(utc.ToString("yyyy-MM-dd'T'HH:mm:ss." + new string('f', digits) + "'Z'", CultureInfo.InvariantCulture));
            return;
        }

#if NET
        Span<char> text = stackalloc char[LongestText];
        utc.TryFormat(text, out var length, format, CultureInfo.InvariantCulture);
        writer.WriteStringValue(text[..length]);
#else
        writer.WriteStringValue(utc.ToString(format, CultureInfo.InvariantCulture));
#endif
    }

    private static ReadOnlySpan<byte> TextOf(in EventReader json)
        => json.TryGetRawText(out var text) ? text : Encoding.UTF8.GetBytes(json.GetText());

    /// <summary>Whether there is a digit that counts after the seventh of the fraction.</summary>
    private static bool IsFinerThanTicks(ReadOnlySpan<byte> text)
    {
        if (text.Length <= AlwaysExact)
        {
            return false;
        }

        const int FractionBegins = 20;
        for (var i = FractionBegins; i < text.Length && text[i] is >= (byte)'0' and <= (byte)'9'; i++)
        {
            if (i >= FractionBegins + 7 && text[i] != (byte)'0' && text[FractionBegins - 1] == (byte)'.')
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>System.Text.Json takes a date alone, and a time without offset as this machine's: neither is an instant.</summary>
    private static bool HasOffset(in EventReader json)
    {
        var text = TextOf(json);
        const int TimeBegins = 10;
        return text.Length > TimeBegins + 6
            && text[TimeBegins] == (byte)'T'
            && (text[text.Length - 1] == (byte)'Z' || text[text.Length - 6] is (byte)'+' or (byte)'-');
    }
}
