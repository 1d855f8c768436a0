using System.Text;

namespace Instructure.GradeEvents.Validation.Documents;

/// <summary>UTF-8, right and wrong.</summary>
internal static class Utf8
{
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The length of the byte order mark at the beginning, if there is one.</summary>
    internal static int BomLength(ReadOnlySpan<byte> utf8) => utf8.StartsWith("\uFEFF"u8) ? 3 : 0;

    /// <summary>The text in UTF-8. Half of a surrogate pair becomes bytes that are none, so that it is found where it stands.</summary>
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
}
