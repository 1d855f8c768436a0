using Instructure.GradeEvents.Validation;

namespace ReadGradeEvents;

/// <summary>Says whether payloads are valid, and what is wrong with those that are not.</summary>
internal static class Reports
{
    /// <summary>Validates a payload and prints what was found.</summary>
    /// <returns>The exit status: 1 when it is not valid.</returns>
    public static int Of(string source, ReadOnlySpan<byte> utf8Json) => Print(source, GradeEventValidator.Default.Validate(utf8Json));

    /// <summary>Validates the payloads of a file with one on each line. A broken one doesn't keep the others from being validated.</summary>
    /// <returns>The exit status: 1 when one is not valid.</returns>
    public static int OfLines(string source, ReadOnlySpan<byte> utf8Lines)
    {
        var (status, number) = (0, 0);
        foreach (var range in utf8Lines.Split((byte)'\n'))
        {
            number++;
            var line = utf8Lines[range];
            if (!line.Trim(" \t\r"u8).IsEmpty)
            {
                status |= Print($"{source}, line {number}", GradeEventValidator.Default.Validate(line));
            }
        }

        return status;
    }

    private static int Print(string source, ValidationReport report)
    {
        Console.WriteLine($"{source}: {report}");
        return report.IsValid ? 0 : 1;
    }
}
