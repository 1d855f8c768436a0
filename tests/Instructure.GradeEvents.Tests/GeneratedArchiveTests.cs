using System.Text;
using Instructure.GradeEvents.Tests.Support;

namespace Instructure.GradeEvents.Tests;

/// <summary>Archives of every form, against what is known of them because they were made so.</summary>
public class GeneratedArchiveTests
{
    [Fact]
    public async Task Each_document_comes_as_the_rules_promise_however_it_is_packed_and_read()
    {
        var count = Mutations.AreMany ? 1000 : 100;
        for (var seed = 0; seed < count; seed++)
        {
            var random = new Random(seed);
            var maker = new ArchiveMaker(random);
            var text = Encoding.UTF8.GetBytes(maker.Make(random.Next(1, 25)));
            var archive = Pack(text, random);
            var most = random.Next(3) switch { 0 => 1, 1 => 50, _ => 5000 };

            var entries = await ReadEntry.AllOf(new SmallReads(archive, () => random.Next(1, most + 1)));

            entries.Select(static entry => (entry.Line, entry.Text, entry.Event is not null)).Should().Equal(maker.Expected, "the seed is {0}", seed);
            foreach (var entry in entries)
            {
                var error = Record.Exception(() => GradeEventSerializer.Deserialize(entry.Text)) as System.Text.Json.JsonException;
                (entry.Error?.Path, entry.Error?.LineNumber).Should().Be((error?.Path, entry.Line - 1 + error?.LineNumber));
            }
        }
    }

    /// <summary>As it is, or packed in members that begin anywhere.</summary>
    private static byte[] Pack(byte[] text, Random random)
    {
        if (random.Next(3) == 0)
        {
            return text;
        }

        var packed = new List<byte>();
        var at = 0;
        do
        {
            var length = random.Next(4) == 0 ? text.Length - at : random.Next(0, (text.Length - at) + 1);
            packed.AddRange(Gzip.Of(text.AsSpan(at, length), (System.IO.Compression.CompressionLevel)random.Next(3)));
            at += length;
        }
        while (at < text.Length);

        packed.AddRange(new byte[random.Next(3) == 0 ? random.Next(1000) : 0]);
        return [.. packed];
    }
}
