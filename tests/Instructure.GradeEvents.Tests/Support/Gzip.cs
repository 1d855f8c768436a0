using System.IO.Compression;
using System.Text;

namespace Instructure.GradeEvents.Tests.Support;

/// <summary>Packs bytes with gzip.</summary>
internal static class Gzip
{
    /// <summary>A member.</summary>
    public static byte[] Of(ReadOnlySpan<byte> bytes, CompressionLevel level = CompressionLevel.Optimal)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, level, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        // Of nothing at all, it writes nothing.
        return packed.Length > 0 ? packed.ToArray() : [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    }

    public static byte[] Of(string text, CompressionLevel level = CompressionLevel.Optimal) => Of(Encoding.UTF8.GetBytes(text), level);

    /// <summary>A member with all that may stand in a header.</summary>
    public static byte[] WithLongHeader(string text)
    {
        var packed = Of(text);
        byte[] extra = [.. Enumerable.Range(0, 300).Select(static i => (byte)i)];
        return [.. packed[..3], 2 | 4 | 8 | 16, .. packed[4..10], 300 & 0xFF, 300 >> 8, .. extra, .. "name.jsonl\0"u8, .. "a comment\0"u8, 0, 0, .. packed[10..]];
    }
}
