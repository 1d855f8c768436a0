using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Reports;

namespace Instructure.GradeEvents.Benchmarks;

/// <summary>Tables of medians, their ratios and the memory, as they stand in README.md. The command line chooses the job.</summary>
internal static class BenchmarkConfig
{
    public static IConfig Create() => ManualConfig.Create(DefaultConfig.Instance)
        .WithSummaryStyle(SummaryStyle.Default.WithMaxParameterColumnWidth(30)) // the names of the payloads
        .WithBuildTimeout(TimeSpan.FromMinutes(10)) // it builds everything once more, which takes a busy machine longer than its two minutes
        .AddDiagnoser(MemoryDiagnoser.Default)
        .AddColumn(StatisticColumn.Median, new MedianRatioColumn())
        .HideColumns(Column.Mean, Column.Error, Column.StdDev, Column.Ratio, Column.RatioSD, Column.Gen0, Column.Gen1, Column.Gen2, Column.AllocRatio);
}
