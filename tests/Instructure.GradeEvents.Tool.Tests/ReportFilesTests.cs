using Instructure.GradeEvents.Tests.Support;
using Instructure.GradeEvents.Tool.Tests.Support;

namespace Instructure.GradeEvents.Tool.Tests;

/// <summary>Where the reports of <c>validate</c> go: standard output and files, several in one run.</summary>
public sealed class ReportFilesTests : ToolTest
{
    private const string Summary = "7 payloads: 3 valid, 4 invalid; 5 errors, 2 warnings.";

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("junit")]
    [InlineData("sarif")]
    [InlineData("github")]
    public async Task The_report_goes_to_the_file_and_the_summary_to_the_terminal(string format)
    {
        WriteMixedPayloads();

        var printed = await Run($"validate payloads --format {format}");
        var written = await Run($"validate payloads --format {format} --output report.out");

        written.Output.Should().Be($"{Summary} The report is in report.out.\n");
        written.Status.Should().Be(printed.Status).And.Be(1);
        (await File.ReadAllTextAsync(PathOf("report.out"))).Should().Be(printed.Output);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("github")]
    [InlineData("json")]
    public async Task Several_reports_of_one_run_are_those_of_several_runs(string printed)
    {
        WriteMixedPayloads();
        var expected = await Run($"validate payloads nowhere --format {printed}");

        var result = await Run($"validate payloads nowhere --format {printed} --report junit=r.xml --report json=r.json --report sarif=r.sarif --report text=r.txt --report github=r.log");

        result.Should().Be(expected, "reports in files don't change what is printed");
        foreach (var (format, file) in new[] { ("junit", "r.xml"), ("json", "r.json"), ("sarif", "r.sarif"), ("text", "r.txt"), ("github", "r.log") })
        {
            (await File.ReadAllTextAsync(PathOf(file))).Should().Be((await Run($"validate payloads nowhere --format {format}")).Output, "of {0}", format);
        }
    }

    [Fact]
    public async Task With_output_the_summary_names_all_files()
    {
        WriteMixedPayloads();

        var result = await Run("validate payloads --format sarif --output r.sarif --report=junit=r.xml");

        result.Output.Should().Be($"{Summary} The reports are in r.sarif, r.xml.\n");
        File.Exists(PathOf("r.sarif")).Should().BeTrue();
        File.Exists(PathOf("r.xml")).Should().BeTrue();
    }

    [Theory]
    [InlineData("--output report.xml", "--output report.xml: the format is text, as there is no --format, but .xml is for junit; add --format junit.")]
    [InlineData("--output report.JSON", "--output report.JSON: the format is text, as there is no --format, but .json is for json or sarif; add --format json.")]
    [InlineData("--format json --output report.xml", "--output report.xml: the format is json, but .xml is for junit.")]
    [InlineData("--report json=report.sarif.json", "--report report.sarif.json: the format is json, but .sarif.json is for sarif.")]
    [InlineData("--report junit=report.txt", "--report report.txt: the format is junit, but .txt is for text or github.")]
    [InlineData("--report report.xml", "--report can't be \"report.xml\"; expected FORMAT=FILE, such as junit=report.xml.")]
    [InlineData("--report =report.xml", "--report can't be \"=report.xml\"; expected FORMAT=FILE, such as junit=report.xml.")]
    [InlineData("--report jnit=report.xml", "the format of --report can't be \"jnit\"; did you mean junit?")]
    [InlineData("--report xml=report.xml", "the format of --report can't be \"xml\"; expected one of text, json, junit, sarif, github.")]
    [InlineData("--report junit=", "--report needs a file name; without the option, the report is printed.")]
    [InlineData("--output -", "--output needs a file name; without the option, the report is printed.")]
    [InlineData("--report json=r --report sarif=./r", "r: is the file of several reports; expected a file for each.")]
    [InlineData("--report json=r --output r", "r: is the file of several reports; expected a file for each.")]
    public async Task What_contradicts_itself_is_wrong_usage(string arguments, string error)
    {
        Write("a.json", "{}");

        var result = await Run($"validate {arguments} a.json");

        result.Should().Be(new ToolResult(2, string.Empty, $"grade-events: {error}\ngrade-events: see --help.\n"));
        Directory.GetFiles(Folder).Should().ContainSingle();
    }

    [Theory]
    [InlineData("--output report")]
    [InlineData("--output report.txt")]
    [InlineData("--format github --output report.log")]
    [InlineData("--format sarif --output report.json")]
    [InlineData("--format sarif --output report.sarif.json")]
    [InlineData("--report junit=a=b.xml")]
    public async Task Other_names_are_fine(string arguments)
    {
        Write("in/a.json", "{}");

        (await Run($"validate {arguments} in")).Status.Should().Be(1);

        Directory.GetFiles(Folder).Should().ContainSingle();
    }

    [UnixFact]
    public async Task A_report_that_can_not_be_written_keeps_no_other_from_being_written()
    {
        Write("a.json", "{}");

        var result = await Run("validate a.json --report json=/dev/full --report junit=r.xml");

        result.Status.Should().Be(2);
        result.Error.Should().Be("grade-events: /dev/full: can't be written: No space left on device\n");
        result.Output.Should().EndWith("1 payload: 0 valid, 1 invalid; 1 error, 0 warnings.\n");
        (await File.ReadAllTextAsync(PathOf("r.xml"))).Should().EndWith("</testsuites>\n");
    }
}
