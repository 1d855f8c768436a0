using System.Text;
using Instructure.GradeEvents.Tests.Support;
using Instructure.GradeEvents.Tool.Tests.Support;

namespace Instructure.GradeEvents.Tool.Tests;

/// <summary>Input that doesn't fit into the memory that there is.</summary>
public sealed class BigInputTests : ToolTest
{
    private const int Lines = 60_000;

    /// <summary>What has 30 MB in a line, which command reads it, and the heap in which it has to.</summary>
    public static TheoryData<string, string, string> LongLines
    {
        get
        {
            TheoryData<string, string, string> all = new() { { "text", "validate", "0x6000000" } }; // 96 MB
            if (Mutations.AreMany)
            {
                foreach (var content in new[] { "text", "numbers", "extensions", "creators", "tree", "trees" })
                {
                    all.Add(content, "inspect --format json", "0xA000000"); // 160 MB
                    all.Add(content, "format", "0xA000000");
                }
            }

            return all;
        }
    }

    [Theory]
    [InlineData("validate")]
    [InlineData("validate --format junit --output report.out")]
    public async Task It_streams_in_constant_memory(string arguments)
    {
        // 64 MB of lines with a heap of 40 MB: what is kept, of input or report, does not fit.
        var line = Line("grade-change-by-teacher.json");
        await using (var file = new StreamWriter(PathOf("big.jsonl"), append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" })
        {
            for (var number = 1; number <= Lines; number++)
            {
                await file.WriteLineAsync(number % 1000 == 0 ? line[..^1] : line);
            }
        }

        var start = InstalledTool.StartInfo(Folder, InstalledTool.Path, [.. arguments.Split(' '), "big.jsonl"], columns: 120);
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x2800000";
        using var process = LimitedProcess.Start(start, TimeSpan.FromMinutes(5));
        var (status, output, error) = await process.FinishAsync();

        error.Should().BeEmpty();
        status.Should().Be(1);
        output.Should().Contain("60000 payloads: 59940 valid, 60 invalid");
    }

    [Theory]
    [MemberData(nameof(LongLines))]
    public async Task Of_very_long_lines_there_is_one_in_memory(string content, string arguments, string limit)
    {
        var line = LongLine(content);
        await using (var file = new StreamWriter(PathOf("big.jsonl"), append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" })
        {
            for (var number = 1; number <= 2; number++)
            {
                await file.WriteLineAsync(line);
            }
        }

        var start = InstalledTool.StartInfo(Folder, InstalledTool.Path, [.. arguments.Split(' '), "big.jsonl"], columns: 120);
        start.Environment["DOTNET_GCHeapHardLimit"] = limit;
        using var process = LimitedProcess.Start(start);
        var (status, _, error) = await process.FinishAsync();

        error.Should().BeEmpty();
        status.Should().Be(0);
    }

    [Fact]
    public async Task Four_payloads_that_are_larger_than_they_may_be_do_not_fit_at_once_and_need_not()
    {
        var numbers = string.Concat(Enumerable.Repeat("0,", 33 * 512 * 1024));
        await using (var file = new StreamWriter(PathOf("big.jsonl"), append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" })
        {
            for (var line = 0; line < 4; line++)
            {
                await file.WriteAsync("{\"dataVersion\":\"x:y\",\"data\":[],\"sensor\":\"a:b\",\"sendTime\":\"x\",\"u\":[");
                await file.WriteAsync(numbers);
                await file.WriteLineAsync("0]}");
            }
        }

        var start = InstalledTool.StartInfo(Folder, InstalledTool.Path, ["validate", "big.jsonl"], columns: 120);
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x17000000"; // 368 MB
        using var process = LimitedProcess.Start(start);
        var (status, output, error) = await process.FinishAsync();

        error.Should().BeEmpty();
        status.Should().Be(1);
        output.Should().EndWith("4 payloads: 0 valid, 4 invalid; 4 errors, 0 warnings.\n");
    }

    [UnixTheory]
    [InlineData("printf '{\"a\":['; yes 1, | tr -d '\\n' | head -c 8000000; printf 1; yes '' | head -c 16000000", "1 payload: 0 valid, 1 invalid")]
    [InlineData("yes '' | head -c 50000000; printf '{}'", "1 payload: 0 valid, 1 invalid")]
    public async Task What_comes_through_a_pipe_takes_time_by_its_length_whatever_it_is(string input, string found)
    {
        // By its square it would be minutes.
        using var process = LimitedProcess.Start(InstalledTool.StartInfo(Folder, "/bin/bash", ["-c", $"( {input} ) | grade-events validate -"], columns: 120), TimeSpan.FromMinutes(1));
        var (_, output, _) = await process.FinishAsync();

        output.Should().Contain(found);
    }

    private static string LongLine(string content)
    {
        const int Length = 30_000_000;
        return content switch
        {
            "text" => Line("grade-change-by-teacher.json", static payload => payload["body"]!["assignment_name"] = new string('a', Length)),
            "numbers" => Line("grade-change-by-teacher.json").Replace("\"body\":{", "\"body\":{\"unknown\":[" + Many(static _ => "0", Length / 2) + "],", StringComparison.Ordinal),
            "tree" => Line("caliper-letter-grade.json").Replace("\"assignable\":{", "\"isPartOf\":" + Tree(levels: 17) + ",\"assignable\":{", StringComparison.Ordinal),
            "extensions" => Line("caliper-letter-grade.json").Replace("\"type\":\"GradeEvent\",", "\"type\":\"GradeEvent\",\"u\":{" + Many(static number => $"\"k{number}\":{{\"a\":[{number}]}}", 1_200_000) + "},", StringComparison.Ordinal),
            "trees" => Line("caliper-letter-grade.json").Replace("\"data\":[", "\"data\":[" + Many(static _ => Tree(levels: 6), 4000) + ",", StringComparison.Ordinal),
            _ => Line("caliper-letter-grade.json").Replace("\"assignable\":{", "\"assignable\":{\"creators\":[" + Many(static _ => "\"a:b\"", Length / 12 - 1000) + "],", StringComparison.Ordinal),
        };

        // Entities in each other, two in each but for the last.
        static string Tree(int levels)
            => levels == 0 ? "\"a:b\"" : string.Concat("{\"id\":\"a:b\",\"type\":\"Attempt\",\"isPartOf\":", Tree(levels - 1), ",\"assignable\":{\"id\":\"a:b\",\"type\":\"Document\",\"isPartOf\":", Tree(levels - 1), "}}");

        static string Many(Func<int, string> item, int count) => string.Join(',', Enumerable.Range(0, count).Select(item));
    }
}
