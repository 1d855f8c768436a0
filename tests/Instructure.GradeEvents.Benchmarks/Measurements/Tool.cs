using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace Instructure.GradeEvents.Benchmarks.Measurements;

/// <summary>The command line tool, as it was built together with the benchmarks.</summary>
internal static class Tool
{
    private static string s_assembly = typeof(Tool).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static a => a.Key == "Tool").Value!;

    /// <summary>Takes another build of it, as the one with native code that is in the package.</summary>
    public static void Use(string assembly) => s_assembly = assembly;

    /// <summary>What the tool writes.</summary>
    public static byte[] Run(params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [s_assembly, .. args]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        return process.ExitCode == 0 ? output.ToArray() : throw Failure(args);
    }

    /// <summary>How long the tool takes; what it writes goes nowhere.</summary>
    public static Duration Time(params string[] args) => TimeCommand(["dotnet", s_assembly, .. args]);

    /// <summary>How long the tool takes when it has one core.</summary>
    public static Duration TimeOnOneCore(params string[] args) => TimeCommand(["taskset", "-c", "0", "dotnet", s_assembly, .. args]);

    /// <summary>How long a command takes; what it writes goes nowhere.</summary>
    public static Duration TimeCommand(string[] command)
    {
        // .NET does not tell how much time a process has used once it is gone; "times" of a POSIX shell does, on its second line.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "\"$@\" >/dev/null && times", "sh", .. command])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        var begin = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var times = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var elapsed = Stopwatch.GetElapsedTime(begin);
        return process.ExitCode == 0
            ? new Duration(elapsed.TotalSeconds, times.Split('\n')[1].Split(' ').Sum(Seconds))
            : throw Failure(command);
    }

    /// <param name="time">Minutes and seconds, such as <c>1m2.34s</c>.</param>
    private static double Seconds(string time)
    {
        var parts = time.TrimEnd('s').Split('m');
        return (60 * double.Parse(parts[0], CultureInfo.InvariantCulture)) + double.Parse(parts[1], CultureInfo.InvariantCulture);
    }

    private static InvalidOperationException Failure(string[] args) => new($"dotnet {s_assembly} {string.Join(' ', args)} has failed.");
}
