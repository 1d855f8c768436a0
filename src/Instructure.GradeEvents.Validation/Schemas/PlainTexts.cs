namespace Instructure.GradeEvents.Validation.Schemas;

/// <summary>Knows the plain form that nearly all texts of a pattern have. What has it matches the pattern, so that needs not be tried.</summary>
/// <remarks>
/// The patterns alone say what is right: a text that is not plain is tried on its pattern. Tests hold each of these checks to its pattern.
/// </remarks>
internal static class PlainTexts
{
#if NET
    private static readonly System.Buffers.SearchValues<byte> s_iri = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789:/._-?=&%#+~!$'()*,;@[]{}|\\^`"u8);
#endif

    /// <summary>The check for a pattern of this name; null when there is none.</summary>
    internal static PlainText? Of(string pattern) => pattern switch
    {
        "canvasId" => IsCanvasId,
        "iri" or "applicationId" => IsIri,
        "caliperTime" => IsTimeWithMilliseconds,
        "canvasTime" => static utf8 => IsTimeWithMilliseconds(utf8) || IsTimeInSeconds(utf8),
        "eventId" => IsEventId,
        _ => null,
    };

    /// <summary>The length of the longest text that matches a pattern of this name, if it has one that is not too long to be tried.</summary>
    internal static int MaxLength(string pattern) => pattern switch
    {
        "canvasId" => 19,
        "caliperTime" => "2026-01-28T00:00:00.000Z".Length,
        "canvasTime" => "2026-01-28T00:00:00.123456789Z".Length,
        "eventId" => "urn:uuid:319f0132-0584-4efd-9489-4959b7101731".Length,
        _ => int.MaxValue / 6,
    };

    /// <summary>Up to 18 digits, so that they fit 64 bits, and no zero before them.</summary>
    private static bool IsCanvasId(ReadOnlySpan<byte> utf8) => utf8.Length is > 0 and <= 18 && utf8[0] != '0' && AreDigits(utf8);

    /// <summary>A URN or a web address, of ASCII that can stand in any IRI.</summary>
    private static bool IsIri(ReadOnlySpan<byte> utf8)
    {
        if (!(utf8.StartsWith("urn:"u8) || utf8.StartsWith("http:"u8) || utf8.StartsWith("https:"u8)) || utf8[utf8.Length - 1] == ':')
        {
            return false;
        }

#if NET
        return !utf8.ContainsAnyExcept(s_iri);
#else
        foreach (var b in utf8)
        {
            if (b is <= (byte)' ' or >= 0x7F or (byte)'"' or (byte)'<' or (byte)'>')
            {
                return false;
            }
        }

        return true;
#endif
    }

    private static bool IsEventId(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length != "urn:uuid:319f0132-0584-4efd-9489-4959b7101731".Length || !utf8.StartsWith("urn:uuid:"u8))
        {
            return false;
        }

        var uuid = utf8.Slice("urn:uuid:".Length);
        for (var i = 0; i < uuid.Length; i++)
        {
            var isRight = i is 8 or 13 or 18 or 23 ? uuid[i] == '-' : uuid[i] is (>= (byte)'0' and <= (byte)'9') or (>= (byte)'a' and <= (byte)'f');
            if (!isRight)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsTimeWithMilliseconds(ReadOnlySpan<byte> utf8)
        => utf8.Length == "2026-01-28T00:00:00.000Z".Length && IsDayAndTime(utf8) && utf8[19] == '.' && AreDigits(utf8.Slice(20, 3)) && utf8[23] == 'Z';

    private static bool IsTimeInSeconds(ReadOnlySpan<byte> utf8) => utf8.Length == "2026-01-28T00:00:00Z".Length && IsDayAndTime(utf8) && utf8[19] == 'Z';

    /// <summary>A day that every month has, of a year from 1000 to 2999.</summary>
    private static bool IsDayAndTime(ReadOnlySpan<byte> utf8)
        => (utf8[0] is (byte)'1' or (byte)'2') && AreDigits(utf8.Slice(1, 3))
            && utf8[4] == '-' && IsNumber(utf8.Slice(5), 1, 12)
            && utf8[7] == '-' && IsNumber(utf8.Slice(8), 1, 28)
            && utf8[10] == 'T' && IsNumber(utf8.Slice(11), 0, 23)
            && utf8[13] == ':' && IsNumber(utf8.Slice(14), 0, 59)
            && utf8[16] == ':' && IsNumber(utf8.Slice(17), 0, 59);

    private static bool IsNumber(ReadOnlySpan<byte> utf8, int least, int most)
        => AreDigits(utf8.Slice(0, 2)) && ((utf8[0] - '0') * 10) + utf8[1] - '0' is var number && number >= least && number <= most;

    private static bool AreDigits(ReadOnlySpan<byte> utf8)
    {
        foreach (var b in utf8)
        {
            if (b is < (byte)'0' or > (byte)'9')
            {
                return false;
            }
        }

        return true;
    }
}
