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
    private const int Longest = FractionBegins + TickDigits + 1;

    internal override string Expected => "a time in ISO 8601 with its offset (2019-11-01T19:11:05.222Z)";

    internal override DateTimeOffset Read(ref EventReader json)
    {
        if (json.TokenType == JsonTokenType.String)
        {
            var text = json.GetUtf8Text();
            if (IsInstant(text) && json.TryGetDateTimeOffset(out var value))
            {
                if (text.Length > Longest && IsFinerThanTicks(text))
                {
                    json.SetRounded(json.ReadElement());
                }

                return value;
            }
        }

        throw json.Unexpected(Expected);
    }

    internal override void Write(Utf8JsonWriter writer, DateTimeOffset value)
    {
        var utc = value.UtcDateTime;
        var fraction = utc.Ticks % TimeSpan.TicksPerSecond;
        var digits = TickDigits;
        while (digits > leastDigits && fraction % 10 == 0)
        {
            fraction /= 10;
            digits--;
        }

        Span<byte> text = stackalloc byte[Longest];
        WriteDigits(text, utc.Year, 0, 4);
        text[4] = (byte)'-';
        WriteDigits(text, utc.Month, 5, 2);
        text[7] = (byte)'-';
        WriteDigits(text, utc.Day, 8, 2);
        text[TimeBegins] = (byte)'T';
        WriteDigits(text, utc.Hour, 11, 2);
        text[13] = (byte)':';
        WriteDigits(text, utc.Minute, 14, 2);
        text[16] = (byte)':';
        WriteDigits(text, utc.Second, 17, 2);
        var end = FractionBegins - 1;
        if (digits > 0)
        {
            text[end] = (byte)'.';
            WriteDigits(text, (int)fraction, FractionBegins, digits);
            end = FractionBegins + digits;
        }

        text[end] = (byte)'Z';
        writer.WriteStringValue(text.Slice(0, end + 1));
    }

    private static void WriteDigits(Span<byte> text, int value, int start, int count)
    {
        for (var i = start + count - 1; i >= start; i--)
        {
            text[i] = (byte)('0' + (value % 10));
            value /= 10;
        }
    }

    /// <summary>
    /// System.Text.Json takes a date alone, and a time without offset as this machine's: neither is an instant. It takes a point without
    /// digits behind it, too.
    /// </summary>
    private static bool IsInstant(ReadOnlySpan<byte> text)
        => text.Length > TimeBegins + 6
            && text[TimeBegins] == (byte)'T'
            && (text[text.Length - 1] == (byte)'Z' || text[text.Length - 6] is (byte)'+' or (byte)'-')
            && (text.IndexOf((byte)'.') is var point && (point < 0 || (point + 1 < text.Length && IsDigit(text[point + 1]))));

    /// <summary>Whether there is a digit that counts after the seventh of the fraction.</summary>
    private static bool IsFinerThanTicks(ReadOnlySpan<byte> text)
    {
        for (var i = FractionBegins; i < text.Length && IsDigit(text[i]); i++)
        {
            if (i >= FractionBegins + TickDigits && text[i] != (byte)'0' && text[FractionBegins - 1] == (byte)'.')
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsDigit(byte c) => c is >= (byte)'0' and <= (byte)'9';
}
