using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Instructure.GradeEvents.Validation;
using NJsonSchema;

namespace Instructure.GradeEvents.Benchmarks.Measurements;

/// <summary>How long the first call takes in a fresh process, where everything has yet to be loaded and compiled.</summary>
internal static class FirstReportMeasurement
{
    private const int Processes = 15;

    private static readonly string[] s_calls = ["JsonDocument.Parse", "GradeEventValidator", "NJsonSchema"];

    /// <param name="args">Nothing; or, in a process that this one started, the call to time, which prints its milliseconds.</param>
    public static void Run(string[] args)
    {
        if (args is [var name])
        {
            Console.Write(TimeFirst(name).ToString(CultureInfo.InvariantCulture));
            return;
        }

        var payload = Payload.Open(Payload.Caliper).Utf8Json;
        var times = s_calls.ToDictionary(static call => call, static _ => new List<double>(), StringComparer.Ordinal);
        for (var i = 0; i < Processes; i++)
        {
            // In turn, so that a busy moment of the machine hits all of them.
            foreach (var call in s_calls)
            {
                times[call].Add(TimeInFreshProcess(call, payload));
            }
        }

        Console.WriteLine("| The first call | Median | Ratio of medians |");
        Console.WriteLine("| --- | ---: | ---: |");
        var baseline = Median.Of(times[s_calls[0]]);
        foreach (var call in s_calls)
        {
            var median = Median.Of(times[call]);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {call} | {median:0.0} ms | {median / baseline:0.00} |"));
        }
    }

    private static double TimeInFreshProcess(string call, byte[] payload)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, "first-report", call])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        process.StandardInput.BaseStream.Write(payload);
        process.StandardInput.Close();
        var time = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return double.Parse(time, CultureInfo.InvariantCulture);
    }

    private static double TimeFirst(string call)
    {
        using var input = Console.OpenStandardInput();
        using var all = new MemoryStream();
        input.CopyTo(all);
        var utf8Json = all.ToArray();

        var start = Stopwatch.GetTimestamp();
        var isValid = call switch
        {
            "JsonDocument.Parse" => Parse(utf8Json),
            "GradeEventValidator" => GradeEventValidator.Default.Validate(utf8Json).IsValid,
            "NJsonSchema" => ReadSchema().Validate(Encoding.UTF8.GetString(utf8Json)).Count == 0,
            _ => throw new ArgumentOutOfRangeException(nameof(call), call, message: null),
        };
        var time = Stopwatch.GetElapsedTime(start);
        return isValid ? time.TotalMilliseconds : throw new InvalidOperationException($"{call} takes the payload for invalid.");
    }

    private static bool Parse(byte[] utf8Json)
    {
        using var document = JsonDocument.Parse(utf8Json);
        return document.RootElement.ValueKind == JsonValueKind.Object;
    }

    private static JsonSchema ReadSchema()
    {
        using var schema = new StreamReader(GradeEventSchemas.Open("caliper-envelope"));
        return JsonSchema.FromJsonAsync(schema.ReadToEnd()).GetAwaiter().GetResult();
    }
}
