using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Instructure.GradeEvents.AspNetCore.Tests.Support;
using Instructure.GradeEvents.Caliper;
using Instructure.GradeEvents.Tests.Support;

namespace Instructure.GradeEvents.AspNetCore.Tests;

/// <summary>What is handed to the handlers, over real HTTP.</summary>
public sealed class DeliveryTests : IDisposable
{
    private readonly SigningKey _key = new("2026-11");

    public static TheoryData<string> Samples => Repository.SampleNames();

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task A_signed_event_is_the_same_as_the_event_itself(string sample)
    {
        await using var keys = await KeyServer.StartAsync(_key);
        await using var receiver = await Receiver.StartAsync(options => options.JwksUri = keys.Uri);
        await using var open = await Receiver.StartAsync(static options => options.RequireSignature = false);
        var json = Repository.Sample(sample);
        var token = _key.Sign(json);

        (await receiver.PostAsync(token)).Status.Should().Be(HttpStatusCode.NoContent);
        (await open.PostAsync(json, "application/json")).Status.Should().Be(HttpStatusCode.NoContent);

        var signed = receiver.Recorder.Deliveries.Should().ContainSingle().Subject;
        var plain = open.Recorder.Deliveries.Should().ContainSingle().Subject;
        signed.Event.Should().Be(GradeEventSerializer.Deserialize(json)).And.Be(plain.Event);
        signed.DeduplicationKey.Should().Be(plain.DeduplicationKey).And.Be(GradeEventSerializer.Deserialize(json).DeduplicationKey);
        (signed.IsSigned, plain.IsSigned).Should().Be((true, false));
        signed.Body.ToArray().Should().Equal(token);
        JsonNode.DeepEquals(JsonNode.Parse(signed.Utf8Json.Span), JsonNode.Parse(json)).Should().BeTrue("the registered claims are not of the event");
        plain.Body.ToArray().Should().Equal(json);
        signed.ReceivedAt.Should().Be(SigningKey.Now);
        signed.Report.Issues.Should().BeEquivalentTo(plain.Report.Issues, static options => options.Excluding(issue => issue.Line).Excluding(issue => issue.Column));
        receiver.Recorder.Calls.Should().Equal(open.Recorder.Calls);
        receiver.Recorder.Graded.Should().Equal(SubmissionGraded.From(signed.Event));
    }

    [Theory]
    [InlineData("grade-change-by-teacher.json", "graded")]
    [InlineData("caliper-published-example.json", "graded")]
    [InlineData("course-grade-change-from-job.json", "course")]
    [InlineData("grade-override-set.json", "override")]
    [InlineData("final-grade-custom-status-set.json", "status")]
    [InlineData("submission-created.json", "unknown")]
    public async Task Each_kind_has_its_method_and_every_handler_is_called_in_order(string sample, string method)
    {
        await using var receiver = await Receiver.StartAsync(static options => options.RequireSignature = false);

        await receiver.PostAsync(Repository.Sample(sample));

        receiver.Recorder.Calls.Should().Equal("delivery", method, "second");
    }

