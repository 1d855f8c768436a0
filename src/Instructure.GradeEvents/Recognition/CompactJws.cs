namespace Instructure.GradeEvents.Recognition;

/// <summary>A signed delivery in its compact form (RFC 7515): three parts in base64url with dots between.</summary>
internal static class CompactJws
{
    /// <summary>What is said of one.</summary>
    internal const string Description = "a signed payload (a JWS); the event is its claims, in base64url the second of its three parts";

    /// <summary>Whether the text is one: its header is a JSON object, which in base64url begins with <c>eyJ</c>.</summary>
    internal static bool Is(ReadOnlySpan<byte> text)
    {
        text = RootReading.WithoutBlanks(text);
        if (!text.StartsWith("eyJ"u8))
        {
            return false;
        }

        var dots = 0;
        foreach (var c in text)
        {
            if (c == '.')
            {
                dots++;
            }
            else if (c is not ((>= (byte)'A' and <= (byte)'Z') or (>= (byte)'a' and <= (byte)'z') or (>= (byte)'0' and <= (byte)'9') or (byte)'-' or (byte)'_'))
            {
                return false;
            }
        }

        return dots == 2;
    }
}
