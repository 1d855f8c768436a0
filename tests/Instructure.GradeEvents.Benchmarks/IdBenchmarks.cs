using System.Globalization;
using System.Text.RegularExpressions;
using BenchmarkDotNet.Attributes;

namespace Instructure.GradeEvents.Benchmarks;

/// <summary>Taking ids apart, against the regular expression that people write for it.</summary>
public partial class IdBenchmarks
{
    private const string Urn = "urn:instructure:canvas:course:21070000000000565:Instructor:21070000000000987";

    [Benchmark(Baseline = true, Description = "Regex")]
    public long Expression() => long.Parse(Membership().Match(Urn).Groups["user"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [Benchmark(Description = "CanvasUrn")]
    public long CanvasUrnMember() => CanvasUrn.Parse(Urn).MemberId!.Value.Value;

    [GeneratedRegex("^urn:instructure:canvas:course:(?<course>[0-9]+):(?<role>[^:]+):(?<user>[0-9]+)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Membership();
}