    [Fact]
    public async Task An_envelope_of_several_gives_each_event()
    {
        await using var receiver = await Receiver.StartAsync(static options => options.RequireSignature = false);
        var envelope = (CaliperEnvelope)GradeEventSerializer.Deserialize(Repository.Sample("caliper-several-items.json"));

        (await receiver.PostAsync(Repository.Sample("caliper-several-items.json"))).Status.Should().Be(HttpStatusCode.NoContent);

        receiver.Recorder.Calls.Count(static call => call == "graded").Should().Be(envelope.Data.OfType<GradeEvent>().Count());
        receiver.Recorder.Calls.Count(static call => call == "unknown").Should().Be(envelope.Data.OfType<UnknownCaliperEvent>().Count()).And.BePositive();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("application/json")]
    [InlineData("application/jwt")]
    [InlineData("text/plain; charset=utf-8")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task The_content_type_is_not_looked_at(string? contentType)
    {
        await using var receiver = await Receiver.StartAsync(options => options.SigningKeys.Add(_key.Public));

        (await receiver.PostAsync(_key.Sign(Repository.Sample("grade-change-by-teacher.json")), contentType)).Status.Should().Be(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Other_events_can_be_ignored()
    {
        await using var receiver = await Receiver.StartAsync(static options => (options.RequireSignature, options.UnknownEvents) = (false, UnknownEventHandling.Ignore));

        (await receiver.PostAsync(Repository.Sample("submission-created.json"))).Status.Should().Be(HttpStatusCode.NoContent);
        receiver.Recorder.Calls.Should().BeEmpty();
        (await receiver.PostAsync(Repository.Sample("caliper-several-items.json"))).Status.Should().Be(HttpStatusCode.NoContent);
        receiver.Recorder.Calls.Should().Contain("graded").And.NotContain("unknown", "beside a grade event another is passed over");
    }

    [Fact]
    public async Task An_invalid_event_is_answered_with_its_issues_and_handed_to_nobody()
    {
        await using var receiver = await Receiver.StartAsync(static options => options.RequireSignature = false);
        var wrong = Encoding.UTF8.GetBytes(Repository.SampleText("grade-change-by-teacher.json").Replace("\"submission_id\"", "\"submission\"", StringComparison.Ordinal));

        var answer = await receiver.PostAsync(wrong);

        (answer.Status, answer.ContentType).Should().Be((HttpStatusCode.BadRequest, "application/problem+json"));
        var problem = JsonNode.Parse(answer.Body)!;
        problem["status"]!.GetValue<int>().Should().Be(400);
        problem["issues"]!.AsArray().Should().Contain(issue => issue!["code"]!.GetValue<string>() == "required" && issue["path"]!.GetValue<string>() == "/body/submission_id");
        receiver.Recorder.Calls.Should().BeEmpty();
    }

    [Fact]
    public async Task An_invalid_event_can_be_handed_on()
    {
        await using var receiver = await Receiver.StartAsync(static options => (options.RequireSignature, options.InvalidEvents) = (false, InvalidEventHandling.HandOn));

        (await receiver.PostAsync("{}"u8.ToArray())).Status.Should().Be(HttpStatusCode.NoContent);

        receiver.Recorder.Calls.Should().Equal("delivery", "second");
        var delivery = receiver.Recorder.Deliveries.Single();
        (delivery.Event, delivery.DeduplicationKey, delivery.Report.IsValid).Should().Be((null, null, false));
        delivery.Body.ToArray().Should().Equal("{}"u8.ToArray());
    }

    [Fact]
    public async Task A_handler_that_throws_is_500_without_a_word_of_it_and_ends_the_delivery()
    {
        await using var receiver = await Receiver.StartAsync(static options => options.RequireSignature = false);
        receiver.Recorder.Also = static _ => throw new InvalidOperationException("the secret of the handler");

        var answer = await receiver.PostAsync(Repository.Sample("grade-change-by-teacher.json"));

        answer.Status.Should().Be(HttpStatusCode.InternalServerError);
        answer.Body.Should().NotContain("secret");
        receiver.Recorder.Calls.Should().Equal("delivery");
        receiver.Messages.All.Should().Contain(static message => message.Id == 8);

        receiver.Recorder.Also = static _ => Task.CompletedTask;
        (await receiver.PostAsync(Repository.Sample("grade-change-by-teacher.json"))).Status.Should().Be(HttpStatusCode.NoContent, "the service goes on");
        receiver.Recorder.Calls.Should().Equal("delivery", "delivery", "graded", "second");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_handler_that_takes_too_long_is_cancelled_and_the_answer_is_503(bool looksAtToken)
    {
        await using var receiver = await Receiver.StartAsync(static options => options.RequireSignature = false);
        var isCancelled = false;
        var forever = new TaskCompletionSource();
        receiver.Recorder.Also = async token =>
        {
            await using var registration = token.Register(() => isCancelled = true);
            receiver.Time.Advance(TimeSpan.FromSeconds(13));
            token.IsCancellationRequested.Should().BeFalse();
            receiver.Time.Advance(TimeSpan.FromSeconds(1));
            await (looksAtToken ? forever.Task.WaitAsync(token) : forever.Task);
        };

        var answer = await receiver.PostAsync(Repository.Sample("grade-change-by-teacher.json"));

        answer.Status.Should().Be(HttpStatusCode.ServiceUnavailable);
        answer.RetryAfter.Should().BePositive();
        isCancelled.Should().BeTrue();
        forever.SetResult();
    }

    [Fact]
    public async Task The_services_are_checked_when_the_program_starts()
    {
        var start = () => Receiver.StartAsync(static options => (options.JwksUri, options.MaxBodyBytes, options.ClockSkew) = (new("http://keys.example/jwks"), 0, TimeSpan.FromMinutes(-1)));

        (await start.Should().ThrowAsync<Microsoft.Extensions.Options.OptionsValidationException>()).Which.Failures.Should().HaveCount(3);
    }

    public void Dispose() => _key.Dispose();
}
