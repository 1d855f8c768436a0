#if !LIBRARY_NETSTANDARD
using System.Diagnostics;
using Instructure.GradeEvents.Tests.Support;

namespace Instructure.GradeEvents.Tests;

/// <summary>The sample program, run as a user runs it.</summary>
public sealed class ReadGradeEventsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ReadGradeEvents");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Without_a_path_it_tells_of_every_sample_payload()
    {
        var (status, output, error) = await Run();

        status.Should().Be(0);
        error.Should().BeEmpty();
        Snapshot.Verify(output);
    }

    [Fact]
    public async Task A_broken_payload_is_one_line_and_the_others_are_read()
    {
        Write("a.json", Repository.SampleText("grade-change-compact.json"));
        Write("b.json", "{\"metadata\":{}}");
        Write("c.jsonl", Repository.SampleText("grade-change-compact.json") + "\n{");
        Write("d.txt", "not a payload");
        Write("e.json", string.Empty);

        var (status, output, error) = await Run(_folder.FullName);

        status.Should().Be(1);
        error.Should().BeEmpty();
        var lines = output.TrimEnd().ReplaceLineEndings("\n").Split('\n');
        lines.Should().HaveCount(5);
        lines[0].Should().StartWith("a.json: 2026-09-14 11:21:02Z submission");
        lines[1].Should().Be("b.json: broken: $.metadata.event_name: the required member \"event_name\" is missing; expected a string (line 1, byte 14).");
        lines[2].Should().StartWith("c.jsonl: 2026-09-14 11:21:02Z submission");
        lines[3].Should().StartWith("c.jsonl: broken: $: expected").And.EndWith("(line 3, byte 2).");
        lines[4].Should().StartWith("e.json: broken: $: expected");
    }

    [Fact]
    public async Task An_archive_is_read_packed_as_it_is()
    {
        File.Copy(Repository.PathOf("tests", "Instructure.GradeEvents.Tests", "Inputs", "archive.jsonl.gz"), Path.Combine(_folder.FullName, "archive.jsonl.gz"));

        var (status, output, _) = await Run("--validate", _folder.FullName);

        status.Should().Be(1);
        output.Should().Contain("archive.jsonl.gz, line 1: valid").And.Contain("line 3: not valid").And.Contain("line 4: valid");
    }

    [Fact]
    public async Task With_validate_it_says_what_is_wrong_with_each_sample_payload()
    {
        var (status, output, error) = await Run("--validate");

        status.Should().Be(1, "two of them have events of another kind");
        error.Should().BeEmpty();
        Snapshot.Verify(output);
    }

    [Fact]
    public async Task With_validate_a_broken_line_does_not_hide_the_next()
    {
        Write("a.json", Repository.SampleText("grade-change-compact.json"));
        Write("b.jsonl", Repository.SampleText("grade-change-compact.json").Trim() + "\n\n{\n" + Repository.SampleText("grade-change-compact.json"));

        var (status, output, _) = await Run("--validate", _folder.FullName);
        var (statusOfOne, _, _) = await Run("--validate", Path.Combine(_folder.FullName, "a.json"));

        status.Should().Be(1);
        statusOfOne.Should().Be(0);
        output.TrimEnd().ReplaceLineEndings("\n").Split('\n').Should().Equal(
            "a.json: valid (GradeChange): 0 errors, 0 warnings",
            "b.jsonl, line 1: valid (GradeChange): 0 errors, 0 warnings",
            "b.jsonl, line 3: not valid (Unknown): 1 error, 0 warnings",
            "  1:2 error malformed-json: This is not JSON (RFC 8259): there is an open JSON object or array that should be closed.",
            "b.jsonl, line 4: valid (GradeChange): 0 errors, 0 warnings");
    }

    [Fact]
    public async Task With_validate_a_line_is_what_ends_with_a_line_feed_and_its_bytes_are_judged_as_they_are()
    {
        byte[] sample = Repository.Sample("grade-change-compact.json").AsSpan().TrimEnd((byte)'\n').ToArray();
        var latin1 = System.Text.Encoding.Latin1.GetBytes(Repository.SampleText("grade-change-compact.json").Trim().Replace("\"grade\":\"", "\"grade\":\"\u00ff", StringComparison.Ordinal));
        await File.WriteAllBytesAsync(Path.Combine(_folder.FullName, "a.jsonl"), [(byte)'\r', .. sample, (byte)'\r', (byte)'\n', .. latin1]);

        var (status, output, _) = await Run("--validate", _folder.FullName);

        status.Should().Be(1);
        output.Should().Contain("a.jsonl, line 1: valid").And.Contain("a.jsonl, line 2: not valid").And.Contain("malformed-json /body/grade").And.NotContain("line 3");
    }

    [Fact]
    public async Task A_path_that_is_not_there_is_said()
    {
        var (status, output, error) = await Run(Path.Combine(_folder.FullName, "nowhere"));

        status.Should().Be(2);
        output.Should().BeEmpty();
        error.Should().Contain("nowhere: there is no such file or folder");
    }

    private static async Task<(int Status, string Output, string Error)> Run(params string[] paths)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ReadGradeEvents.dll"), .. paths])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        using var process = LimitedProcess.Start(start);
        return await process.FinishAsync();
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder.FullName, name), text);
}
#endif
