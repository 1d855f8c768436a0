using Instructure.GradeEvents.Samples.Tests.Support;
using Microsoft.Extensions.Logging;
using static Instructure.GradeEvents.Samples.Tests.Support.Messages;

namespace Instructure.GradeEvents.Samples.Tests;

public class WorkerTests
{
    [Fact]
    public async Task What_is_stored_is_deleted_and_nothing_before()
    {
        await using var run = await WorkerRun.StartAsync();
        run.Store.Failure = _ =>
        {
            run.Queue.HasNoRequest.Should().BeTrue("nothing is stored yet");
            return null;
        };

        run.Queue.Deliver(Of("a", Change(1)), Of("b", InNotification(Change(2))), Of("c", """{"metadata":{"event_name":"quiz_submitted"},"body":{}}"""));

        (await run.Queue.NextRequestAsync()).Should().Be("delete a b c");
        (await run.Store.NextAttemptAsync()).Should().Be(2, "the third has no grading");
        run.Store.Submissions.Keys.Should().BeEquivalentTo(Submission(1), Submission(2));
    }

    [Fact]
    public async Task What_is_invalid_is_logged_and_given_back_at_once()
    {
        await using var run = await WorkerRun.StartAsync();

        run.Queue.Deliver(Of("a", Change(1)), Of("b", InNotification(Invalid(2)), receiveCount: 3), Of("c", "no JSON"));

        (await run.Queue.NextRequestAsync()).Should().Be("delete a");
        (await run.Queue.NextRequestAsync()).Should().Be("hide b c for 0 s");
        var log = run.Log.Where(static entry => entry.Level == LogLevel.Error).Select(static entry => entry.Text).ToArray();
        log.Should().HaveCount(2);
        log[0].Should().StartWith("Message b (key none, receipt 3) is invalid, and is left to the dead-letter rule of the queue: in /Message: ").And.Contain("error required /body/submission_id");
        log[1].Should().StartWith("Message c (key none, receipt 1) is invalid").And.Contain("malformed-json");
    }

    [Fact]
    public async Task Without_a_dead_letter_rule_what_is_invalid_takes_only_little_time()
    {
        await using var run = await WorkerRun.StartAsync();

        run.Queue.Deliver(Of("a", "no JSON", receiveCount: 10), Of("b", "no JSON", receiveCount: 11));

        (await run.Queue.NextRequestAsync()).Should().Be("hide a for 0 s");
        (await run.Queue.NextRequestAsync()).Should().Be("hide b for 60 s");
    }

    [Fact]
    public async Task A_message_that_the_database_can_not_hold_does_not_keep_the_others_back()
    {
        await using var run = await WorkerRun.StartAsync();
        run.Store.Failure = static submissions => submissions.Contains(Submission(2)) ? new DatabaseError("22021") : null;

        run.Queue.Deliver(Of("a", Change(1)), Of("b", Change(2)), Of("c", Change(3)));

        (await run.Queue.NextRequestAsync()).Should().Be("delete a");
        (await run.Queue.NextRequestAsync()).Should().Be("hide b for 0 s");
        (await run.Queue.NextRequestAsync()).Should().Be("delete c");
        run.Store.Submissions.Keys.Should().BeEquivalentTo(Submission(1), Submission(3));
        var key = GradeEventSerializer.Deserialize(Change(2)).DeduplicationKey;
        run.Log.Should().ContainSingle(static entry => entry.Level == LogLevel.Error).Which.Text.Should().Be($"Message b (key {key}, receipt 1) can't be stored, and is left to the dead-letter rule of the queue.");
    }

