using System.Text.Json.Nodes;
using Instructure.GradeEvents.Tests.Support;
using Instructure.GradeEvents.Tool.Tests.Support;

namespace Instructure.GradeEvents.Tool.Tests;

/// <summary><c>validate</c>: which payloads it finds, what it says of them, its exit status.</summary>
public sealed class ValidateTests : ToolTest
{
    [Theory]
    [MemberData(nameof(Repository.SampleNames), MemberType = typeof(Repository))]
    public async Task The_status_of_each_sample_says_whether_it_is_valid(string sample)
    {
        WriteSample("sample.json", sample);

        var result = await Run("validate sample.json");

        result.Error.Should().BeEmpty();
        result.Status.Should().Be(sample is "submission-created.json" or "caliper-several-items.json" ? 1 : 0);
    }

    [Fact]
    public async Task All_valid_is_one_line_and_status_0()
    {
        WriteSample("a.json", "grade-change-compact.json");
        WriteSample("b/c.json", "caliper-thinned.json");

        var result = await Run("validate .");

        result.Should().Be(new ToolResult(0, "2 payloads: 2 valid, 0 invalid; 0 errors, 0 warnings.\n", string.Empty));
    }

    [Fact]
    public async Task A_folder_is_searched_to_its_depth_in_ordinal_order_without_what_is_hidden_or_no_payload()
    {
        foreach (var name in new[] { "p/b.json", "p/a.JSONL", "p/B.ndjson", "p/notes.txt", "p/.hidden.json", "p/.git/x.json", "p/deep/er/z.json", "p/deep/a.json" })
        {
            Write(name, Line("grade-change-compact.json"));
        }

        (await Sources("p")).Should().Equal("p/B.ndjson", "p/a.JSONL", "p/b.json", "p/deep/a.json", "p/deep/er/z.json");
    }

    [Theory]
    [InlineData("p/*.json", "p/a.json", "p/b.json")]
    [InlineData("p/?.json", "p/a.json", "p/b.json")]
    [InlineData("p/**/*.json", "p/a.json", "p/b.json", "p/q/c.json", "p/q/r/d.json")]
    [InlineData("**/r", "p/q/r/d.json")]
    [InlineData("p/q/**", "p/q/c.json", "p/q/r/d.json")]
    [InlineData("./p/a.json p/a.json p", "p/a.json", "p/b.json", "p/q/c.json", "p/q/r/d.json")]
    [InlineData("p/q p/a.json", "p/q/c.json", "p/q/r/d.json", "p/a.json")]
    public async Task Patterns_and_paths_stand_for_files_none_of_which_comes_twice(string arguments, params string[] sources)
    {
        foreach (var name in new[] { "p/a.json", "p/b.json", "p/q/c.json", "p/q/r/d.json" })
        {
            Write(name, Line("grade-change-compact.json"));
        }

        (await Sources(arguments)).Should().Equal(sources);
    }

    [Theory]
    [InlineData("p")]
    [InlineData("p/**")]
    [InlineData("**")]
    public async Task A_folder_deeper_down_may_have_no_payloads(string path)
    {
        Write("p/a.json", Line("grade-change-compact.json"));
        Write("p/empty/read.me", string.Empty);

        (await Run("validate " + path)).Should().Be(new ToolResult(0, "1 payload: 1 valid, 0 invalid; 0 errors, 0 warnings.\n", string.Empty));
    }

    [Fact]
    public async Task A_path_that_leaves_the_working_folder_is_told_whole_in_SARIF()
    {
        Write("a/b.json", "{}");

        foreach (var (path, isInside) in new[] { ("a/b.json", true), ("a/../a/b.json", false) })
        {
            var report = JsonNode.Parse((await Run("validate --format sarif " + path)).Output)!;

            var uri = report["runs"]![0]!["results"]![0]!["locations"]![0]!["physicalLocation"]!["artifactLocation"]!["uri"]!.GetValue<string>();
            uri.Should().Be(isInside ? path : "file://" + PathOf("a/b.json"));
        }
    }

    [Fact]
    public async Task A_file_whose_name_has_a_pattern_in_it_is_that_file()
    {
        Write("a*.json", Line("grade-change-compact.json"));
        Write("ab.json", "{");

        (await Sources("a*.json")).Should().Equal("a*.json");
    }

