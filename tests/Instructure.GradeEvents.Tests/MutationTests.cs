using System.Text;
using System.Text.Json;
using Instructure.GradeEvents.Tests.Support;

namespace Instructure.GradeEvents.Tests;

/// <summary>A hundred thousand documents that somebody broke: each reads and comes back the same, or gives a JsonException.</summary>
public class MutationTests
{
    private const int Count = 100_000;

    [Fact]
    public void Any_document_reads_or_gives_a_JsonException()
    {
        var samples = Repository.SampleFiles.Select(File.ReadAllBytes).ToArray();
        var random = new Random(20261123);
        var (read, failed) = (0, 0);
        for (var i = 0; i < Count; i++)
        {
            var utf8Json = Mutations.Of(samples[i % samples.Length], random);
            try
            {
                var liveEvent = GradeEventSerializer.Deserialize(utf8Json);
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
                throw new InvalidOperationException(Encoding.UTF8.GetString(utf8Json), error);
            }
        }

        read.Should().BeGreaterThan(Count / 20, "some changes do no harm");
        failed.Should().BeGreaterThan(Count / 4, "many do");
    }
}
