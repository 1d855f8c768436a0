using System.Text.Json.Nodes;
using Instructure.GradeEvents.Tests.Support;
using Instructure.GradeEvents.Tool.Tests.Support;

namespace Instructure.GradeEvents.Tool.Tests;

/// <summary><c>format</c>: into the types and back.</summary>
public sealed class FormatTests : ToolTest
{
    [Theory]
    [MemberData(nameof(Repository.SampleNames), MemberType = typeof(Repository))]
    public async Task Every_sample_is_the_same_by_value_and_stays_so(string sample)
    {
        WriteSample("a.json", sample);

        var once = await Run("format a.json");
        var twice = await Run("format -", System.Text.Encoding.UTF8.GetBytes(once.Output));

        once.Status.Should().Be(0);
        once.Error.Should().BeEmpty();
        ShouldBeSame(once.Output, Repository.SampleText(sample));
        twice.Output.Should().Be(once.Output);
        once.Output.Should().StartWith("{\n  \"").And.EndWith("\n}\n");
    }

    [Fact]
    public async Task Each_line_stays_a_line_and_the_same_by_value()
    {
        var lines = Repository.SampleFiles.Select(static file => Line(Path.GetFileName(file))).ToArray();
        Write("a.jsonl", string.Join("\r\n", lines) + "\r\n\r\n");

        var result = await Run("format a.jsonl");

        result.Status.Should().Be(0);
        result.Error.Should().Be($"grade-events: a.jsonl: line {lines.Length + 1} is empty; it was skipped.\n");
        result.OutputLines.Should().HaveCount(lines.Length);
        foreach (var (formatted, line) in result.OutputLines.Zip(lines))
        {
            ShouldBeSame(formatted, line);
        }
    }

    [Fact]
    public async Task A_Caliper_event_without_an_envelope_and_members_that_nobody_knows()
    {
        var bare = JsonNode.Parse(Repository.Sample("caliper-letter-grade.json"))!["data"]![0]!;
        bare["new"] = JsonNode.Parse("{\"number\":1e2,\"text\":\"日本 \\u0000 <&>\"}");
        Write("a.json", "\uFEFF" + bare.ToJsonString());

        var result = await Run("format a.json");

        result.Status.Should().Be(0);
        ShouldBeSame(result.Output, bare.ToJsonString());
        result.Output.Should().Contain("\"number\": 1e2", "numbers stay as they were written").And.Contain("日本 \\u0000 <&>");
    }

    [Fact]
    public async Task A_broken_line_is_told_and_the_others_are_written()
    {
        var line = Line("grade-change-compact.json");
        Write("a.jsonl", $"{line}\n{{\n{line}\n");

        var result = await Run("format a.jsonl");

        result.Status.Should().Be(1);
        result.OutputLines.Should().HaveCount(2);
        result.ErrorLines.Should().ContainSingle().Which.Should().StartWith("grade-events: a.jsonl:2:2: $: expected");
    }

    [Theory]
    [InlineData("format")]
    [InlineData("inspect")]
    public async Task An_error_names_the_line_of_the_file_once(string command)
    {
        // format-inspect-crash.json, and what is wrong behind a character of several bytes, in the third line of a document.
        Write("a.jsonl", Line("grade-change-compact.json") + "\n{\"\\ud800\\ud800\":1}\n{\"\\ud800\\ud800\":1}" + Line("grade-change-compact.json") + "\n");
        Write("b", "[1]\n\n{\n\"ü𝔸\": 1,\n\"ü𝔸\": ! }\n");

        var lines = await Run(command + " a.jsonl");
        var documents = await Run(command + " b");

        lines.Status.Should().Be(1);
        lines.ErrorLines.Should().HaveCount(2);
        lines.ErrorLines.Select(static line => line.Split(' ')[1]).Should().Equal("a.jsonl:2:1:", "a.jsonl:3:1:");
        lines.Output.Should().Contain(command == "format" ? "grade_change" : "a.jsonl:3", "the others are still done");
        documents.ErrorLines.Select(static line => line.Split(' ')[1]).Should().Equal("b:1:1:", "b:5:8:");
        (lines.Error + documents.Error).Should().NotContain("(line");
    }

    [Theory]
    [InlineData("{}", "grade-events: a.json:1:1: $: expected")]
    [InlineData("{\"\\ud800\\ud800\":1}", "grade-events: a.json:1:1: $: expected")]
    [InlineData("{\"@context\":1,\"type\":\"GradeEvent\"}", "grade-events: a.json:1:")]
    [InlineData("[1]", "grade-events: a.json:1:1: $: expected")]
    [InlineData("", "grade-events: a.json is empty; expected JSON.")]
    public async Task What_can_not_be_read_is_told(string text, string error)
    {
        Write("a.json", text);

        var result = await Run("format a.json");

        result.Status.Should().Be(1);
        result.Output.Should().BeEmpty();
        result.Error.Should().StartWith(error);
        result.ErrorLines.Should().ContainSingle();
    }

    [Theory]
    [InlineData("format folder", "folder: is a folder; format takes one file.")]
    [InlineData("format nowhere.json", "nowhere.json: there is no such file or folder.")]
    [InlineData("format a.json b.json", "see --help.")]
    public async Task Wrong_usage(string arguments, string error)
    {
        Write("folder/a.json", "{}");

        var result = await Run(arguments);

        result.Status.Should().Be(2);
        result.Error.Should().EndWith($"grade-events: {error}\n");
    }

    private static void ShouldBeSame(string json, string expected) => JsonText.Difference(expected, json).Should().BeNull();
}
