namespace Instructure.GradeEvents.Tool.Samples;

/// <summary>A number in Canvas's own format: a float, which Ruby writes with a digit after the point: 10.0.</summary>
internal static class RubyFloat
{
    internal static decimal? From(decimal? number) => number + 0.0m;
}
