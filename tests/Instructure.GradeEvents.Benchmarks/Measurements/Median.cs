namespace Instructure.GradeEvents.Benchmarks.Measurements;

/// <summary>The middle one of some figures, which one busy moment of the machine does not change.</summary>
internal static class Median
{
    public static double Of(IEnumerable<double> figures)
    {
        var sorted = figures.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
