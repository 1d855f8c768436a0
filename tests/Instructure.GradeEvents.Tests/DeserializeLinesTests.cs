using System.Text;
using System.Text.Json;
using Instructure.GradeEvents.Canvas;
using Instructure.GradeEvents.Tests.Support;

namespace Instructure.GradeEvents.Tests;

public class DeserializeLinesTests
{
    private static readonly string s_line = Repository.SampleText("grade-change-compact.json").Trim();

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100_000)]
    public async Task Reads_the_samples_one_a_line_however_the_stream_is_cut(int block)
    {
        var expected = Repository.SampleFiles.Select(file => GradeEventSerializer.Deserialize(File.ReadAllBytes(file))).ToArray();
        var lines = string.Join("\r\n", expected.Select(GradeEventSerializer.Serialize));

        var read = await ReadAll(new Blocks(Encoding.UTF8.GetBytes("\ufeff" + lines), block));

        read.Should().Equal(expected);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("\n\n", 0)]
    [InlineData("\ufeff", 0)]
    [InlineData("\ufeff\r\nLINE", 1)]
    [InlineData("LINE", 1)]
    [InlineData("LINE\n", 1)]
    [InlineData("LINE\r\n", 1)]
    [InlineData("\r\n \t\nLINE\n\nLINE\n\n", 2)]
    public async Task Empty_lines_are_passed_over(string text, int count)
        => (await ReadAll(StreamOf(text.Replace("LINE", s_line, StringComparison.Ordinal)))).Should().HaveCount(count);

    [Fact]
    public async Task A_line_is_as_long_as_it_is()
    {
        var longLine = s_line.Replace("A-", new string('A', 200_000), StringComparison.Ordinal);

        var read = await ReadAll(StreamOf(s_line + "\n" + longLine + "\n" + s_line));

        read.Should().HaveCount(3);
        read[1].Should().BeOfType<GradeChangeEvent>().Which.Body.Grade.Should().HaveLength(200_000);
    }

    [Fact]
    public async Task A_bad_line_is_named_after_the_good_ones()
    {
        var read = new List<LiveEvent>();
        Func<Task> act = async () =>
        {
            await foreach (var liveEvent in GradeEventSerializer.DeserializeLinesAsync(StreamOf($"{s_line}\n\n{s_line.Replace("true", "1", StringComparison.Ordinal)}\n{s_line}")))
            {
                read.Add(liveEvent);
            }
        };

        var error = (await act.Should().ThrowAsync<JsonException>()).Which;

        read.Should().HaveCount(1);
        error.Message.Should().StartWith("$.body.grading_complete: expected true or false, found the number 1 (line 3, byte ");
        error.LineNumber.Should().Be(2);
        error.Path.Should().Be("$.body.grading_complete");
    }

    [Fact]
    public async Task Stops_when_told_to()
    {
        using var cancellation = new CancellationTokenSource();
        Func<Task> act = async () =>
        {
            await foreach (var liveEvent in GradeEventSerializer.DeserializeLinesAsync(StreamOf($"{s_line}\n{s_line}")).WithCancellation(cancellation.Token))
            {
                liveEvent.Should().NotBeNull();
                await cancellation.CancelAsync();
            }
        };

        await act.Should().ThrowAsync<OperationCanceledException>();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    public async Task One_document_reads_from_a_stream(int block)
    {
        var name = "caliper-several-items.json";

        var liveEvent = await GradeEventSerializer.DeserializeAsync(new Blocks(Repository.Sample(name), block));

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
            () => GradeEventSerializer.DeserializeLinesAsync(null!),
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

    private static async Task<List<LiveEvent>> ReadAll(Stream stream)
    {
        var result = new List<LiveEvent>();
        await foreach (var liveEvent in GradeEventSerializer.DeserializeLinesAsync(stream))
        {
            result.Add(liveEvent);
        }

        return result;
    }

    /// <summary>A stream that gives no more than so many bytes at a time, as a network does.</summary>
    private sealed class Blocks(byte[] bytes, int size) : MemoryStream(bytes)
    {
        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
            => base.ReadAsync(buffer, offset, Math.Min(count, size), cancellationToken);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            => base.ReadAsync(buffer[..Math.Min(buffer.Length, size)], cancellationToken);
    }
}
