using Instructure.GradeEvents.Tests.Support;
using Instructure.GradeEvents.Tool.Tests.Support;

namespace Instructure.GradeEvents.Tool.Tests;

/// <summary>A report never goes over what is read, and whatever keeps it from being written is a sentence and status 2.</summary>
public sealed class SafeOutputTests : ToolTest
{
    [UnixTheory]
    [InlineData("p/a.json --format json --output p/a.json", "p/a.json: can't be written: it is one of the files to read.")]
    [InlineData("p/a.json --report json=./p/../p/a.json", "./p/../p/a.json: can't be written: it is p/a.json, which is to be read.")]
    [InlineData("p/a.json --report json=symbolic.json", "symbolic.json: can't be written: it is p/a.json, which is to be read.")]
    [InlineData("symbolic.json --report json=p/a.json", "p/a.json: can't be written: it is symbolic.json, which is to be read.")]
    [InlineData("p/a.json --report json=hard.json", "hard.json: can't be written: it is p/a.json, which is to be read.")]
    [InlineData("p/a.json --report json=folder/a.json", "folder/a.json: can't be written: it is p/a.json, which is to be read.")]
    [InlineData("p --format json --output p/a.json", "p/a.json: can't be written: it is one of the files to read.")]
    [InlineData("p --report text=hard.json.txt --report json=hard.json", "hard.json: can't be written: it is p/a.json, which is to be read.")]
    [InlineData("p/*.json --report json=p/a.json", "p/a.json: can't be written: it is one of the files to read.")]
    [InlineData("**/a.json --report json=p/a.json", "p/a.json: can't be written: it is one of the files to read.")]
    [InlineData("- --report json=p/a.json <p/a.json", "p/a.json: can't be written: it is <stdin>, which is to be read.")]
    public async Task A_report_never_goes_over_what_is_read(string arguments, string error)
    {
        WriteSample("p/a.json", "grade-change-compact.json");
        File.CreateSymbolicLink(PathOf("symbolic.json"), "p/a.json");
        Directory.CreateSymbolicLink(PathOf("folder"), "p");
        await RunShell("ln p/a.json hard.json");

        var result = await RunShell("set -f; grade-events validate " + arguments);

        result.Should().Be(new ToolResult(2, string.Empty, $"grade-events: {error}\n"));
        (await File.ReadAllBytesAsync(PathOf("p/a.json"))).Should().Equal(Repository.Sample("grade-change-compact.json"));
        File.Exists(PathOf("hard.json.txt")).Should().BeFalse();
    }

    [UnixFact]
    public async Task Two_reports_never_go_into_one_file()
    {
        Write("a.json", "{}");
        Directory.CreateDirectory(PathOf("p"));
        Directory.CreateSymbolicLink(PathOf("folder"), "p");

        var result = await Run("validate a.json --report json=p/r --report junit=folder/r");

        result.Should().Be(new ToolResult(2, string.Empty, "grade-events: folder/r: is the same file as p/r; expected a file for each report.\n"));
        Directory.GetFiles(PathOf("p")).Should().BeEmpty();
    }

    [Theory]
    [InlineData("json", "r.json")]
    [InlineData("sarif", "r.sarif.json")]
    [InlineData("junit", "r.xml")]
    public async Task What_an_earlier_run_has_written_into_the_folder_is_no_input(string format, string file)
    {
        WriteSample("p/a.json", "grade-change-compact.json");

        foreach (var _ in Enumerable.Range(0, 2))
        {
            (await Run($"validate p/** --format {format} --output p/{file}")).Should().Be(
                new ToolResult(0, $"1 payload: 1 valid, 0 invalid; 0 errors, 0 warnings. The report is in p/{file}.\n", string.Empty));
        }

        (await Run($"validate p/{file} --format {format} --output p/{file}")).Status.Should().Be(2, "it is named");
    }

