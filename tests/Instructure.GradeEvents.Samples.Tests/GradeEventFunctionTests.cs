using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Instructure.GradeEvents.Samples.Tests.Support;
using LambdaHandler;
using Microsoft.Extensions.Time.Testing;
using static Instructure.GradeEvents.Samples.Tests.Support.Messages;

namespace Instructure.GradeEvents.Samples.Tests;

public sealed class GradeEventFunctionTests : IDisposable
{
    private readonly FakeStore _store = new();
    private readonly FakeTimeProvider _time = new();
    private readonly StringWriter _log = new();

    public void Dispose() => _log.Dispose();

    [Fact]
    public async Task Exactly_the_messages_that_failed_are_reported()
    {
        _store.Failure = static submissions => submissions.Contains(Submission(4)) ? new DatabaseError("22021") : null;

        var failed = await HandleAsync(
            ("good", Change(1)),
            ("invalid", Invalid(2)),
            ("by way of SNS", InNotification(Change(3))),
            ("not storable", Change(4)),
            ("no JSON", "x"),
            ("invalid by way of SNS", InNotification("[]")),
            ("another event", """{"metadata":{"event_name":"quiz_submitted"},"body":{}}"""),
            ("good again", Change(1)),
            ("several, one invalid", $"[{Change(5)},{Invalid(6)}]"),
            ("several", $"[{Change(7)},{Change(8)}]"));

        failed.Should().Equal("invalid", "not storable", "no JSON", "invalid by way of SNS", "several, one invalid");
        _store.Submissions.Keys.Should().BeEquivalentTo(new[] { 1, 3, 5, 7, 8 }.Select(Submission));
        var log = _log.ToString();
        log.Should().Contain("Message invalid (key none) is invalid: ").And.Contain("error required /body/submission_id");
        log.Should().Contain($"Message not storable (key {GradeEventSerializer.Deserialize(Change(4)).DeduplicationKey}) could not be stored: ");
    }

    [Fact]
    public async Task A_batch_without_a_failure_has_an_empty_list()
    {
        var response = await Function().HandleAsync(Event(("a", Change(1))));

        (await new StreamReader(response).ReadToEndAsync()).Should().Be("""{"batchItemFailures":[]}""");
    }

    [Fact]
    public async Task A_database_that_fails_for_a_moment_is_tried_again()
    {
        var failures = 0;
        _store.Failure = _ => ++failures <= 3 ? new DatabaseError("57P03") : null;

        (await AdvanceUntilAsync(HandleAsync(("a", Change(1)), ("b", Change(2))))).Should().BeEmpty();

        _store.Submissions.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_database_that_stays_away_fails_all_that_is_not_stored()
    {
        _store.Failure = static _ => new DatabaseError(code: null);

        (await AdvanceUntilAsync(HandleAsync(("a", Change(1)), ("b", Change(2)), ("invalid", "x")))).Should().Equal("a", "b", "invalid");

        _log.ToString().Should().Contain("could not be stored now: ");
    }

    [Fact]
    public async Task A_database_that_goes_away_fails_what_is_not_stored_by_then()
    {
        // One after the other, since the first can never be stored; and the third finds nobody there.
        _store.Failure = static submissions => submissions.Contains(Submission(1)) ? new DatabaseError("22021") : submissions.Contains(Submission(3)) ? new DatabaseError(code: null) : null;

        (await AdvanceUntilAsync(HandleAsync(("a", Change(1)), ("b", Change(2)), ("c", Change(3))))).Should().Equal("a", "c");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("")]
    [InlineData("""{"Records":[]}""")]
    [InlineData("""{"Records":[{"body":"x","eventSource":"aws:sqs"}]}""")]
    public async Task What_is_no_event_of_SQS_fails_as_a_whole(string json)
    {
        var handle = () => Function().HandleAsync(new MemoryStream(Encoding.UTF8.GetBytes(json)));

        await handle.Should().ThrowAsync<InvalidDataException>();
    }

    [Fact]
    public void Lambda_finds_the_handler_by_its_name_and_makes_it_without_arguments()
    {
        var type = typeof(GradeEventFunction).Assembly.GetType("LambdaHandler.GradeEventFunction")!;

        type.GetConstructor([]).Should().NotBeNull();
        type.GetMethod("HandleAsync", [typeof(Stream)])!.ReturnType.Should().Be<Task<Stream>>();
        var make = static () => new GradeEventFunction();
        make.Should().Throw<InvalidOperationException>().WithMessage("The environment variable ConnectionStrings__Grades is missing*");
    }

    /// <summary>The event, in the form that AWS documents.</summary>
    private static MemoryStream Event(params (string Id, string Body)[] messages)
    {
        var records = messages.Select(static message => (JsonNode)new JsonObject
        {
            ["messageId"] = message.Id,
            ["receiptHandle"] = "AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a",
            ["body"] = message.Body,
            ["attributes"] = new JsonObject
            {
                ["ApproximateReceiveCount"] = "1",
                ["SentTimestamp"] = "1772460309120",
                ["SenderId"] = "AIDAIENQZJOLO23YVJ4VO",
                ["ApproximateFirstReceiveTimestamp"] = "1772460309124",
            },
            ["messageAttributes"] = new JsonObject(),
            ["md5OfBody"] = "e4e68fb7bd0e697a0ae8f1bb342846b3",
            ["eventSource"] = "aws:sqs",
            ["eventSourceARN"] = "arn:aws:sqs:eu-west-1:123456789012:grades",
            ["awsRegion"] = "eu-west-1",
        });
        return new(Encoding.UTF8.GetBytes(new JsonObject { ["Records"] = new JsonArray([.. records]) }.ToJsonString()));
    }

    private GradeEventFunction Function() => new(_store, _time, TimeSpan.FromSeconds(15), _log);

    private async Task<string[]> HandleAsync(params (string Id, string Body)[] messages)
    {
        using var response = await JsonDocument.ParseAsync(await Function().HandleAsync(Event(messages)));
        return [.. response.RootElement.GetProperty("batchItemFailures").EnumerateArray().Select(static failure => failure.GetProperty("itemIdentifier").GetString()!)];
    }

    private async Task<T> AdvanceUntilAsync<T>(Task<T> done)
    {
        while (!done.IsCompleted)
        {
            _time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }

        return await done;
    }
}
