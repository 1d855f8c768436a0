using System.IO.Compression;
using System.Text.Json;
using Instructure.GradeEvents.Tests.Support;
using static Instructure.GradeEvents.Fuzzing.Promises;

namespace Instructure.GradeEvents.Fuzzing;

/// <summary>Reads an archive as it is and packed, in pieces of any size, and from a stream that breaks.</summary>
internal sealed class ArchiveTarget : ITarget
{
    public string Name => "archive";

    public void Run(byte[] input, Random random)
    {
        var entries = Read(new MemoryStream(input));
        long line = 1;
        foreach (var entry in entries)
        {
            Keep(entry.Event is null == entry.Error is not null, "an entry has either an event or an error");
            Keep(entry.Line >= line, "lines ascend", $"{entry.Line} stands behind {line}");
            line = entry.Line;
            if (entry.Error is { } error)
            {
                KeepPrintable(error.Message, "the message of an error");
                Keep(error.Path is { } path && error.Message.StartsWith(path, StringComparison.Ordinal), "the message of an error begins with its path", error.Message);
                Keep(error.LineNumber + 1 >= entry.Line, "an error is not before its document", error.Message);
            }
        }

        var isPacked = input is [0x1F, 0x8B, ..];
        KeepSame(entries, Read(new SmallReads(input, Sizes(random))), isPacked, "an archive in pieces has the same entries");
        if (!isPacked)
        {
            KeepSame(entries, Read(new SmallReads(Pack(input, random), Sizes(random))), mayBeCut: false, "a packed archive has the same entries");
        }

        KeepOwnException(input, random);
    }

    private static List<Entry> Read(Stream archive)
    {
        var entries = new List<Entry>();
        ReadAsync().GetAwaiter().GetResult(); // all is in memory: there is nothing to wait for
        return entries;

        async Task ReadAsync()
        {
            await foreach (var entry in GradeEventSerializer.ReadArchiveAsync(archive))
            {
                entries.Add(new(entry.Line, entry.Event, entry.Error, Convert.ToHexString(entry.Utf8Json.Span)));
            }
        }
    }

    /// <summary>
    /// How much of corrupt gzip data can be unpacked depends on how they come: then those that both have are the same, but for the last, which says
    /// that they are corrupt, and the one before it, which may have lost its end.
    /// </summary>
    private static void KeepSame(List<Entry> entries, List<Entry> others, bool mayBeCut, string promise)
    {
        var count = Math.Min(entries.Count, others.Count);
        if (mayBeCut && IsCut(entries) && IsCut(others))
        {
            count -= 2;
        }
        else
        {
            Keep(entries.Count == others.Count, promise, $"{entries.Count} entries and {others.Count}");
        }

        for (var i = 0; i < count; i++)
        {
            Keep(entries[i].Key == others[i].Key, promise, $"{entries[i].Key}\n{others[i].Key}");
        }
    }

    private static bool IsCut(List<Entry> entries) => entries.Count > 0 && entries[^1].Error?.Message.Contains("gzip", StringComparison.Ordinal) == true;

    private static void KeepOwnException(byte[] input, Random random)
    {
        var own = new IOException("The stream broke.");
        var left = random.Next(input.Length + 1);
        try
        {
            _ = Read(new SmallReads(input, () => left-- > 0 ? random.Next(1, 1000) : throw own));
        }
        catch (IOException error) when (ReferenceEquals(error, own))
        {
            // As promised.
        }
    }

    private static Func<int> Sizes(Random random)
    {
        var most = random.Next(4) switch { 0 => 1, 1 => 10, 2 => 500, _ => 20_000 };
        return () => random.Next(1, most + 1);
    }

    /// <summary>In members that begin anywhere, with zeros behind them or not.</summary>
    private static byte[] Pack(byte[] text, Random random)
    {
        var packed = new List<byte>();
        var at = 0;
        do
        {
            var length = random.Next(2) == 0 ? text.Length - at : random.Next(text.Length - at + 1);
            packed.AddRange(Gzip.Of(text.AsSpan(at, length), CompressionLevel.Fastest));
            at += length;
        }
        while (at < text.Length);

        return [.. packed, .. new byte[random.Next(3) == 0 ? random.Next(100) : 0]];
    }

    private sealed record Entry(long Line, LiveEvent? Event, JsonException? Error, string Hex)
    {
        public (long Line, LiveEvent? Event, string? Message, long? ErrorLine, long? Position, string Hex) Key => (Line, Event, Error?.Message, Error?.LineNumber, Error?.BytePositionInLine, Hex);
    }
}
