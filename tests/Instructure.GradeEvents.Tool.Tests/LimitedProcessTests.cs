using System.Diagnostics;
using Instructure.GradeEvents.Tests.Support;
using Instructure.GradeEvents.Tool.Tests.Support;

namespace Instructure.GradeEvents.Tool.Tests;

/// <summary>What the other tests rely on: a process that does not end does not keep them.</summary>
public sealed class LimitedProcessTests
{
    [UnixFact]
    public async Task One_that_waits_for_input_that_does_not_come_is_killed_and_said()
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", "echo begun; cat; echo done"]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        using var process = LimitedProcess.Start(start, TimeSpan.FromMilliseconds(100));

        var finish = process.FinishAsync;

        await finish.Should().ThrowAsync<TimeoutException>().WithMessage("/bin/sh -c echo begun; cat; echo done: killed, as it had not ended after * s. It wrote \"*\" and \"\".");
    }
}