    [UnixTheory]
    [InlineData("--format json")]
    [InlineData("--report junit=r.xml")]
    [InlineData("--format sarif --output r.sarif")]
    public async Task A_folder_for_temporary_files_that_is_not_there(string arguments)
    {
        WriteMuchInvalid();

        var result = await RunShell($"TMPDIR=/nowhere grade-events validate {arguments} big.jsonl");

        result.Status.Should().Be(2);
        result.Error.Should().Be("grade-events: /nowhere/: a temporary file can't be written: there is no such folder. Another folder can be named in TMPDIR.\n");
    }

    [UnixFact]
    public async Task Temporary_files_that_may_not_grow()
    {
        WriteMuchInvalid();

        var result = await RunShell("trap '' XFSZ; ulimit -f 4000; TMPDIR=$PWD DOTNET_EnableWriteXorExecute=0 grade-events validate --format json big.jsonl");

        result.Status.Should().Be(2);
        result.Error.Should().Be($"grade-events: {Folder}/: a temporary file can't be written: it would be larger than it may be. Another folder can be named in TMPDIR.\n");
        Directory.GetFiles(Folder).Should().ContainSingle("the temporary file is deleted");
    }

    [UnixFact]
    public async Task A_full_disk()
    {
        WriteMuchInvalid();

        var result = await RunShell("grade-events validate --format json --output /dev/full big.jsonl");

        result.Should().Be(new ToolResult(2, string.Empty, "grade-events: /dev/full: can't be written: No space left on device\n"));
    }

    [UnixFact]
    public async Task When_nobody_reads_the_report_the_files_are_written_all_the_same()
    {
        WriteMuchInvalid();

        var result = await RunShell("grade-events validate --report json=r.json big.jsonl | head -1; echo ${PIPESTATUS[0]}");

        result.Error.Should().BeEmpty();
        result.OutputLines.Should().Equal("big.jsonl:1: invalid grade_change, 1 error", "141");
        (await File.ReadAllTextAsync(PathOf("r.json"))).Should().Contain("\"payloads\": 20000").And.EndWith("  ]\n}\n");
    }

    [UnixFact]
    public async Task A_pipe_in_a_folder_is_passed_over_and_one_that_is_named_is_refused()
    {
        WriteSample("p/a.json", "grade-change-compact.json");
        await RunShell("mkfifo p/b.json");

        foreach (var paths in new[] { "p", "p/*", "p/**/*.json" })
        {
            (await Run("validate " + paths)).Should().Be(
                new ToolResult(0, "1 payload: 1 valid, 0 invalid; 0 errors, 0 warnings.\n", "grade-events: p/b.json: is a pipe (FIFO); it was skipped.\n"));
        }

        (await Run("inspect p")).Status.Should().Be(0);
        foreach (var command in new[] { "validate", "inspect", "format" })
        {
            var result = await Run(command + " p/b.json");

            result.Status.Should().Be(2);
            result.Error.Should().Be("grade-events: p/b.json: is a pipe (FIFO); expected a file, or - for standard input.\n");
        }

        (await Run("validate p/a.json --report json=p/b.json")).Should().Be(new ToolResult(2, string.Empty, "grade-events: p/b.json: can't be written: it is a pipe (FIFO).\n"));
    }

    [UnixFact]
    public async Task What_a_shell_makes_of_a_command_is_read_and_written()
    {
        WriteSample("a.json", "grade-change-compact.json");

        var result = await RunShell("grade-events validate <(cat a.json) --report json=>(cat > r.json); wait $!; cat r.json");

        result.Status.Should().Be(0);
        result.Output.Should().StartWith("1 payload: 1 valid").And.Contain("\"valid\": 1");
    }

