using System.Buffers;
using System.Text;
using Instructure.GradeEvents.Recognition;

namespace Instructure.GradeEvents.Documents;

/// <summary>UTF-8, right and wrong, and the strings of JSON in it.</summary>
internal static class Utf8
{
    /// <summary>What stands for a text that is no Unicode.</summary>
    internal const string Replacement = "\uFFFD";

    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The length of the byte order mark at the beginning, if there is one.</summary>
    internal static int BomLength(ReadOnlySpan<byte> utf8) => utf8.StartsWith(RootReading.ByteOrderMark) ? RootReading.ByteOrderMark.Length : 0;

    /// <summary>The text in UTF-8. Half of a surrogate pair becomes bytes that are not UTF-8, so that it is found where it stands.</summary>
    internal static byte[] Encode(string text)
    {
        try
        {
            return s_strict.GetBytes(text);
        }
        catch (EncoderFallbackException)
        {
            var utf8 = new MemoryStream(text.Length);
            for (var i = 0; i < text.Length; i++)
            {
                if (char.IsSurrogate(text[i]) && !char.IsSurrogatePair(text, i))
                {
                    utf8.Write([(byte)(0xE0 | (text[i] >> 12)), (byte)(0x80 | ((text[i] >> 6) & 0x3F)), (byte)(0x80 | (text[i] & 0x3F))], 0, 3);
                    continue;
                }

                var length = char.IsSurrogate(text[i]) ? 2 : 1;
                var bytes = s_strict.GetBytes(text.ToCharArray(i, length));
                utf8.Write(bytes, 0, bytes.Length);
                i += length - 1;
            }

            return utf8.ToArray();
        }
    }

    internal static string GetString(ReadOnlySpan<byte> utf8)
    {
#if NET
        return Encoding.UTF8.GetString(utf8);
#else
        return Encoding.UTF8.GetString(utf8.ToArray());
#endif
    }

    /// <summary>The text of a string as it is written in JSON, without its quotes.</summary>
    internal static string GetText(ReadOnlySpan<byte> written, bool isEscaped)
    {
        if (!isEscaped)
        {
            return GetString(written);
        }

        var buffer = ArrayPool<byte>.Shared.Rent(written.Length);
        var text = TryUnescape(written, buffer, out var length) ? GetString(buffer.AsSpan(0, length)) : Replacement;
        ArrayPool<byte>.Shared.Return(buffer);
        return text;
    }

    /// <summary>The beginning of the text of a string as it is written in JSON, for a message that shows no more of it.</summary>
    internal static string GetShortText(ReadOnlySpan<byte> written, bool isEscaped)
    {
        const int Enough = 1000;
        var end = written.Length;
        if (end > Enough)
        {
            // A character, or an escape, is not cut apart: a pair of surrogates is two escapes of six characters.
            end = 0;
            while (end < Enough)
            {
                end += written[end] switch
                {
                    (byte)'\\' when written[end + 1] != 'u' => 2,
                    (byte)'\\' => (written[end + 2] | 0x20) == 'd' && written[end + 3] >= '8' ? 12 : 6,
                    < 0x80 => 1,
                    < 0xE0 => 2,
                    < 0xF0 => 3,
                    _ => 4,
                };
            }
        }

        return GetText(written.Slice(0, Math.Min(end, written.Length)), isEscaped);
    }

    /// <summary>Whether the bytes are UTF-8.</summary>
    internal static bool IsValid(ReadOnlySpan<byte> utf8)
    {
#if NET
        return System.Text.Unicode.Utf8.IsValid(utf8);
#else
        for (var i = 0; i < utf8.Length; i++)
        {
            var first = utf8[i];
            if (first < 0x80)
            {
                continue;
            }

            // The second byte excludes what is written longer than it must be, surrogates, and what is beyond Unicode.
            var (more, low, high) = first switch
            {
                >= 0xC2 and < 0xE0 => (1, 0x80, 0xBF),
                0xE0 => (2, 0xA0, 0xBF),
                0xED => (2, 0x80, 0x9F),
                >= 0xE1 and < 0xF0 => (2, 0x80, 0xBF),
                0xF0 => (3, 0x90, 0xBF),
                >= 0xF1 and < 0xF4 => (3, 0x80, 0xBF),
                0xF4 => (3, 0x80, 0x8F),
                _ => (utf8.Length, 0, 0),
            };
            if (i + more >= utf8.Length || utf8[i + 1] < low || utf8[i + 1] > high)
            {
                return false;
            }

            for (var j = 2; j <= more; j++)
            {
                if ((utf8[i + j] & 0xC0) != 0x80)
                {
                    return false;
                }
            }

            i += more;
        }

        return true;
#endif
    }

    /// <summary>Whether each escape of a surrogate has its other half.</summary>
    internal static bool HasWholeSurrogates(ReadOnlySpan<byte> written) => TryUnescape(written, default, out _);

    /// <summary>Unescapes a string that is well formed but for half surrogates.</summary>
    /// <param name="written">The string as it is written, without its quotes.</param>
    /// <param name="destination">At least as long; or empty, to only look for half surrogates.</param>
    /// <param name="length">How many bytes it has without escapes.</param>
    /// <returns>False when it has half of a surrogate pair.</returns>
    internal static bool TryUnescape(ReadOnlySpan<byte> written, Span<byte> destination, out int length)
    {
        length = 0;
        var isOnlyLook = destination.IsEmpty;
        while (true)
        {
            var escape = written.IndexOf((byte)'\\');
            var plain = escape < 0 ? written.Length : escape;
            if (!isOnlyLook)
            {
                written.Slice(0, plain).CopyTo(destination.Slice(length));
            }

            length += plain;
            if (escape < 0)
            {
                return true;
            }

            var code = (int)written[escape + 1];
            written = written.Slice(escape + 2);
            switch (code)
            {
                case 'b': code = '\b'; break;
                case 'f': code = '\f'; break;
                case 'n': code = '\n'; break;
                case 'r': code = '\r'; break;
                case 't': code = '\t'; break;
                case 'u':
                    if (written.Length < 4)
                    {
                        return false; // no JSON, as the reader says when it comes here
                    }

                    code = CodeUnit(written);
                    written = written.Slice(4);
                    if (code is >= 0xD800 and < 0xE000)
                    {
                        var low = code < 0xDC00 && written.Length >= 6 && written[0] == '\\' && written[1] == 'u' ? CodeUnit(written.Slice(2)) : 0;
                        if (low is < 0xDC00 or >= 0xE000)
                        {
                            return false;
                        }

                        code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
                        written = written.Slice(6);
                    }

                    break;
            }

            length += isOnlyLook ? 0 : Write(code, destination.Slice(length));
        }
    }

    private static int CodeUnit(ReadOnlySpan<byte> digits)
    {
        var code = 0;
        foreach (var digit in digits.Slice(0, 4))
        {
            code = (code << 4) + (digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10);
        }

        return code;
    }

    private static int Write(int code, Span<byte> destination)
    {
        if (code < 0x80)
        {
            destination[0] = (byte)code;
            return 1;
        }

        var length = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
        for (var i = length - 1; i > 0; i--)
        {
            destination[i] = (byte)(0x80 | (code & 0x3F));
            code >>= 6;
        }

        destination[0] = (byte)((length == 2 ? 0xC0 : length == 3 ? 0xE0 : 0xF0) | code);
        return length;
    }
}
