using Instructure.GradeEvents.Validation;

namespace ReadGradeEvents;

/// <summary>Says whether payloads are valid, and what is wrong with those that are not.</summary>
internal static class Reports
{
    /// <summary>Validates a payload and prints what was found.</summary>
    /// <returns>The exit status: 1 when it is not valid.</returns>
    public static int Of(string source, ReadOnlySpan<byte> utf8Json)
    {
        var report = GradeEventValidator.Default.Validate(utf8Json);
        Console.WriteLine($"{source}: {report}");
        return report.IsValid ? 0 : 1;
    }
}