    [Fact]
    public async Task Every_kind_is_told_and_the_lines_are_those_of_the_file()
    {
        Write("a.jsonl", string.Join('\n',
            Line("caliper-letter-grade.json"),
            JsonNode.Parse(Line("caliper-letter-grade.json"))!["data"]![0]!.ToJsonString(),
            Line("grade-change-compact.json"),
            string.Empty,
            Line("course-grade-change-from-job.json"),
            Line("grade-override-set.json", static payload => payload["body"]!["course_id"] = "x"),
            Line("submission-created.json"),
            "[]"));

        var report = await Report("a.jsonl");

        report.Select(static payload => (payload!["line"]!.GetValue<int>(), payload["kind"]!.GetValue<string>(), payload["valid"]!.GetValue<bool>())).Should().Equal(
            (1, "caliper-envelope", true),
            (2, "caliper-event", true),
            (3, "grade_change", true),
            (5, "course_grade_change", true),
            (6, "grade_override", false),
            (7, "unknown", false),
            (8, "unknown", false));
        report[4]!["issues"]![0]!["line"]!.GetValue<int>().Should().Be(6);
    }

    [Fact]
    public async Task Broken_lines_do_not_stop_the_run()
    {
        var good = Line("grade-change-compact.json");
        Write("a.jsonl", string.Join("\r\n", good, "{", good, "\u0000", "nul", good, good[..^1], good));

        var report = await Report("a.jsonl");

        report.Select(static payload => payload!["valid"]!.GetValue<bool>()).Should().Equal(true, false, true, false, false, true, false, true);
    }

    [Fact]
    public async Task The_order_is_that_of_the_input_whatever_takes_how_long()
    {
        var (small, large) = (Line("grade-change-compact.json"), Line("caliper-letter-grade.json"));
        for (var file = 0; file < 8; file++)
        {
            Write($"{file}.jsonl", string.Concat(Enumerable.Range(0, 700).Select(line => (line % 7 == file ? large : line % 50 == 49 ? "{" : small) + "\n")));
        }

        var report = await Report("7.jsonl 0.jsonl 1.jsonl 2.jsonl 3.jsonl 4.jsonl 5.jsonl 6.jsonl");

        report.Select(static payload => (payload!["source"]!.GetValue<string>(), payload["line"]!.GetValue<int>())).Should().Equal(
            new[] { 7, 0, 1, 2, 3, 4, 5, 6 }.SelectMany(static file => Enumerable.Range(1, 700).Select(line => ($"{file}.jsonl", line))));
    }

    [Theory]
    [InlineData("grade-change-by-teacher.json")]
    [InlineData("grade-change-compact.json")]
    public async Task Standard_input_may_be_a_document(string sample)
    {
        (await Run("validate", Repository.Sample(sample))).Output.Should().StartWith("1 payload: 1 valid");
        (await Run("validate -", Repository.Sample(sample))).Output.Should().StartWith("1 payload: 1 valid");
    }

    [Theory]
    [InlineData("{0}\n{0}\n", 2, 2)]
    [InlineData("\n\n{0}\n{0}", 2, 2)]
    [InlineData("{{\"oops\n{0}\n", 2, 1)] // the first is broken, and yet a line
    [InlineData("{0}\nnul\n{0}", 3, 2)]
    [InlineData("{0}", 1, 1)]
    [InlineData("{{\n{0}\n", 2, 1)]
    [InlineData("{0}{0} {0}", 3, 3)]
    public async Task Standard_input_may_be_documents_on_lines_or_not(string format, int payloads, int valid)
    {
        var text = string.Format(System.Globalization.CultureInfo.InvariantCulture, format, Line("grade-change-compact.json"));

        var result = await Run("validate", System.Text.Encoding.UTF8.GetBytes(text));

        result.Output.Should().Contain($"{payloads} payload{(payloads == 1 ? null : "s")}: {valid} valid");
    }

    [Fact]
    public async Task What_a_warning_is_depends_on_strict()
    {
        WriteSample("a.json", "grade-change-compact.json", static payload => payload["body"]!["grader_note"] = "neat");

        var lenient = await Run("validate a.json");
        var strict = await Run("validate --strict a.json");

        lenient.Status.Should().Be(0);
        lenient.Output.Should().Contain("valid grade_change, 1 warning").And.Contain("warning unknown-property /body/grader_note");
        strict.Status.Should().Be(1);
        strict.Output.Should().Contain("error unknown-property /body/grader_note");
    }

