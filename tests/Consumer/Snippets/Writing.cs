using System.IO.Pipelines;
using System.Text.Json;
using Instructure.GradeEvents;
using Instructure.GradeEvents.Caliper;

namespace Snippets;

public static class Writing
{
    public static CaliperEnvelope Made()
    {
        // docs/writing.md #2

        return made;
    }

    /// <summary>What the snippet writes into the buffer, and as a string.</summary>
    public static async Task<(string Buffer, string Text)> Both(LiveEvent liveEvent)
    {
        using var buffer = new MemoryStream();
        var bufferWriter = PipeWriter.Create(buffer, new(leaveOpen: true));
        using var stream = new MemoryStream();

        // docs/writing.md #1

        await bufferWriter.CompleteAsync();
        if (!utf8.AsSpan().SequenceEqual(stream.ToArray()))
        {
            throw new InvalidOperationException("The bytes and the stream differ.");
        }

        return (System.Text.Encoding.UTF8.GetString(buffer.ToArray()), json);
    }
}
