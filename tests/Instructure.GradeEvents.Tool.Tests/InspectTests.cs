using Instructure.GradeEvents.Tests.Support;
using Instructure.GradeEvents.Tool.Tests.Support;

namespace Instructure.GradeEvents.Tool.Tests;

/// <summary><c>inspect</c>: a table of what happened.</summary>
public sealed class InspectTests : ToolTest
{
    [Fact]
    public async Task Every_sample_is_a_row()
    {
        var result = await InstalledTool.Run(Repository.PathOf("samples"), "inspect payloads");

        result.Status.Should().Be(0);
        result.Error.Should().BeEmpty();
        Snapshot.Verify(result.Output);
    }

    [Fact]
    public async Task An_assignment_without_an_id_is_its_name()
    {
        WriteSample("a.json", "caliper-letter-grade.json", static payload =>
        {
            var assignable = payload["data"]![0]!["object"]!["assignable"]!.AsObject();
            assignable["id"] = "https://lms.example/1";
            assignable["name"] = "Essay";
            payload["data"]![0]!.AsObject().Remove("generated");
        });

        var result = await Run("inspect a.json");

        result.OutputLines[^1].IndexOf("Essay", StringComparison.Ordinal).Should().Be(result.OutputLines[0].IndexOf("Assignment", StringComparison.Ordinal));
    }

    [Fact]
    public async Task In_a_pipe_a_row_is_a_line_however_many_there_are()
    {
        var line = Line("grade-change-by-teacher.json", static payload => payload["body"]!["assignment_name"] = new string('x', 150) + "\u001b\nend");
        Write("a.jsonl", string.Concat(Enumerable.Repeat(line + "\n", 2500)));

        var result = await Run("inspect a.jsonl");

        result.Status.Should().Be(0);
        var rows = result.OutputLines.Where(static row => row.Contains("a.jsonl:", StringComparison.Ordinal)).ToArray();
        rows.Should().HaveCount(2500).And.OnlyContain(static row => row.Contains("2107~987", StringComparison.Ordinal) && row.Contains("x\\u001b\\u000aend", StringComparison.Ordinal));
        rows.Select(static row => row.TrimEnd().Split(' ')[^1]).Should().Equal(Enumerable.Range(1, 2500).Select(static number => $"a.jsonl:{number}"));
    }

    [Fact]
    public async Task The_columns_are_those_of_the_first_row_however_long_later_ones_are()
    {
        Write("a.jsonl", string.Concat(Enumerable.Range(1, 2500).Select(static number =>
            Line("grade-change-by-teacher.json", payload => payload["body"]!["assignment_name"] = number is 1300 or 2400 ? new string('日', 150) : "Essay") + "\n")));

        var rows = (await Run("inspect a.jsonl")).OutputLines;

        rows.Should().HaveCount(2502, "there is one head");
        rows[2..].Select(static row => Cells(row[..row.IndexOf("a.jsonl:", StringComparison.Ordinal)])).Distinct().Should().ContainSingle();

        static int Cells(string text) => text.Sum(static c => c == '日' ? 2 : 1);
    }

    [Fact]
    public async Task An_event_of_the_first_years_and_a_custom_status_are_valid_and_rows()
    {
        foreach (var name in new[] { "grade-change-2015", "final-grade-custom-status" })
        {
            Write($"{name}.json", File.ReadAllText(Repository.PathOf("tests", "Instructure.GradeEvents.Validation.Tests", "Inputs", name + ".json")));
        }

        var validated = await Run("validate --strict .");
        var inspected = await Run("inspect .", columns: 200);

        (validated.Status, validated.Output).Should().Be((0, "2 payloads: 2 valid, 0 invalid; 0 errors, 0 warnings.\n"));
        inspected.Status.Should().Be(0);
        inspected.Output.Should().MatchRegex("2018-04-06 02:42:07Z +final_grade_custom_status +- +55 +- +9 +no status +status Incomplete ")
            .And.MatchRegex("2015-10-19 16:01:12Z +grade_change +3012~4 +3012~55 +3012~62 +- +ungraded +7 \\(7 of 10\\) ");
    }

    [Fact]
    public async Task An_override_by_nobody_who_is_named_is_not_automatic()
    {
        WriteSample("a.json", "grade-override-set.json", static payload => payload["metadata"]!.AsObject().Remove("user_id"));

        (await Run("inspect a.json")).Output.Should().NotContain("automatic").And.MatchRegex("grade_override +- +73 ");
    }

    [Fact]
    public async Task What_a_Caliper_event_does_not_tell_is_not_said_to_be_ungraded()
    {
        WriteSample("a.json", "caliper-thinned.json", static payload =>
        {
            payload["data"]![0]!["generated"] = "urn:instructure:canvas:submission:21070000000012901";
            payload["data"]![0]!["group"] = null;
            payload["data"]![0]!["membership"] = null;
        });

        (await Run("inspect a.json", columns: 200)).Output.Should().MatchRegex("GradeEvent +2107~987 +- +- +- +- +- +a\\.json");
    }

    [Fact]
    public async Task Broken_payloads_are_told_and_the_others_shown()
    {
        Write("a.jsonl", Line("grade-override-set.json") + "\n{\n" + Line("grade-override-removed.json"));

        var result = await Run("inspect a.jsonl nowhere.json");

        result.Status.Should().Be(2);
        result.ErrorLines.Should().HaveCount(2).And.ContainSingle(static line => line.StartsWith("grade-events: a.jsonl:2:2: $: expected well-formed JSON", StringComparison.Ordinal));
        result.Output.Should().Contain("a.jsonl:1").And.Contain("a.jsonl:3").And.Contain("override none").And.Contain("override 90 %");
    }
}
