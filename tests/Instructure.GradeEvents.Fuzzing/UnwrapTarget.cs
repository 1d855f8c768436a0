using System.Text.Json;
using static Instructure.GradeEvents.Fuzzing.Promises;

namespace Instructure.GradeEvents.Fuzzing;

/// <summary>Takes the events out of a document.</summary>
internal sealed class UnwrapTarget : ITarget
{
    private const int MostEvents = 10_000;

    public string Name => "unwrap";

    public void Run(byte[] input, Random random)
    {
        var events = GradeEventUnwrapper.Unwrap(input);
        Keep(events.Count is > 0 and <= MostEvents, "there is an event, and there are no more than ten thousand", events.Count);
        Keep(events.Select(Describe).SequenceEqual(GradeEventUnwrapper.Unwrap(input).Select(Describe)), "the events are the same every time");
        foreach (var one in events)
        {
            Keep(one.Path is "" or ['/', ..], "a path is a JSON Pointer", one.Path);
            Keep(one.Path.Length > 0 || (one.Error is null && events.Count == 1 && one.RecordId is null), "the whole document is the only event, without a record or an error", one.Path);
            if (one.Error is { } error)
            {
                KeepPrintable(error.Message, "the message of an error");
            }
        }

        var isUnchanged = events[0].Utf8Json.Equals(input.AsMemory());
        Keep(!isUnchanged || events.Count == 1, "a document that is returned unchanged is the only event", events.Count);
        if (GradeEventSerializer.TryDeserialize(input, out var liveEvent, out _))
        {
            Keep(isUnchanged, "an event is returned unchanged", liveEvent);
        }
        else if (!isUnchanged)
        {
            Keep(IsWellFormed(input), "only what is well-formed JSON is a wrapper");
        }
    }

    private static (string Json, string Path, string? RecordId, string? Error) Describe(UnwrappedEvent one)
        => (Convert.ToHexString(one.Utf8Json.Span), one.Path, one.RecordId, one.Error?.Message);

    /// <summary>Whether it is JSON, before which a byte order mark may stand.</summary>
    private static bool IsWellFormed(byte[] utf8Json)
    {
        try
        {
            var start = utf8Json.AsSpan().StartsWith("\uFEFF"u8) ? "\uFEFF"u8.Length : 0;
            using var document = JsonDocument.Parse(utf8Json.AsMemory(start), new JsonDocumentOptions { MaxDepth = 1000 });
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
