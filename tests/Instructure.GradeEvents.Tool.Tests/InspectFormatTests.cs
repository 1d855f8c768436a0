using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsvHelper;
using CsvHelper.Configuration;
using Instructure.GradeEvents.Tests.Support;
using Instructure.GradeEvents.Tool.Tests.Support;

namespace Instructure.GradeEvents.Tool.Tests;

/// <summary><c>inspect --format csv</c> and <c>json</c>: gradings for programs.</summary>
public sealed class InspectFormatTests : ToolTest
{
    private static readonly string[] s_columns =
    [
        "time", "format", "course", "student", "student_sis_id", "assignment", "assignment_name", "submission", "grader", "automatic",
        "previous_grade", "grade", "previous_score", "score", "points_possible", "complete", "posted", "source", "line",
    ];

    [Theory]
    [InlineData("csv")]
    [InlineData("json")]
    public async Task The_gradings_of_all_samples(string format)
    {
        var result = await InstalledTool.Run(Repository.PathOf("samples"), $"inspect --format {format} payloads");

        result.Status.Should().Be(0);
        result.Error.Should().BeEmpty();
        Snapshot.Verify(result.Output, format);
    }

    [Fact]
    public async Task Both_say_the_same()
    {
        var csv = ReadCsv((await InstalledTool.Run(Repository.PathOf("samples"), "inspect --format csv payloads")).Output);
        var json = JsonNode.Parse((await InstalledTool.Run(Repository.PathOf("samples"), "inspect --format json payloads")).Output)!.AsArray();

        json.Should().HaveSameCount(csv).And.HaveCount(10);
        foreach (var (row, grading) in csv.Zip(json))
        {
            grading!.AsObject().Select(static member => member.Key).Should().Equal(s_columns);
            row.Should().Equal(grading.AsObject().Select(static member => member.Value is { } value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : member.Value?.ToJsonString() ?? string.Empty));
        }
    }

    [Fact]
    public async Task A_grading_of_both_formats_is_told_as_it_was_sent()
    {
        WriteSample("a.json", "grade-change-by-teacher.json", static payload =>
        {
            var body = payload["body"]!;
            payload["metadata"]!["event_time"] = "2026-09-14T11:20:33.2719+00:00";
            body["score"] = JsonNode.Parse("8.50");
            body["old_score"] = JsonNode.Parse("-0.125");
            body["grade"] = "8.50";
            body["student_sis_id"] = string.Empty;
        });
        WriteSample("b.json", "caliper-several-items.json");

        var rows = ReadCsv((await Run("inspect --format csv a.json b.json")).Output);

        rows.Should().HaveCount(2, "a row is a grading, and nothing else is one");
        rows[0].Should().Equal(
            "2026-09-14T11:20:33.271Z", "canvas", "21070000000000588", "21070000000000073", "", "21070000000000412", "Problem set 3: sampling & bias", "21070000000012873",
            "21070000000000987", "false", "8", "8.50", "-0.125", "8.50", "10.0", "true", "true", "a.json", "1");
        rows[1].Should().Equal(
            "2026-09-16T07:45:51.090Z", "caliper", "21070000000000588", "21070000000000075", "S-204520", "21070000000000440", "", "21070000000012990",
            "21070000000000987", "false", "", "A-", "", "92.5", "100", "", "", "b.json", "1");
        var json = JsonNode.Parse((await Run("inspect --format json a.json")).Output)![0]!;
        json["score"]!.ToJsonString().Should().Be("8.50");
        json["student_sis_id"]!.GetValue<string>().Should().BeEmpty();
        json["posted"]!.GetValue<bool>().Should().BeTrue();
    }

