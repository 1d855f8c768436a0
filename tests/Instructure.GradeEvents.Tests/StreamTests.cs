using System.Text;
using System.Text.Json;
using Instructure.GradeEvents.Tests.Support;

namespace Instructure.GradeEvents.Tests;

public class StreamTests
{
    private static readonly string s_line = Repository.SampleText("grade-change-compact.json").Trim();

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    public async Task One_document_reads_from_a_stream(int block)
    {
        var name = "caliper-several-items.json";

        var liveEvent = await GradeEventSerializer.DeserializeAsync(new SmallReads(Repository.Sample(name), block));

        liveEvent.Should().Be(GradeEventSerializer.Deserialize(Repository.Sample(name)));
        Func<Task> act = async () => await GradeEventSerializer.DeserializeAsync(StreamOf("{"));
        await act.Should().ThrowAsync<JsonException>();
        act = async () => await GradeEventSerializer.DeserializeAsync(StreamOf(s_line), new CancellationToken(canceled: true));
        await act.Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public void Null_is_refused_at_once()
    {
        foreach (var act in new Action[]
        {
            () => GradeEventSerializer.ReadArchiveAsync(null!),
            () => _ = GradeEventSerializer.DeserializeAsync(null!).AsTask(),
            () => GradeEventSerializer.Deserialize((string)null!),
            () => GradeEventSerializer.TryDeserialize((string)null!, out _, out _),
            () => GradeEventSerializer.Serialize(null!),
            () => GradeEventSerializer.Serialize(null!, GradeEventSerializer.Deserialize(s_line)),
        })
        {
            act.Should().Throw<ArgumentNullException>();
        }
    }

    private static MemoryStream StreamOf(string text) => new(Encoding.UTF8.GetBytes(text));
}
