using System.Diagnostics;
using System.Text;
using Instructure.GradeEvents.Tests.Support;
using Instructure.GradeEvents.Tool.Tests.Support;

namespace Instructure.GradeEvents.Tool.Tests;

/// <summary>Whatever goes wrong is a clear sentence on standard error and the right exit status, and never a stack trace.</summary>
public sealed class BadInputTests : ToolTest
{
    private static readonly byte[] s_program = File.ReadAllBytes(typeof(BadInputTests).Assembly.Location);

    [Fact]
    public async Task A_missing_file_does_not_keep_the_others_from_being_validated()
    {
        Write("a.json", "{}");

        var result = await Run("validate nowhere.json a.json");

        result.Status.Should().Be(2, "that weighs more than an invalid payload");
        result.Error.Should().Be("grade-events: nowhere.json: there is no such file or folder.\n");
        result.OutputLines[^1].Should().Be("1 payload: 0 valid, 1 invalid; 1 error, 0 warnings; 1 path could not be read.");
    }

    [Fact]
    public async Task A_folder_without_payloads()
    {
        Write("folder/notes.txt", "x");

        var result = await Run("validate folder");

        result.Status.Should().Be(2);
        result.Error.Should().Be("grade-events: folder: there are no payloads (*.json, *.jsonl, *.ndjson, or one of them with .gz) in this folder.\n");
    }

    [Fact]
    public async Task A_pattern_that_matches_nothing()
    {
        var result = await Run("validate x/**/*.json");

        result.Status.Should().Be(2);
        result.Error.Should().Be("grade-events: x/**/*.json: no file matches.\n");
    }

    [UnixFact]
    public async Task An_unreadable_file()
    {
        // Whoever is root may read everything, but not this.
        WriteSample("a.json", "grade-change-compact.json");

        var result = await Run("validate /proc/self/mem a.json");

        result.Status.Should().Be(2);
        result.Error.Should().Be("grade-events: /proc/self/mem: can't be read: Input/output error\n");
        result.Output.Should().StartWith("1 payload: 1 valid");
    }

    [Theory]
    [InlineData("a.json")]
    [InlineData("a.jsonl")]
    [InlineData("a.txt")]
    [InlineData("a.jsonl.gz")]
    public async Task An_empty_file_is_an_invalid_payload(string name)
    {
        Write(name, string.Empty);

        await ShouldBeInvalid(name, $"{name} is empty; expected JSON.", "The document is empty");
    }

    [Theory]
    [InlineData("a.json")]
    [InlineData("a.jsonl")]
    [InlineData("a.txt")]
    public async Task A_binary_file_is_one_invalid_payload(string name)
    {
        Write(name, s_program);

        await ShouldBeInvalid(name, $"{name} is binary; expected JSON in UTF-8.", "malformed-json");
    }

    [Theory]
    [InlineData("a.json", false)]
    [InlineData("a.jsonl", false)]
    [InlineData("a.jsonl", true)]
    [InlineData("a.txt", true)]
    public async Task A_UTF_16_file_is_one_invalid_payload(string name, bool hasMark)
    {
        var text = Line("grade-change-compact.json") + "\n" + Line("grade-change-compact.json") + "\n";
        Write(name, [.. hasMark ? Encoding.Unicode.Preamble : [], .. Encoding.Unicode.GetBytes(text)]);

        await ShouldBeInvalid(name, $"{name} is UTF-16, or no text at all; expected JSON in UTF-8.", "UTF-16");
    }

    [Theory]
    [InlineData("a.json.gz")]
    [InlineData("a.jsonl.gz")]
    [InlineData("a")]
    public async Task A_packed_file_of_nothing_is_one_too(string name)
    {
        Write(name, Gzip.Of(string.Empty));

        await ShouldBeInvalid(name, $"{name} is empty; expected JSON.", "The document is empty");
    }

    [Theory]
    [InlineData("a.json.gz")]
    [InlineData("a.jsonl.gz")]
    [InlineData("a")]
    public async Task What_only_begins_like_gzip_is_one_invalid_payload(string name)
    {
        Write(name, [0x1F, 0x8B, 8, 0, 1, 2, 3]);

        await ShouldBeInvalid(name, $"{name}{(name.Contains(".jsonl", StringComparison.Ordinal) ? ":1" : null)}: the gzip data are corrupt or cut short.", "The gzip data are corrupt or cut short; expected all of them.");
    }