    [UnixFact]
    public async Task Names_that_are_not_UTF_8()
    {
        WriteSample("p/a.json", "grade-change-compact.json");
        await RunShell("cp p/a.json $'p/\\xff.json'; mkdir $'p/\\xfe'");

        try
        {
            var inFolder = await Run("validate p");
            var named = await RunShell("grade-events validate $'p/\\xff.json'");
            var written = await RunShell("grade-events validate p/a.json --report json=$'\\xff.json'");

            inFolder.Should().Be(new ToolResult(
                2,
                "1 payload: 1 valid, 0 invalid; 0 errors, 0 warnings; 2 paths could not be read.\n",
                "grade-events: p/\uFFFD.json: can't be read: its name is not UTF-8.\ngrade-events: p/\uFFFD: can't be read: its name is not UTF-8.\n"));
            (named.Status, named.Error).Should().Be((2, "grade-events: p/\uFFFD.json: can't be read: its name is not UTF-8.\n"));
            written.Should().Be(new ToolResult(2, string.Empty, "grade-events: \uFFFD.json: can't be written: its name is not UTF-8.\n"));
            Directory.GetFiles(Folder).Should().BeEmpty();
        }
        finally
        {
            await RunShell("rm -r p"); // .NET can't
        }
    }

    [UnixTheory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("junit")]
    [InlineData("sarif")]
    [InlineData("github")]
    public async Task No_line_of_a_report_begins_with_the_text_of_others(string format)
    {
        const string Payload = "{\"metadata\":{\"event_name\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA ::error::pwned_by_payload ::stop-commands::tok\",\"event_time\":\"2026-01-01T00:00:00Z\"},\"body\":{}}";
        foreach (var name in new[] { "text-report-line-starts-with-payload", "::error::a", "a\n::error::b", "a\r::error::c", " ::error::d", "::error::e/f", "##[error]g", "a ##vso[task]h" })
        {
            Write(name + ".json", Payload);
        }

        Write("i.json", "{\"metadata\":{\"event_name\":\"##[error]x\"},\"body\":{}}");
        for (var columns = 40; columns <= 160; columns += format == "text" ? 15 : 120)
        {
            var result = await Run($"validate --format {format} .", columns: columns);

            result.Status.Should().Be(1);
            result.Output.Should().NotContain("\r");
            result.OutputLines.Select(static line => line.TrimStart()).Should().OnlyContain(line => IsOurs(line, format));
            result.ErrorLines.Should().BeEmpty();
        }
    }

    [Theory]
    [InlineData("text")]
    [InlineData("github")]
    [InlineData("junit")]
    public async Task Nothing_in_a_report_can_not_be_seen(string format)
    {
        // As in raw-bidi-in-message.json and tag-chars-unescaped.json, and in a name.
        const string Hidden = "\u202e\U000E0041\u200b";
        Write("a.jsonl", string.Join('\n',
            "{\"metadata\":{\"event_name\":\"x" + Hidden + "y\",\"event_time\":\"2026-01-01T00:00:00Z\"},\"body\":{}}",
            Line("grade-change-compact.json", static payload => payload["body"]!["new" + Hidden] = 1).Replace("\\u202E", "\u202e", StringComparison.OrdinalIgnoreCase),
            Line("caliper-letter-grade.json", static payload => payload["data"]![0]!["membership"]!["id"] = $"urn:instructure:canvas:course:21070000000000588:{Hidden}nstructor:21070000000000987")));

        var result = await Run($"validate --format {format} a.jsonl");

        result.Output.Should().Contain("\\u202e").And.NotContain("\u202e").And.NotContain("\U000E0041").And.NotContain("\u200b");
    }

    /// <summary>Whether a line has nothing in it that a CI server acts on, but for the annotations that are meant.</summary>
    private static bool IsOurs(string line, string format)
        => format == "github" ? line.StartsWith("::error file=", StringComparison.Ordinal) || line.StartsWith("9 payloads", StringComparison.Ordinal)
            : !line.StartsWith("::", StringComparison.Ordinal) && !line.StartsWith("##", StringComparison.Ordinal)
                && (format != "text" || (!line.Contains("##[", StringComparison.Ordinal) && !line.Contains("##vso[", StringComparison.Ordinal)));

    private void WriteMuchInvalid()
    {
        var line = Line("grade-change-by-teacher.json").Replace("student_id", "studentid", StringComparison.Ordinal) + "\n";
        Write("big.jsonl", string.Concat(Enumerable.Repeat(line, 20_000)));
    }
}
