// What measures what is in README.md.
using BenchmarkDotNet.Running;
using Instructure.GradeEvents.Benchmarks;
using Instructure.GradeEvents.Benchmarks.Measurements;

switch (args)
{
    case ["lines", ..]:
        LinesMeasurement.Run(args[1..]);
        break;
    case ["first-report", ..]:
        FirstReportMeasurement.Run(args[1..]);
        break;
    case ["start", ..]:
        StartMeasurement.Run(args[1..]);
        break;
    case ["nothing"]:
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, BenchmarkConfig.Create());
        break;
}
