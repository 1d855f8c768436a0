using System.Text;
using System.Text.Json;
using Instructure.GradeEvents.Tests.Support;
using QueueWorker;
using static Instructure.GradeEvents.Samples.Tests.Support.Messages;

namespace Instructure.GradeEvents.Samples.Tests;

public class MessageContentTests
{
    [Fact]
    public void A_grading_of_each_format()
    {
        var canvas = ContentOf(Change(7));
        var caliper = ContentOf(Repository.SampleText("caliper-letter-grade.json"));

        canvas.IsValid.Should().BeTrue();
        canvas.Key.Should().Be(canvas.Gradings.Should().ContainSingle().Which.DeduplicationKey);
        canvas.Gradings[0].Should().Match<Grading>(static grading => grading.Submission == Submission(7) && grading.Format == "canvas");
        caliper.Gradings.Should().ContainSingle().Which.Format.Should().Be("caliper");
    }

    [Fact]
    public void Events_without_a_grading_are_in_order()
    {
        foreach (var json in new[] { """{"metadata":{"event_name":"quiz_submitted"},"body":{}}""", Repository.SampleText("grade-override-set.json") })
        {
            ContentOf(json).Should().Match<MessageContent>(static content => content.IsValid && content.Gradings.Count == 0);
        }
    }

    [Fact]
    public void Of_several_events_the_valid_ones_are_stored_although_the_message_fails()
    {
        var content = ContentOf($"[{Change(1)},{Invalid(2)},{Change(3)}]");

        content.Gradings.Select(static grading => grading.Submission).Should().Equal(Submission(1), Submission(3));
        content.Issues.Should().ContainSingle().Which.Should().StartWith("in /1: ").And.Contain(" error required /body/submission_id");
    }

    [Fact]
    public void The_key_is_that_of_the_event_that_is_wrong()
    {
        var wrong = Change(2).Replace("\"workflow_state\": \"graded\"", "\"workflow_state\": 5", StringComparison.Ordinal).Replace("2026-", "2026-13-", StringComparison.Ordinal);
        ContentOf($"[{Change(1)},{wrong}]").Key.Should().BeNull("it can't be read");

        // It reads, and is not valid: an id as a number.
        wrong = Change(2).Replace($"\"{Submission(2)}\"", Submission(2), StringComparison.Ordinal);
        var content = ContentOf($"[{Change(1)},{wrong}]");
        content.IsValid.Should().BeFalse();
        content.Key.Should().Be(GradeEventSerializer.Deserialize(wrong).DeduplicationKey);
    }

    [Fact]
    public void What_can_not_be_decoded_is_an_issue()
        => ContentOf("""{"kinesis":{"sequenceNumber":"1","data":"?"},"eventSource":"aws:kinesis"}""").Issues.Should().Equal("in /kinesis/data: $.kinesis.data: expected text in base64, found other text.");

    [Fact]
    public void No_more_than_ten_issues_are_told()
        => ContentOf("[" + string.Join(',', Enumerable.Range(1, 50).Select(Invalid)) + "]").Issues.Should().HaveCount(10);

    [Fact]
    public void A_zero_in_a_text_is_valid_and_left_to_the_database()
        => ContentOf(Change(1).Replace("\"assignment_name\": \"", "\"assignment_name\": \"\\u0000", StringComparison.Ordinal)).Gradings.Should().ContainSingle().Which.AssignmentName.Should().StartWith("\0");

    private static MessageContent ContentOf(string json)
    {
        using var document = JsonDocument.Parse(json); // it is well formed
        return MessageContent.Of(GradeEventUnwrapper.Unwrap(Encoding.UTF8.GetBytes(json)));
    }
}
