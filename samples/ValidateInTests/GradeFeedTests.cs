using Instructure.GradeEvents.Validation;

namespace ValidateInTests;

/// <summary>How to hold what you send to what Canvas sends.</summary>
public class GradeFeedTests
{
    private static readonly DateTimeOffset s_time = new(2026, 9, 14, 11, 20, 33, TimeSpan.Zero);

    // One line: the exception lists every issue with its place.
    [Theory]
    [InlineData(21_070_000_000_000_987, 8.5)]
    [InlineData(null, null)]
    public void What_we_send_is_valid(long? grader, double? score)
    {
        var json = GradeFeed.GradeChange(21_070_000_000_012_873, 21_070_000_000_000_073, grader, (decimal?)score, 10, s_time);

        GradeEventValidator.Default.Validate(json).ThrowIfInvalid();
    }

    // Strict: members that Canvas doesn't document, unknown terms and ids that contradict each other fail too.
    [Fact]
    public void What_we_send_has_nothing_that_Canvas_does_not_document()
    {
        var strict = new GradeEventValidator(new() { Strict = true });

        strict.Validate(GradeFeed.GradeChange(12_873, 73, null, 8.5m, 10, s_time)).ThrowIfInvalid();
    }

    // Codes and paths are stable: assert on them, not on messages.
    [Fact]
    public void An_id_that_is_no_id_is_found()
    {
        var json = GradeFeed.GradeChange(submissionId: -1, 73, null, 8.5m, 10, s_time);

        var issue = Assert.Single(GradeEventValidator.Default.Validate(json).Issues);

        Assert.Equal(("pattern", "/body/submission_id"), (issue.Code, issue.Path));
    }
}
