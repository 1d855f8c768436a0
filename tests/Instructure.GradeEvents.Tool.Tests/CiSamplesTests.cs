using System.Text.RegularExpressions;
using Instructure.GradeEvents.Tests.Support;
using Instructure.GradeEvents.Tool.Tests.Support;

namespace Instructure.GradeEvents.Tool.Tests;

/// <summary>What <c>samples/ci</c> has other teams run, run as it stands there.</summary>
public sealed partial class CiSamplesTests : ToolTest
{
    [UnixFact]
    public async Task GitHub_Actions()
    {
        WriteMixedPayloads();
        var workflow = await File.ReadAllTextAsync(Repository.PathOf("samples", "ci", "github-actions.yml"));
        var script = Indentation().Replace(Block().Match(workflow).Groups["script"].Value, string.Empty);

        var result = await RunJob(script);

        result.Status.Should().Be(1);
        result.Output.Should().Contain("::error file=payloads/b-broken.json,line=6,col=5,title=required::");
        Directory.GetFiles(PathOf("reports")).Select(Path.GetFileName).Should().BeEquivalentTo("grade-events.xml", "grade-events.sarif");
        script.Split("validate").Should().HaveCount(2, "one run is enough");
        workflow.Should().Contain("path: reports").And.Contain("--tool-path \"$RUNNER_TEMP/tools\" Instructure.GradeEvents.Tool --prerelease");
    }

    [UnixFact]
    public async Task GitLab()
    {
        WriteMixedPayloads();
        var job = await File.ReadAllTextAsync(Repository.PathOf("samples", "ci", "gitlab-ci.yml"));
        var script = string.Join('\n', ScriptLine().Matches(job).Select(static line => line.Groups["command"].Value)).Replace("$CI_PROJECT_DIR/.tools", "$RUNNER_TEMP/tools", StringComparison.Ordinal);

        var result = await RunJob(script);

        result.Status.Should().Be(1);
        result.Output.Should().Contain("payloads/b-broken.json:6:5: error required /data/0/actor");
        File.Exists(PathOf("grade-events.xml")).Should().BeTrue();
        job.Should().Contain("junit: grade-events.xml").And.Contain("--tool-path \"$CI_PROJECT_DIR/.tools\" Instructure.GradeEvents.Tool --prerelease");
    }

    [Fact]
    public void The_README_says_it_in_five_lines()
        => File.ReadLines(Repository.PathOf("samples", "ci", "README.md")).Count(static line => line.Length > 0 && line[0] != '#').Should().Be(5);

    private Task<ToolResult> RunJob(string script)
        => RunShell($"set -e; PAYLOADS=payloads; RUNNER_TEMP={Path.GetDirectoryName(Path.GetDirectoryName(InstalledTool.Path))}\n{script}");

    [GeneratedRegex("name: Validate the payloads\n        run: \\|\n(?<script>(          .*\n)+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Block();

    [GeneratedRegex("^ +", RegexOptions.Multiline, 1000)]
    private static partial Regex Indentation();

    [GeneratedRegex("- '(?<command>.*validate.*)'\n", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ScriptLine();
}
