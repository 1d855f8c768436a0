namespace Instructure.GradeEvents.Benchmarks.Measurements;

/// <summary>How long something took.</summary>
/// <param name="Seconds">On the clock.</param>
/// <param name="CoreSeconds">On all cores together, in user and system mode.</param>
internal sealed record Duration(double Seconds, double CoreSeconds);
