using System.Text.RegularExpressions;
using Instructure.GradeEvents.Tests.Support;
using Instructure.GradeEvents.Tool.Tests.Support;
using Instructure.GradeEvents.Validation;

namespace Instructure.GradeEvents.Tool.Tests;

/// <summary>The command lines of docs/command-line.md, run as they stand there.</summary>
public sealed partial class ReadmeTests : ToolTest
{
    private static readonly string s_page = File.ReadAllText(Repository.PathOf("docs", "command-line.md"));

    [UnixFact]
    public async Task Every_command_line()
    {
        WriteSample("payloads/event.json", "grade-change-compact.json");
        var lines = Commands().Match(s_page).Groups["lines"].Value.TrimEnd().Split('\n');

        lines.Should().HaveCount(8);
        foreach (var line in lines)
        {
            var result = await RunShell(line);

            result.Status.Should().Be(0, "of {0}", line);
            result.Error.Should().BeEmpty("of {0}", line);
        }

        (await File.ReadAllLinesAsync(PathOf("events.jsonl"))).Should().HaveCount(1000);
        Directory.GetFiles(PathOf("schemas")).Should().HaveSameCount(GradeEventSchemas.Names);
        File.Exists(PathOf("report.xml")).Should().BeTrue();
    }

    [Fact]
    public async Task The_report_that_it_shows()
    {
        Write("payloads/override.json", """
            {
              "metadata": { "event_name": "grade_override", "event_time": "2026-12-11T15:10:27.604Z" },
              "body": {
                "score_id": "30417", "enrollment_id": "9120", "user_id": "73", "course_id": 588,
                "override_score": 90.0, "old_override_score": null, "updated_at": "2026-12-11T15:10:27Z"
              }
            }
            """);

        s_page.Should().Contain($"```\n{(await Run("validate payloads")).Output}```\n");
    }

    [Fact]
    public async Task The_formats_are_those_that_there_are()
    {
        var formats = Formats().Matches(s_page).Select(static row => row.Groups["name"].Value);

        (await Run("validate --format x")).Error.Should().Contain($"expected one of {string.Join(", ", formats)}.");
    }

    [Theory]
    [InlineData("validate")]
    [InlineData("format")]
    [InlineData("inspect")]
    [InlineData("schema")]
    [InlineData("sample")]
    public async Task The_help_of_each_command(string command)
        => s_page.Should().Contain($"```\n{(await Run(command + " --help")).Output}```\n");

    [GeneratedRegex("```bash\n(?<lines>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Commands();

    [GeneratedRegex(@"^\| `(?<name>text|json|junit|sarif|github)` \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Formats();
}
