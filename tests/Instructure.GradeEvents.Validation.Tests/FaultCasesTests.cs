using Instructure.GradeEvents.Validation.Tests.Cases;

namespace Instructure.GradeEvents.Validation.Tests;

/// <summary>Everything that can be wrong with each member: exactly the expected issue, at the expected place.</summary>
public class FaultCasesTests
{
    private static readonly GradeEventValidator s_validator = new(new() { CheckConsistency = false });

    public static TheoryData<string> Roots => [.. FaultCases.Roots];

    [Theory]
    [MemberData(nameof(Roots))]
    public void One_fault_is_one_issue(string root)
    {
        var wrong = new List<string>();
        var count = 0;
        var step = FaultCases.QuickStep(root);
        foreach (var fault in FaultCases.Of(root, step))
        {
            count++;
            var report = s_validator.Validate(fault.Json);
            var found = report.Issues.Select(static issue => $"{issue.Code} {issue.Path} {issue.Line}:{issue.Column}").ToArray();
            string[] expected = fault.Code.Length == 0 ? [] : [$"{fault.Code} {fault.Path} {JsonLocation.Of(fault)}"];
            if (!found.SequenceEqual(expected) || report.IsValid != (fault.Code.Length == 0))
            {
                wrong.Add($"expected {string.Join("; ", expected)}, found {report}");
            }
        }

        wrong.Take(5).Should().BeEmpty("of {0} cases {1} are wrong", count, wrong.Count);
        count.Should().BeGreaterThan((root is "CaliperEnvelope" or "GradeEvent" ? 3000 : 500) / step);
    }
}
