using System.Reflection;
using Instructure.GradeEvents.Validation;
using static Instructure.GradeEvents.Fuzzing.Promises;

namespace Instructure.GradeEvents.Fuzzing;

/// <summary>Validates a document with each option, twice, and asks the reader about it.</summary>
internal sealed class ValidateTarget : ITarget
{
    private static readonly HashSet<string> s_codes = [.. typeof(IssueCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(static field => (string)field.GetValue(null)!)];

    private static readonly GradeEventValidator s_strict = new(new() { Strict = true });

    private static readonly GradeEventValidator s_ignoring = new(new() { IgnoreUnknownEvents = true });

    public string Name => "validate";

    public void Run(byte[] input, Random random)
    {
        var report = GradeEventValidator.Default.Validate(input);
        var again = GradeEventValidator.Default.Validate(input);
        Keep((again.Kind, again.IsValid) == (report.Kind, report.IsValid) && again.Issues.SequenceEqual(report.Issues), "a document gets the same report twice", $"{report}\n{again}");

        // The other way round, more reads than is valid: docs/validating.md has the list.
        Keep(!report.IsValid || GradeEventSerializer.TryDeserialize(input, out _, out _), "what is valid reads");
        KeepSound(report, input);

        var strict = s_strict.Validate(input);
        Keep(strict.IsValid == (report.Issues.Count == 0), "with Strict, what has a warning is not valid", $"{report}\n{strict}");
        KeepSound(strict, input);

        var ignoring = s_ignoring.Validate(input);
        Keep(!report.IsValid || ignoring.IsValid, "with IgnoreUnknownEvents, what is valid stays so", $"{report}\n{ignoring}");
        Keep(!ignoring.IsIgnored || ignoring is { IsValid: true, Kind: PayloadKind.Unknown, Issues.Count: 0 }, "what is ignored is valid, unknown and without issues", ignoring);
        KeepSound(ignoring, input);
    }

    private static void KeepSound(ValidationReport report, byte[] input)
    {
        Keep(report.IsValid == report.Issues.All(static issue => issue.Severity != ValidationSeverity.Error), "a report is valid when it has no error", report);
        var (line, column) = (1, 1);
        foreach (var issue in report.Issues)
        {
            Keep(s_codes.Contains(issue.Code), "the code of an issue is one of IssueCodes", issue);
            Keep(issue.Path.Length == 0 || issue.Path[0] == '/', "the path of an issue is a JSON Pointer", issue);
            KeepPlace(input, issue.Line, issue.Column, "the place of an issue is in the document", issue);
            Keep((issue.Line, issue.Column).CompareTo((line, column)) >= 0, "issues are in the order of the document", report);
            (line, column) = (issue.Line, issue.Column);
            KeepPrintable(issue.Message, "the message of an issue");
            KeepPrintable(issue.ToString(), "the line of an issue");
        }
    }
}
