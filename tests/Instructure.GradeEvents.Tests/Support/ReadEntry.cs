using System.Text;
using System.Text.Json;

namespace Instructure.GradeEvents.Tests.Support;

/// <summary>An entry of an archive, with its text copied.</summary>
internal sealed record ReadEntry(long Line, LiveEvent? Event, JsonException? Error, string Text)
{
    public static async Task<List<ReadEntry>> AllOf(Stream archive)
    {
        var entries = new List<ReadEntry>();
        await foreach (var entry in GradeEventSerializer.ReadArchiveAsync(archive))
        {
            (entry.Event is null).Should().Be(entry.Error is not null, "one of them is there");
            entries.Add(new(entry.Line, entry.Event, entry.Error, Encoding.UTF8.GetString(entry.Utf8Json.Span)));
        }

        return entries;
    }

    /// <summary>The entries of a text, the same however it comes.</summary>
    public static async Task<List<ReadEntry>> AllOf(byte[] archive)
    {
        var entries = await AllOf(new MemoryStream(archive));
        foreach (var size in new[] { 1, 2, 7, 100 })
        {
            var others = await AllOf(new SmallReads(archive, size));
            others.Select(Key).Should().Equal(entries.Select(Key), "of {0} bytes at a time", size);
        }

        return entries;

        static (long, LiveEvent?, string?, string) Key(ReadEntry entry) => (entry.Line, entry.Event, entry.Error?.Message, entry.Text);
    }

    public static Task<List<ReadEntry>> AllOf(string archive) => AllOf(Encoding.UTF8.GetBytes(archive));
}
