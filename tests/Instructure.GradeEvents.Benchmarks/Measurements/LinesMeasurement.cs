using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Instructure.GradeEvents.Benchmarks.Measurements;

/// <summary>A large JSON Lines file through the tool, against a loop on one core that does nothing but parse each line.</summary>
internal static class LinesMeasurement
{
    private const int Rounds = 5;
    private const int Megabyte = 1_000_000;

    /// <param name="args">How many megabytes; 64 without it.</param>
    public static void Run(string[] args)
    {
        var megabytes = args is [var size] ? int.Parse(size, CultureInfo.InvariantCulture) : 64;
        var path = Path.GetFullPath($"artifacts/benchmarks/lines-{megabytes.ToString(CultureInfo.InvariantCulture)}.jsonl");
        LinesFile.Create(path, (long)megabytes * Megabyte);
        Console.WriteLine($"{path} is made.\n");

        var parser = new List<Duration>();
        var tool = new List<Duration>();
        for (var i = 0; i < Rounds; i++)
        {
            // In turn, so that a busy moment of the machine hits both.
            parser.Add(TimeParser(path));
            tool.Add(Tool.Time("validate", path));
        }

        Console.WriteLine("| Lines | MB per second | MB per core-second | Ratio of core-seconds |");
        Console.WriteLine("| --- | ---: | ---: | ---: |");
        var length = (double)new FileInfo(path).Length / Megabyte;
        Print("JsonDocument.Parse, one core", length, parser, parser);
        Print("grade-events validate", length, tool, parser);
    }

    private static Duration TimeParser(string path)
    {
        var coreBegin = Environment.CpuUsage.TotalTime;
        var begin = Stopwatch.GetTimestamp();
        ReadOnlyMemory<byte> rest = File.ReadAllBytes(path);
        while (!rest.IsEmpty)
        {
            var end = rest.Span.IndexOf((byte)'\n') + 1;
            JsonDocument.Parse(rest[..end]).Dispose();
            rest = rest[end..];
        }

        return new(Stopwatch.GetElapsedTime(begin).TotalSeconds, (Environment.CpuUsage.TotalTime - coreBegin).TotalSeconds);
    }

    private static void Print(string name, double megabytes, List<Duration> durations, List<Duration> baseline)
    {
        var seconds = Median.Of(durations.Select(static d => d.Seconds));
        var coreSeconds = Median.Of(durations.Select(static d => d.CoreSeconds));
        var ratio = coreSeconds / Median.Of(baseline.Select(static d => d.CoreSeconds));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {megabytes / seconds:0} | {megabytes / coreSeconds:0} | {ratio:0.00} |"));
    }
}
