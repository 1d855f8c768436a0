#if NET
using System.Text;

namespace Instructure.GradeEvents;

/// <summary>UTF-8 text for the identifiers that keep their text as a string.</summary>
internal static class Utf8Text
{
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    internal static T Parse<T>(ReadOnlySpan<byte> utf8Text)
        where T : IParsable<T>
    {
        try
        {
            return T.Parse(s_strict.GetString(utf8Text), provider: null);
        }
        catch (DecoderFallbackException error)
        {
            throw new FormatException($"{PrintableText.Quote(Encoding.UTF8.GetString(utf8Text))} is not valid UTF-8.", error);
        }
    }

    internal static bool TryParse<T>(ReadOnlySpan<byte> utf8Text, out T result)
        where T : struct, IParsable<T>
    {
        result = default;
        return System.Text.Unicode.Utf8.IsValid(utf8Text) && T.TryParse(Encoding.UTF8.GetString(utf8Text), provider: null, out result);
    }

    internal static bool TryCopy(string? text, Span<char> destination, out int charsWritten)
    {
        var copied = (text ?? string.Empty).TryCopyTo(destination);
        charsWritten = copied ? (text ?? string.Empty).Length : 0;
        return copied;
    }
}
#endif
