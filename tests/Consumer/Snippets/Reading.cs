using System.Text.Json;
using Instructure.GradeEvents;

namespace Snippets;

public static class Reading
{
    /// <summary>How many events of the archive, and of the bytes and the stream, are equal.</summary>
    public static async Task<int> Events(byte[] utf8Json, Stream stream, Stream archive)
    {
        var count = 0;

        // docs/reading.md #1

        return fromBytes.Equals(fromStream) ? count : 0;
    }

    public static IEnumerable<string> Errors(byte[] utf8Json)
    {
        var deadLetters = new List<string>();

        // docs/reading.md #3

        return deadLetters;
    }
}
