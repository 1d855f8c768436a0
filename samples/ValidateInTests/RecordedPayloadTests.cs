using Instructure.GradeEvents.Validation;

namespace ValidateInTests;

/// <summary>How to hold a folder of payloads that you recorded, and test your own code with, to what Canvas sends.</summary>
public class RecordedPayloadTests
{
    public static TheoryData<string> Files() => [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "payloads"), "*.json").Select(file => Path.GetFileName(file))];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_recorded_payload_is_valid(string file)
    {
        using var stream = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "payloads", file));

        var report = GradeEventValidator.Default.Validate(stream);

        // A subscription delivers other events too, which the validator doesn't know.
        Assert.DoesNotContain(report.Issues, static issue => issue.Severity == ValidationSeverity.Error && issue.Code != "unknown-event");
    }
}
