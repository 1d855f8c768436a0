using System.Globalization;

namespace Instructure.GradeEvents.Benchmarks.Measurements;

/// <summary>How long the tool takes for one small file, against a program that does nothing.</summary>
internal static class StartMeasurement
{
    private const int Rounds = 25;

    /// <param name="args">The tool; the built one without it.</param>
    public static void Run(string[] args)
    {
        if (args is [var tool])
        {
            Tool.Use(tool);
        }

        var payload = Path.GetFullPath("samples/payloads/grade-change-by-teacher.json");
        var (nothing, validate) = (new List<double>(), new List<double>());
        for (var i = 0; i < Rounds; i++)
        {
            nothing.Add(1000 * Tool.TimeCommand(["dotnet", typeof(Program).Assembly.Location, "nothing"]).Seconds);
            validate.Add(1000 * Tool.Time("validate", payload).Seconds);
        }

        var baseline = Median.Of(nothing);
        Console.WriteLine("| Process | Median | More than nothing |");
        Console.WriteLine("| --- | ---: | ---: |");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| dotnet, a program that does nothing | {baseline:0} ms | 0 ms |"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| grade-events validate, one small file | {Median.Of(validate):0} ms | {Median.Of(validate) - baseline:0} ms |"));
    }
}
