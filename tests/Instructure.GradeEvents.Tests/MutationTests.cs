using System.Text;
using System.Text.Json;
using Instructure.GradeEvents.Tests.Support;

namespace Instructure.GradeEvents.Tests;

/// <summary>A hundred thousand documents that somebody broke: each reads and comes back the same, or gives a JsonException.</summary>
public class MutationTests
{
    private const int Count = 100_000;

    private static readonly byte[][] s_pieces =
    [
        .. new[]
        {
            "null", "true", "0", "-", "1e999", "\"\"", "{}", "[]", "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\ud800", "\"id\":", "\"type\":",
            "\"type\":\"Person\"", "\"@context\"", "\"data\":[", "\"metadata\":{", "\"body\":", "\"attributes\":{", "\"extensions\":{",
            "\"com.instructure.canvas\":", "\"numberStr\":\"1\"", "/*", "//", "\n", "\0", "\u007f", "ü", "urn:", "99999999999999999999",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xEF, 0xBB, 0xBF],
    ];

    [Fact]
    public void Any_document_reads_or_gives_a_JsonException()
    {
        var samples = Repository.SampleFiles.Select(File.ReadAllBytes).ToArray();
        var random = new Random(20261123);
        var (read, failed) = (0, 0);
        for (var i = 0; i < Count; i++)
        {
            var utf8Json = samples[i % samples.Length].ToList();
            for (var changes = random.Next(1, 4); changes > 0; changes--)
            {
                Mutate(utf8Json, random);
            }

            try
            {
                var liveEvent = GradeEventSerializer.Deserialize(utf8Json.ToArray());
                var written = GradeEventSerializer.Serialize(liveEvent);
                if (!liveEvent.Equals(GradeEventSerializer.Deserialize(written)))
                {
                    throw new InvalidOperationException("It does not come back the same.");
                }

                read++;
            }
            catch (JsonException error) when (error.Path is not null && error.Message.StartsWith('$'))
            {
                failed++;
            }
            catch (Exception error)
            {
                throw new InvalidOperationException(Encoding.UTF8.GetString(utf8Json.ToArray()), error);
            }
        }

        read.Should().BeGreaterThan(Count / 20, "some changes do no harm");
        failed.Should().BeGreaterThan(Count / 4, "many do");
    }

    private static void Mutate(List<byte> json, Random random)
    {
        var at = random.Next(json.Count);
        var length = Math.Min(random.Next(1, 30), json.Count - at);
        switch (random.Next(7))
        {
            case 0:
                json[at] = (byte)random.Next(256);
                break;
            case 1:
                json.RemoveRange(at, length);
                break;
            case 2:
                json.InsertRange(at, s_pieces[random.Next(s_pieces.Length)]);
                break;
            case 3:
                json.InsertRange(random.Next(json.Count), json.GetRange(at, length));
                break;
            case 4:
                // A value of another kind, behind a colon.
                var colon = json.IndexOf((byte)':', at);
                if (colon >= 0)
                {
                    var end = json.FindIndex(colon, c => c is (byte)',' or (byte)'}');
                    json.RemoveRange(colon + 1, Math.Max(0, end - colon - 1));
                    json.InsertRange(colon + 1, s_pieces[random.Next(8)]);
                }

                break;
            case 5:
                // A whole line twice, or gone.
                var start = json.LastIndexOf((byte)'\n', at) + 1;
                var stop = json.IndexOf((byte)'\n', at);
                if (stop > start)
                {
                    var line = json.GetRange(start, stop - start + 1);
                    if (random.Next(2) == 0)
                    {
                        json.RemoveRange(start, line.Count);
                    }
                    else
                    {
                        json.InsertRange(start, line);
                    }
                }

                break;
            default:
                json.RemoveRange(at, json.Count - at);
                json.Add((byte)'}');
                break;
        }

        if (json.Count == 0)
        {
            json.Add((byte)'{');
        }
    }
}