    [Fact]
    public async Task While_the_database_is_away_messages_are_kept_and_no_others_received()
    {
        await using var run = await WorkerRun.StartAsync();
        run.Store.Failure = static _ => new DatabaseError(code: null);
        run.Queue.Deliver(Of("a", Change(1)), Of("b", Invalid(2)));
        run.Queue.Deliver(Of("c", Change(3)));

        for (var attempt = 0; attempt < 20; attempt++)
        {
            (await run.AdvanceUntilAsync(run.Store.NextAttemptAsync())).Should().Be(1);
        }

        // Attempts are five seconds apart by now, and each ten seconds the messages are hidden for thirty more.
        (await run.AdvanceUntilAsync(run.Queue.NextRequestAsync())).Should().Be("hide a b for 30 s");
        (await run.AdvanceUntilAsync(run.Queue.NextRequestAsync())).Should().Be("hide a b for 30 s");
        run.Queue.Receives.Should().Be(1);
        run.Store.Failure = static _ => null;

        (await run.AdvanceUntilAsync(run.Queue.NextChangeAsync())).Should().Be("delete a");
        (await run.Queue.NextChangeAsync()).Should().Be("hide b for 0 s");
        (await run.Queue.NextChangeAsync()).Should().Be("delete c");
    }

    [Fact]
    public async Task Stopped_while_the_database_is_away_it_gives_its_messages_back()
    {
        await using var run = await WorkerRun.StartAsync();
        run.Store.Failure = static _ => new DatabaseError("57P01");
        run.Queue.Deliver(Of("a", Change(1)), Of("b", Change(2)));
        await run.Store.NextAttemptAsync();

        await run.StopAsync().WaitAsync(Patience.Time);

        (await run.Queue.NextRequestAsync()).Should().Be("hide a b for 0 s");
        run.Queue.HasNoRequest.Should().BeTrue();
        run.Queue.Receives.Should().Be(1);
        run.Log.Last().Text.Should().Be("Stopped. 0 messages were stored and deleted, 0 were left to the dead-letter rule, 2 given back.");
    }

    [Fact]
    public async Task Stopped_while_it_waits_for_messages_it_stores_those_that_come()
    {
        await using var run = await WorkerRun.StartAsync();
        await run.Queue.NextPollAsync();

        var stopping = run.StopAsync();
        run.Queue.Deliver(Of("a", Change(1)));
        await stopping.WaitAsync(Patience.Time);

        (await run.Queue.NextRequestAsync()).Should().Be("delete a");
        run.Queue.Receives.Should().Be(1);
    }

    [Fact]
    public async Task Before_the_table_is_there_no_message_is_received()
    {
        FakeQueue? queue = null;
        var receives = new List<int?>();
        var store = new FakeStore();
        store.Failure = submissions =>
        {
            receives.Add(submissions.Length == 0 ? queue!.Receives : null);
            return receives.Count <= 3 ? new DatabaseError("23505") : null;
        };
        await using var run = await WorkerRun.StartAsync(store, one => queue = one);
        run.Queue.Deliver(Of("a", Change(1)));

        (await run.AdvanceUntilAsync(run.Queue.NextChangeAsync())).Should().Be("delete a");

        receives.Should().Equal(0, 0, 0, 0, null);
    }

    [Fact]
    public async Task A_queue_that_fails_is_asked_again()
    {
        var failures = 0;
        await using var run = await WorkerRun.StartAsync(prepare: queue => queue.Failure = request => request == "receive" && ++failures <= 3 ? new HttpRequestException("away") : null);
        run.Queue.Deliver(Of("a", Change(1)));

        (await run.AdvanceUntilAsync(run.Queue.NextChangeAsync())).Should().Be("delete a");

        run.Log.Count(static entry => entry.Text.StartsWith("The queue gave no messages.", StringComparison.Ordinal)).Should().Be(3);
    }

    [Fact]
    public async Task What_can_not_be_deleted_comes_again_and_the_worker_goes_on()
    {
        await using var run = await WorkerRun.StartAsync(prepare: static queue => queue.Failure = static request => request == "delete a" ? new HttpRequestException("away") : null);

        run.Queue.Deliver(Of("a", Change(1)));
        run.Queue.Deliver(Of("b", Change(2)));

        (await run.Queue.NextRequestAsync()).Should().Be("delete a");
        (await run.Queue.NextRequestAsync()).Should().Be("delete b");
        run.Log.Should().ContainSingle(static entry => entry.Level == LogLevel.Warning).Which.Text.Should().Be("1 messages could not be deleted. They come again when they are no longer hidden.");
    }
}
