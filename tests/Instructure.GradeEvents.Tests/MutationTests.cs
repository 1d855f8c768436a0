using System.Text;
using System.Text.Json;
using Instructure.GradeEvents.Tests.Support;

namespace Instructure.GradeEvents.Tests;

/// <summary>Thousands of documents that somebody broke: each reads and comes back the same, or gives a JsonException.</summary>
public class MutationTests
{
    [Fact]
    public void Any_document_reads_or_gives_a_JsonException()
    {
        var count = Mutations.Count;
        var samples = Repository.SampleFiles.Select(File.ReadAllBytes).ToArray();
        var random = new Random(20261123);
        var (read, failed) = (0, 0);
        for (var i = 0; i < count; i++)
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

        read.Should().BeGreaterThanOrEqualTo(count / 20, "some changes do no harm");
        failed.Should().BeGreaterThanOrEqualTo(count / 4, "many do");
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("1e5")]
    [InlineData("many")]
    [InlineData("99999999999")]
    public void The_environment_asks_for_a_positive_number_of_them(string variable)
    {
        var count = () => Mutations.CountOf(variable);

        count.Should().Throw<InvalidOperationException>().WithMessage($"GRADE_EVENTS_MUTATIONS is \"{variable}\"; expected a positive number*");
        Mutations.CountOf("100000").Should().Be(100_000);
        Mutations.CountOf(variable: null).Should().Be(5000);
    }
}