    [Fact]
    public async Task A_file_that_is_compressed_twice_is_said_to_be_so()
    {
        Write("a.jsonl", Gzip.Of(Gzip.Of(Repository.Sample("grade-change-compact.json"))));

        await ShouldBeInvalid("a.jsonl", "a.jsonl is compressed (gzip); expected JSON in UTF-8. Unpack it first.", "malformed-json");
    }

    [Fact]
    public async Task Empty_lines_are_passed_over_and_said()
    {
        var line = Line("grade-change-compact.json");
        Write("a.jsonl", $"{line}\n\n{line}\n");
        Write("b.jsonl", $"\n{line}\n \t\r\n\n{line}");

        var result = await Run("validate a.jsonl b.jsonl");

        result.Status.Should().Be(0);
        result.ErrorLines.Should().Equal(
            "grade-events: a.jsonl: line 2 is empty; it was skipped.",
            "grade-events: b.jsonl: 3 empty lines were skipped; the first is line 1.");
        result.Output.Should().Be("4 payloads: 4 valid, 0 invalid; 0 errors, 0 warnings.\n");
    }

    [Fact]
    public async Task A_line_larger_than_a_payload_may_be_is_one_fault_and_the_next_is_read()
    {
        var line = Line("grade-change-compact.json");
        var huge = "{\"x\":\"" + new string('x', 33 * 1024 * 1024) + "\"}";
        Write("a.jsonl", $"{line}\n{huge}\n{line}\n{{\n{huge}");

        var result = await Run("validate --format json a.jsonl");

        result.Status.Should().Be(1);
        result.OutputLines.Where(static text => text.Contains("\"source\"", StringComparison.Ordinal)).Select(static text => (text.Contains("\"valid\":true", StringComparison.Ordinal), text.Contains("too-large", StringComparison.Ordinal)))
            .Should().Equal((true, false), (false, true), (true, false), (false, false), (false, true));
    }

    [Theory]
    [InlineData("validate")]
    [InlineData("validate -")]
    [InlineData("format")]
    [InlineData("inspect -")]
    public async Task Nothing_through_standard_input(string arguments)
    {
        var result = await Run(arguments);

        result.Status.Should().Be(2);
        result.Error.Should().Be("grade-events: standard input is empty: there is nothing to read.\n");
    }

    [UnixFact]
    public async Task Standard_input_closed()
    {
        var result = await RunShell("timeout 60 grade-events validate <&-");

        result.Status.Should().Be(2);
        result.Error.Should().Be("grade-events: <stdin>: can't be read: it is closed.\n");
    }

    [UnixFact]
    public async Task Standard_output_closed_or_full()
    {
        Write("a.json", "{}");

        foreach (var command in new[] { "validate a.json", "validate -f sarif a.json", "sample grade_change -n 9", "schema list", "--help", "--version" })
        {
            (await RunShell($"grade-events {command} >&-")).Should().Be(
                new ToolResult(2, string.Empty, "grade-events: standard output can't be written: it is closed.\n"), "of {0}", command);
            (await RunShell($"grade-events {command} >/dev/full")).Should().Be(
                new ToolResult(2, string.Empty, "grade-events: standard output can't be written: No space left on device\n"), "of {0}", command);
        }

        (await RunShell("grade-events validate a.json 2>&-")).Status.Should().Be(1);
    }

    [UnixFact]
    public async Task When_nobody_reads_any_more_it_ends_in_silence()
    {
        var result = await RunShell("grade-events sample grade_change --count 100000000 | head -2 | wc -l; echo ${PIPESTATUS[0]}");

        result.Error.Should().BeEmpty();
        result.OutputLines.Select(static line => line.Trim()).Should().Equal("2", "141");
    }

    [UnixFact]
    public async Task Report_and_errors_into_one_file_do_not_overwrite_each_other()
    {
        WriteMixedPayloads();

        await RunShell("grade-events validate nowhere payloads > all.log 2>&1");

        (await File.ReadAllTextAsync(PathOf("all.log"))).Should().Contain("nowhere: there is no such").And.Contain("line 3 is empty").And.Contain("invalid caliper-envelope").And.EndWith("1 path could not be read.\n");
    }

