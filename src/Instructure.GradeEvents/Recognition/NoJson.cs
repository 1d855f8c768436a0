namespace Instructure.GradeEvents.Recognition;

/// <summary>Documents that are no JSON at all, but something that often comes in its place.</summary>
internal static class NoJson
{
    /// <summary>What the document is, and where the event is; null when it is none of the known ones.</summary>
    /// <param name="document">All of it, from behind its byte order mark; it is no JSON.</param>
    internal static string? Describe(ReadOnlySpan<byte> document)
    {
        if (document.Slice(0, Math.Min(document.Length, 2)).IndexOf((byte)0) >= 0
            || document.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])
            || document.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return "UTF-16 or no text at all; expected JSON in UTF-8";
        }

        return document.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) ? "compressed with gzip; the event is in what it unpacks to"
            : RootReading.WithoutBlanks(document).StartsWith("<"u8) ? "XML or HTML; expected the JSON of an event"
            : CompactJws.Is(document) ? CompactJws.Description
            : null;
    }
}
