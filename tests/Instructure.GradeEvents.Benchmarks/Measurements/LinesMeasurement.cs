using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Instructure.GradeEvents.Benchmarks.Measurements;

/// <summary>A large JSON Lines file through the tool, against a loop on one core that does nothing but parse each line.</summary>
internal static class LinesMeasurement
{
    private const int Rounds = 5;
    private const int Megabyte = 1_000_000;

    /// <param name="args">How many megabytes, 64 without it; and the tool, the built one without it.</param>
    public static void Run(string[] args)
    {
        var megabytes = args is [var size, ..] ? int.Parse(size, CultureInfo.InvariantCulture) : 64;
        var path = Path.GetFullPath($"artifacts/benchmarks/lines-{megabytes.ToString(CultureInfo.InvariantCulture)}.jsonl");
        LinesFile.Create(path, (long)megabytes * Megabyte);
        Console.WriteLine($"{path} is made.\n");
        if (args is [_, var tool])
        {
            Tool.Use(tool);
        }

        (string Name, Func<Duration> Time, List<Duration> Durations)[] rows =
        [
            ("JsonDocument.Parse, one core", () => TimeParser(path), []),
            ("grade-events validate, one core", () => Tool.TimeOnOneCore("validate", path), []),
            ("grade-events validate, all cores", () => Tool.Time("validate", path), []),
            ("grade-events inspect --format csv, one core", () => Tool.TimeOnOneCore("inspect", "--format", "csv", path), []),
            ("grade-events inspect --format csv, all cores", () => Tool.Time("inspect", "--format", "csv", path), []),
        ];
        for (var i = 0; i < Rounds; i++)
        {
            // In turn, so that a busy moment of the machine hits all.
            foreach (var (_, time, durations) in rows)
            {
                durations.Add(time());
            }
        }

        Console.WriteLine("| Lines | MB per second | MB per core-second | Ratio of core-seconds |");
        Console.WriteLine("| --- | ---: | ---: | ---: |");
        var length = (double)new FileInfo(path).Length / Megabyte;
        foreach (var (name, _, durations) in rows)
        {
            Print(name, length, durations, rows[0].Durations);
        }
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