    [Theory]
    [InlineData("--output folder a.json", "folder: can't be written: it is a folder.")]
    [InlineData("--report json=folder a.json", "folder: can't be written: it is a folder.")]
    [InlineData("--report junit=no/report.xml a.json", "no/report.xml: can't be written: there is no folder")]
    public async Task A_report_that_can_not_be_written_is_said_before_the_work(string arguments, string error)
    {
        Write("folder/x", "x");
        Write("a.json", "{}");

        var result = await Run("validate " + arguments);

        result.Status.Should().Be(2);
        result.Output.Should().BeEmpty();
        result.Error.Should().Contain(error);
    }

    [UnixFact]
    public async Task Ctrl_C_stops_it()
    {
        // It waits for input that doesn't come; the issue of the first lines is already there.
        using var process = StartInterruptible("validate", "-");
        await process.WriteAsync(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{}\n{\n", 1000))));
        var first = await process.Output.ReadLineAsync();

        await Interrupt(process);
        var (status, output, error) = await process.FinishAsync();

        first.Should().Be("<stdin>:1: invalid unknown, 1 error");
        status.Should().Be(130);
        output.Should().EndWith("\n");
        error.Should().MatchRegex("^grade-events: stopped. [0-9]+ payloads: 0 valid, [0-9]+ invalid; .*\\.\n$");
    }

    [UnixFact]
    public async Task Ctrl_C_leaves_no_half_report()
    {
        using var process = StartInterruptible("validate", "-f", "json", "-o", "report.json", "-");
        await process.WriteAsync(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{}\n", 100_000))));

        await Interrupt(process);
        var (status, output, _) = await process.FinishAsync();

        output.Should().BeEmpty();
        status.Should().Be(130);
        File.Exists(PathOf("report.json")).Should().BeFalse();
    }

    [Fact]
    public async Task A_name_may_have_anything_in_it()
    {
        var name = "a \u001b[31m%, :\n'\".json";
        Write(name, "{}");

        var text = await InstalledTool.Run(Folder, "validate .");
        var github = await InstalledTool.Run(Folder, "validate -f github .");

        text.Output.Should().NotContain("\u001b").And.Contain("\\u001b[31m");
        github.OutputLines[0].Should().StartWith("::error file=a \u001b[31m%25%2C %3A%0A'\".json,line=1,col=1,title=unknown-payload::");
    }

    /// <summary>
    /// Starts the tool so that Ctrl+C stops it. Where a shell without job control has started the tests in the background, they ignore it, and so
    /// would all that they start: <c>env</c> of Linux gives the tool the default again.
    /// </summary>
    private LimitedProcess StartInterruptible(params string[] arguments)
    {
        var (command, before) = OperatingSystem.IsLinux() ? ("env", new[] { "--default-signal=INT", InstalledTool.Path }) : (InstalledTool.Path, []);
        return LimitedProcess.Start(InstalledTool.StartInfo(Folder, command, [.. before, .. arguments], columns: 120), TimeSpan.FromMinutes(1));
    }

    private static async Task Interrupt(LimitedProcess process)
    {
        var start = new ProcessStartInfo("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]) { UseShellExecute = false, RedirectStandardOutput = true };
        using var kill = LimitedProcess.Start(start);
        await kill.FinishAsync();
    }

    /// <summary>A command with a report says it in the report, once; one without says it on standard error.</summary>
    private async Task ShouldBeInvalid(string name, string error, string found)
    {
        var text = await Run($"validate {name}");
        text.Status.Should().Be(1);
        text.Error.Should().BeEmpty();
        text.Output.Should().Contain(found).And.Contain($"{name}:1: invalid").And.EndWith("1 payload: 0 valid, 1 invalid; 1 error, 0 warnings.\n");

        var json = await Run($"validate --format json {name}");
        json.Should().Match<ToolResult>(static result => result.Status == 1 && result.Error.Length == 0);
        json.Output.Should().Contain(found).And.Contain("\"payloads\": 1, \"valid\": 0, \"invalid\": 1");

        (await Run($"inspect {name}")).Should().Be(new ToolResult(1, string.Empty, $"grade-events: {error}\n"));
    }
}
