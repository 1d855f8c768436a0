using System.Text;
using System.Text.Json.Nodes;
using Instructure.GradeEvents.Tests.Support;
using Instructure.GradeEvents.Tool.Tests.Support;

namespace Instructure.GradeEvents.Tool.Tests;

/// <summary>Archives: documents one behind the other, on lines or not, packed or not.</summary>
public sealed class ArchiveTests : ToolTest
{
    private static readonly string s_line = Line("grade-change-compact.json");

    [Fact]
    public async Task What_Firehose_wrote_holds_three_events()
    {
        Write("firehose-without-newlines", Input("firehose-without-newlines"));

        var report = await Report("firehose-without-newlines");

        report.Select(static payload => (LineOf(payload), payload!["kind"]!.GetValue<string>())).Should().Equal(
            (1, "course_grade_change"), (1, "grade_change"), (1, "course_grade_change"));
        report.Select(IsValid).Should().Equal(true, true, true);
    }

    [Theory]
    [InlineData("archive.jsonl.gz")]
    [InlineData("archive.gz")]
    [InlineData("archive")]
    [InlineData("-")]
    public async Task A_packed_archive_is_read_as_it_is(string name)
    {
        Write(name == "-" ? "archive" : name, Input("archive.jsonl.gz"));

        var report = await Report(name, name == "-" ? Input("archive.jsonl.gz") : null);

        report.Select(LineOf).Should().Equal(1, 2, 3, 4);
        report.Select(IsValid).Should().Equal(true, true, false, true);
        report[2]!["issues"]![0]!["code"]!.GetValue<string>().Should().Be("malformed-json");
        report[2]!["issues"]![0]!["line"]!.GetValue<int>().Should().Be(3);
    }

    [Fact]
    public async Task Packed_files_of_a_folder_are_found_and_a_packed_json_file_is_one_document()
    {
        Write("p/a.json.gz", Gzip.Of(Repository.Sample("grade-change-by-teacher.json")));
        Write("p/b.jsonl.gz", [.. Gzip.Of(s_line + "\n"), .. Gzip.Of(s_line + "\n"), 0, 0]);
        Write("p/c.ndjson.GZ", Gzip.Of(s_line));
        Write("p/d.txt.gz", Gzip.Of(s_line));
        Write("p/e.json.gz", Gzip.Of(s_line + s_line));

        var report = await Report("p");

        report.Select(static payload => (payload!["source"]!.GetValue<string>(), LineOf(payload), IsValid(payload))).Should().Equal(
            ("p/a.json.gz", 1, true), ("p/b.jsonl.gz", 1, true), ("p/b.jsonl.gz", 2, true), ("p/c.ndjson.GZ", 1, true), ("p/e.json.gz", 1, false));
    }

    [Fact]
    public async Task A_line_may_hold_several_documents_and_each_has_its_place()
    {
        var wide = s_line.Replace("\"A-\"", "\"ü𝔸\"", StringComparison.Ordinal);
        var bad = s_line.Replace("\"muted\":false", "\"muted\":7", StringComparison.Ordinal);
        var text = $"{s_line}\n{s_line}{wide} {bad}\n{bad}\n{s_line},\n{wide}{bad}";
        var column = bad.IndexOf(":7", StringComparison.Ordinal) + 2;
        Write("a.jsonl", text);
        Write("b", "\ufeff" + text);

        foreach (var name in new[] { "a.jsonl", "b" })
        {
            var report = await Report(name);

            report.Select(LineOf).Should().Equal(1, 2, 2, 2, 3, 4, 4, 5, 5);
            report.Where(static payload => !IsValid(payload)).Select(static payload => (payload!["issues"]![0]!["code"]!.GetValue<string>(), payload["issues"]![0]!["line"]!.GetValue<int>(), payload["issues"]![0]!["column"]!.GetValue<int>()))
                .Should().Equal(("type", 2, s_line.Length + wide.Length + 1 + column), ("type", 3, column), ("malformed-json", 4, s_line.Length + 1), ("type", 5, wide.Length + column));
        }

        var inspected = await Run("inspect a.jsonl");
        inspected.ErrorLines.Should().HaveCount(4);
        inspected.Output.Split("a.jsonl:2").Should().HaveCount(3, "two of the line are events");
    }

    [Fact]
    public async Task Indented_documents_one_behind_the_other()
    {
        var pretty = Repository.SampleText("grade-change-by-teacher.json");
        var broken = pretty.Replace("\"body\": {", "\"body\": oops {", StringComparison.Ordinal);

        var report = await Report("-", Encoding.UTF8.GetBytes(pretty + broken + "\n" + pretty.TrimEnd() + pretty));

        var lines = pretty.Count(static c => c == '\n');
        report.Select(static payload => (LineOf(payload), IsValid(payload))).Should().Equal((1, true), (lines + 1, false), ((2 * lines) + 2, true), ((3 * lines) + 1, true));
    }

    [Theory]
    [InlineData("a.json.gz")]
    [InlineData("a.jsonl.gz")]
    [InlineData("a.gz")]
    public async Task Gzip_that_is_cut_short_is_an_invalid_payload(string name)
    {
        Write(name, Gzip.Of(s_line + "\n" + s_line)[..^1]);

        var report = await Report(name);
        var inspected = await Run("inspect " + name);

        IsValid(report[^1]).Should().BeFalse();
        report[^1]!["issues"]![0]!["message"]!.GetValue<string>().Should().Be("The gzip data are corrupt or cut short; expected all of them.");
        report.SkipLast(1).Select(IsValid).Should().Equal(Enumerable.Repeat(true, name switch { "a.json.gz" => 0, "a.jsonl.gz" => 1, _ => 2 }));
        inspected.Status.Should().Be(1);
        inspected.Error.Should().EndWith(": the gzip data are corrupt or cut short.\n").And.StartWith("grade-events: " + name);
    }

    [Fact]
    public async Task One_document_alone_is_the_whole_source_and_several_are_told_apart()
    {
        var pretty = Repository.SampleText("grade-change-by-teacher.json");

        (await Run("format", Encoding.UTF8.GetBytes(s_line + "\n"))).OutputLines.Should().HaveCountGreaterThan(5);
        (await Run("format", Encoding.UTF8.GetBytes(pretty + pretty))).OutputLines.Should().HaveCount(2);
        (await Run("inspect", Encoding.UTF8.GetBytes("[1]"))).Error.Should().StartWith("grade-events: <stdin>:1:1: $: expected");
        (await Run("inspect", Encoding.UTF8.GetBytes("[1] [1]"))).ErrorLines.Should().SatisfyRespectively(
            static line => line.Should().StartWith("grade-events: <stdin>:1:1: $: expected"),
            static line => line.Should().StartWith("grade-events: <stdin>:1:5: $: expected"));
    }

    private static byte[] Input(string name) => File.ReadAllBytes(Repository.PathOf("tests", "Instructure.GradeEvents.Tests", "Inputs", name));

    private static int LineOf(JsonNode? payload) => payload!["line"]!.GetValue<int>();

    private static bool IsValid(JsonNode? payload) => payload!["valid"]!.GetValue<bool>();

    private async Task<JsonArray> Report(string arguments, byte[]? input = null)
        => JsonNode.Parse((await Run("validate --format json " + arguments, input)).Output)!["payloads"]!.AsArray();
}
