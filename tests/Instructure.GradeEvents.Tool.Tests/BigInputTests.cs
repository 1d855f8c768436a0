using System.Text;
using Instructure.GradeEvents.Tests.Support;
using Instructure.GradeEvents.Tool.Tests.Support;

namespace Instructure.GradeEvents.Tool.Tests;

/// <summary>Input that doesn't fit into the memory that there is.</summary>
public sealed class BigInputTests : ToolTest
{
    private const int Lines = 60_000;

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
}