    [Fact]
    public async Task What_the_object_of_an_event_does_not_tell_stands_in_its_attempt()
    {
        // caliper-object-thinned.json
        WriteSample("a.json", "caliper-letter-grade.json", static payload => payload["data"]![0]!["object"] = payload["data"]![0]!["object"]!["id"]!.GetValue<string>());

        var row = ReadCsv((await Run("inspect --format csv a.json")).Output).Should().ContainSingle().Subject;

        (row[3], row[5], row[7]).Should().Be(("21070000000000075", "21070000000000440", "21070000000012990"));
        (await Run("inspect a.json")).Output.Should().Contain(" 2107~75 ").And.Contain(" 2107~440 ");
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")", "'=HYPERLINK(\"http://x\")")]
    [InlineData("+1+1", "'+1+1")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("-", "'-")]
    [InlineData("-5", "-5")]
    [InlineData("+0.5", "+0.5")]
    [InlineData("-1e3", "-1e3")]
    [InlineData("A-", "A-")]
    [InlineData("a, \"b\"\r\nc", "a, \"b\"\r\nc")]
    [InlineData("  日本語 😀 ", "  日本語 😀 ")]
    [InlineData("'quoted'", "'quoted'")]
    public async Task Texts_are_read_back_as_they_were_and_no_spreadsheet_takes_them_for_a_formula(string text, string expected)
    {
        Write("a.jsonl", string.Concat(Enumerable.Repeat(
            Line("grade-change-by-teacher.json", payload =>
            {
                foreach (var name in new[] { "assignment_name", "student_sis_id", "grade", "old_grade" })
                {
                    payload["body"]![name] = text;
                }
            }) + "\n",
            2)));

        var rows = ReadCsv((await Run("inspect --format csv a.jsonl")).Output);
        var json = JsonNode.Parse((await Run("inspect --format json a.jsonl")).Output)!.AsArray();

        rows.Select(static row => row[^1]).Should().Equal("1", "2");
        foreach (var (row, grading) in rows.Zip(json))
        {
            new[] { row[4], row[6], row[10], row[11] }.Should().AllBe(expected);
            grading!["assignment_name"]!.GetValue<string>().Should().Be(text, "a program runs no formulas");
        }
    }

    [Theory]
    [InlineData("csv", "\n")]
    [InlineData("json", "[]\n")]
    public async Task Without_gradings_there_is_an_empty_list(string format, string end)
    {
        WriteSample("a.json", "submission-created.json");
        WriteSample("b.json", "grade-override-set.json");

        var result = await Run($"inspect --format {format} a.json b.json");

        result.Status.Should().Be(0);
        result.Output.Should().Be(format == "csv" ? string.Join(',', s_columns) + end : end);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("json")]
    public async Task Many_come_in_order_and_broken_lines_are_told_beside_them(string format)
    {
        var samples = await RunShell("grade-events sample grade_change --count 5000; echo {; grade-events sample caliper-envelope --count 2000");
        Write("a.jsonl", samples.Output);

        var result = await Run($"inspect --format {format} a.jsonl");

        result.Status.Should().Be(1);
        result.ErrorLines.Should().ContainSingle().Which.Should().StartWith("grade-events: a.jsonl:5001:2: $: expected");
        var lines = format == "csv" ? ReadCsv(result.Output).Select(static row => row[^1])
            : JsonNode.Parse(result.Output)!.AsArray().Select(static grading => grading!["line"]!.ToJsonString());
        lines.Should().Equal(Enumerable.Range(1, 7001).Where(static line => line != 5001).Select(static line => line.ToString(CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task Another_format_is_wrong_usage()
    {
        var result = await Run("inspect --format jsn a.json");

        result.Should().Be(new ToolResult(2, string.Empty, "grade-events: --format can't be \"jsn\"; did you mean json?\ngrade-events: see --help.\n"));
    }

    private static List<string[]> ReadCsv(string text)
    {
        using var csv = new CsvReader(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture) { Mode = CsvMode.RFC4180 });
        csv.Read().Should().BeTrue();
        csv.ReadHeader().Should().BeTrue();
        csv.HeaderRecord.Should().Equal(s_columns);
        var rows = new List<string[]>();
        while (csv.Read())
        {
            csv.Parser.Count.Should().Be(s_columns.Length);
            rows.Add(csv.Parser.Record!);
        }

        return rows;
    }
}
