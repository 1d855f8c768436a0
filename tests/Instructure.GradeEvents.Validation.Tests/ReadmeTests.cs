using System.Text;
using Instructure.GradeEvents.Tests.Support;

namespace Instructure.GradeEvents.Validation.Tests;

/// <summary>The snippets of the documentation about validating, compiled and run as they stand there.</summary>
public class ReadmeTests
{
    [Fact]
    public void Validating()
    {
        byte[] utf8Json = Encoding.UTF8.GetBytes(Repository.SampleText("grade-change-compact.json").Replace("\"submission_id\":\"", "\n\n\n     \"submission_id\":\"-5\",\"x\":\"", StringComparison.Ordinal));

        ValidationReport report = GradeEventValidator.Default.Validate(utf8Json);    // or a string, or a stream, which has ValidateAsync too

        foreach (ValidationIssue issue in report.Issues)                             // in the order of the document
        {
            // 4:22 error pattern /body/submission_id: "submission_id" must be a string with a Canvas id (a 64-bit integer in decimal digits), such as "21070000000011086"; found "-5".
            Console.WriteLine(issue);
        }

        if (!report.IsValid)                                                         // there is an error; warnings alone are none
        {
            Console.WriteLine($"{report.Kind} has {report.Issues.Count} issues");
        }
        else
        {
            LiveEvent valid = GradeEventSerializer.Deserialize(utf8Json);
        }

        report.Issues[0].ToString().Should().Be("4:22 error pattern /body/submission_id: \"submission_id\" must be a string with a Canvas id (a 64-bit integer in decimal digits), such as \"21070000000011086\"; found \"-5\".");
        report.IsValid.Should().BeFalse();
    }

    [Fact]
    public void In_a_test()
    {
        var json = Repository.SampleText("grade-change-compact.json");

        GradeEventValidator.Default.Validate(json).ThrowIfInvalid();                 // the exception lists the issues

        var strict = new GradeEventValidator(new() { Strict = true });               // warnings are errors
        strict.Validate(json).ThrowIfInvalid();

        var tolerant = new GradeEventValidator(new()
        {
            IgnoreUnknownEvents = true,                                              // events that are not about grades pass
            IgnoredCodes = [IssueCodes.UnknownProperty],                             // and so does a member that nobody documented
        });
        ValidationReport ignored = tolerant.Validate("""{"metadata":{"event_name":"quiz_submitted"},"body":{}}"""); // ignored.IsIgnored

        // using Instructure.GradeEvents.Validation;
        GradeEventValidator.Default.Validate(json).ThrowIfInvalid(); // the exception lists what is wrong, and where

        ignored.IsIgnored.Should().BeTrue();
        strict.Invoking(static it => it.Validate("{}").ThrowIfInvalid()).Should().Throw<InvalidPayloadException>();
    }
}