    [Fact]
    public async Task Other_events_are_ignored_and_counted_apart()
    {
        WriteSample("a.json", "submission-created.json");
        WriteSample("b.json", "caliper-several-items.json");
        WriteSample("c.json", "caliper-several-items.json", static payload => payload["data"] = new JsonArray(payload["data"]![1]!.DeepClone()));
        WriteSample("d.json", "grade-change-compact.json", static payload => payload["body"]!.AsObject().Remove("student_id"));

        var text = await Run("validate --ignore-unknown .");
        var report = await Report("--ignore-unknown .");

        text.Status.Should().Be(1, "what is a grade event must be valid all the same");
        text.OutputLines[^1].Should().Be("4 payloads: 1 valid, 1 invalid, 2 ignored; 1 error, 0 warnings.");
        report.Select(static payload => (payload!["kind"]!.GetValue<string>(), payload["valid"]!.GetValue<bool>(), payload["ignored"]!.GetValue<bool>(), payload["issues"]!.AsArray().Count))
            .Should().Equal(("unknown", true, true, 0), ("caliper-envelope", true, false, 0), ("unknown", true, true, 0), ("grade_change", false, false, 1));
        (await Run("validate --ignore-unknown a.json")).Status.Should().Be(0);
        (await Run("validate a.json")).Status.Should().Be(1);
    }

    [Theory]
    [InlineData("near-miss-event-name.json", "did you mean \"grade_change\"?")]
    [InlineData("near-miss-caliper-type.json", "\"gradeEvent\", which is no grade event; expected \"GradeEvent\"")]
    [InlineData("array-with-a-broken-event.json", "an array")]
    [InlineData("lambda-sqs-batch.json", "/Records/0/body")]
    public async Task A_slip_or_a_wrapping_is_never_ignored(string name, string message)
    {
        Write("a.json", File.ReadAllText(Repository.PathOf("tests", "Instructure.GradeEvents.Validation.Tests", "Inputs", name)));

        var result = await Run("validate --ignore-unknown a.json", columns: 1000);

        result.Status.Should().Be(1);
        result.Output.Should().Contain(message).And.EndWith("1 payload: 0 valid, 1 invalid; 1 error, 0 warnings.\n");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"metadata\":{\"event_name\":\"submission_created\"")]
    public async Task What_is_no_event_is_never_ignored(string text)
    {
        Write("a.json", text);

        (await Run("validate --ignore-unknown a.json")).Status.Should().Be(1);
    }

    [Fact]
    public async Task Codes_can_be_left_out()
    {
        WriteSample("a.json", "grade-change-compact.json", static payload =>
        {
            payload["body"]!["grader_note"] = "neat";
            payload["body"]!.AsObject().Remove("student_id");
        });

        (await Codes("a.json")).Should().Equal("required", "unknown-property");
        (await Codes("--ignore required a.json")).Should().Equal("unknown-property");
        (await Run("validate --strict --ignore required --ignore unknown-property a.json")).Should().Be(
            new ToolResult(0, "1 payload: 1 valid, 0 invalid; 0 errors, 0 warnings.\n", string.Empty));
    }

    [Theory]
    [InlineData("requird", "--ignore can't be \"requird\"; did you mean required?")]
    [InlineData("malformed-json", "--ignore can't be \"malformed-json\"; expected one of duplicate-property, unknown-event, ")]
    public async Task A_code_that_can_not_be_left_out_is_wrong_usage(string code, string error)
    {
        Write("a.json", "{}");

        var result = await Run($"validate --ignore type --ignore {code} a.json");

        result.Status.Should().Be(2);
        result.Output.Should().BeEmpty();
        result.ErrorLines[0].Should().StartWith("grade-events: " + error);
    }

    [Fact]
    public async Task Consistency_is_checked_unless_it_is_told_not_to()
    {
        WriteSample("a.json", "caliper-letter-grade.json", static payload => payload["sendTime"] = "2001-01-01T00:00:00.000Z");

        (await Codes("a.json")).Should().Equal("time-order");
        (await Codes("--no-consistency a.json")).Should().BeEmpty();
    }

    private async Task<string[]> Sources(string arguments)
        => [.. (await Report(arguments)).Select(static payload => payload!["source"]!.GetValue<string>())];

    private async Task<string[]> Codes(string arguments)
        => [.. (await Report(arguments)).SelectMany(static payload => payload!["issues"]!.AsArray()).Select(static issue => issue!["code"]!.GetValue<string>())];

    private async Task<JsonArray> Report(string arguments)
        => JsonNode.Parse((await Run("validate --format json " + arguments)).Output)!["payloads"]!.AsArray();
}
