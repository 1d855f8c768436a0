using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Instructure.GradeEvents.SystemTests;

/// <summary>Workers on one queue and one database, which are killed, stopped and cut off.</summary>
internal sealed class QueueTests : IAsyncDisposable
{
    internal const string Growth = "one worker, and two";

    /// <summary>So that what a killed worker had comes again soon.</summary>
    private const string Visibility = "3";

    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(50);

    private PostgresServer? _server;

    internal IEnumerable<(string Name, Func<Load, Task> Test)> All =>
    [
        (Growth, GrowAsync),
        ("three workers, one killed in the middle", KillAsync),
        ("the database away in the middle", OutageAsync),
        ("graceful stop", StopAsync),
    ];

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>The database without the table, as a first worker finds it.</summary>
    private async Task<PostgresServer> EmptyServerAsync()
    {
        _server ??= await PostgresServer.StartAsync();
        await _server.ClearAsync();
        return _server;
    }

    /// <summary>As it comes from Canvas, or by way of a topic of SNS.</summary>
    private static string Message(string json, int number)
        => number % 3 == 0 ? JsonSerializer.Serialize(new { Type = "Notification", MessageId = number.ToString(CultureInfo.InvariantCulture), TopicArn = "arn:aws:sns:us-east-1:000000000000:grades", Message = json }) : json;

    private static string Change(int number) => Message(GradeEventSerializer.Serialize(SampleGradings.Change(number)), number);

    /// <summary>How much two workers do more than one: where the cores of this machine are the limit, and where the way to the queue is.</summary>
    private async Task GrowAsync(Load load)
    {
        var postgres = await EmptyServerAsync();
        foreach (var (latency, receivers) in new[] { (0, 8), (20, 2) })
        {
            var rates = new List<double>();
            for (var count = 1; count <= 2; count++)
            {
                var (rate, cores) = await MeasureAsync(load, postgres, count, latency, receivers);
                rates.Add(rate);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  requests that take {latency} ms more, {receivers} receivers in each of {count}: {rate:0} events a second, {rate / count:0} for each worker; the first took {cores:0.00} of {Environment.ProcessorCount} cores"));
            }

            if (latency > 0)
            {
                Check.That(rates[1] > 1.5 * rates[0], string.Create(CultureInfo.InvariantCulture, $"two do {rates[1] / rates[0]:0.00} times as much as one, where the cores are not the limit"));
            }
        }
    }

    private static async Task<(double Rate, double Cores)> MeasureAsync(Load load, PostgresServer postgres, int count, int latency, int receivers)
    {
        await postgres.ClearAsync();
        await using var queue = await QueueServer.StartAsync(maxReceiveCount: 5, latency);
        string[] arguments = ["--Sqs:Receivers", receivers.ToString(CultureInfo.InvariantCulture)];
        await using var first = await WorkerProcess.StartAsync(queue, postgres.ConnectionString, arguments);
        await using var second = count == 2 ? await WorkerProcess.StartAsync(queue, postgres.ConnectionString, arguments) : null;

        // They are warm before it counts, and hold still while the queue is filled.
        await queue.SendAsync([.. Enumerable.Range(1, load.Events / 5).Select(Change)]);
        await UntilAsync(async () => await queue.CountAsync(queue.QueueUrl) == (0, 0));
        await first.PauseAsync();
        await (second?.PauseAsync() ?? Task.CompletedTask);
        await queue.SendAsync([.. Enumerable.Range(load.Events, load.Events).Select(Change)]);
        var (before, watch) = (first.CoreTime, Stopwatch.StartNew());
        await first.ResumeAsync();
        await (second?.ResumeAsync() ?? Task.CompletedTask);
        await UntilAsync(async () => await queue.CountAsync(queue.QueueUrl) == (0, 0));
        var seconds = watch.Elapsed.TotalSeconds;
        return (load.Events / seconds, (first.CoreTime - before).TotalSeconds / seconds);
    }

    private async Task KillAsync(Load load)
    {
        var postgres = await EmptyServerAsync();
        await using var queue = await QueueServer.StartAsync(maxReceiveCount: 5);
        var poison = Poison(load.Events / 100).ToArray();
        var twice = Enumerable.Range(1, load.Events).Where(static number => number % 10 == 0);
        var bodies = Enumerable.Range(1, load.Events).Concat(twice).Select(Change).Concat(poison).ToArray();
        new Random(22).Shuffle(bodies);
        await queue.SendAsync(bodies);

        // All at once, so that each of them wants to make the table.
        var watch = Stopwatch.StartNew();
        var workers = Enumerable.Range(0, 3).Select(_ => WorkerProcess.Launch(queue, postgres.ConnectionString, "--Sqs:VisibilitySeconds", Visibility)).ToArray();
        try
        {
            await UntilAsync(async () => await TryCountAsync(postgres) > load.Events / 3);
            var inWork = (await queue.CountAsync(queue.QueueUrl)).InWork;
            await workers[0].KillAsync();
            Console.WriteLine($"  one was killed when {await postgres.CountAsync()} of {load.Events} gradings were stored, and {inWork} messages in work");
            await UntilAsync(async () => await queue.CountAsync(queue.QueueUrl) == (0, 0));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {bodies.Length} messages in {watch.Elapsed.TotalSeconds:0.0} s, from the start of the processes on, {Visibility} s of visibility included"));
            await CheckStoredAsync(postgres, load);
            var dead = await queue.TakeDeadLettersAsync();
            Check.That(dead.Order(StringComparer.Ordinal).SequenceEqual(poison.Order(StringComparer.Ordinal)), $"the queue is empty, and in the dead-letter queue are the {poison.Length} messages that can't be stored, and no other");
            var log = workers[1].Output + workers[2].Output;
            Check.That(log.Contains("is invalid, and is left to the dead-letter rule of the queue: ", StringComparison.Ordinal) && log.Contains("error required /body/submission_id", StringComparison.Ordinal) && log.Contains("can't be stored, and is left", StringComparison.Ordinal), "the log says what is wrong with them");
        }
        finally
        {
            foreach (var worker in workers)
            {
                await worker.DisposeAsync();
            }
        }
    }

    private async Task OutageAsync(Load load)
    {
        var postgres = await EmptyServerAsync();
        await using var queue = await QueueServer.StartAsync(maxReceiveCount: 1);
        await queue.SendAsync([.. Enumerable.Range(1, load.Events).Select(Change)]);
        await using var first = await WorkerProcess.StartAsync(queue, postgres.ConnectionString, "--Sqs:VisibilitySeconds", Visibility);
        await using var second = await WorkerProcess.StartAsync(queue, postgres.ConnectionString, "--Sqs:VisibilitySeconds", Visibility);
        await UntilAsync(async () => await postgres.CountAsync() > load.Events / 4);

        await postgres.StopAsync();
        await Task.Delay(load.Outage);
        var (waiting, inWork) = await queue.CountAsync(queue.QueueUrl);
        Console.WriteLine($"  after {load.Outage.TotalSeconds:0} s without a database {inWork} messages are kept in hand, and {waiting} wait");
        Check.That(inWork is > 0 and <= 160, "each worker keeps no more than its eight batches of ten, and asks for no others");
        await postgres.StartAgainAsync();

        await UntilAsync(async () => await queue.CountAsync(queue.QueueUrl) == (0, 0));
        await CheckStoredAsync(postgres, load);
        Check.That(await queue.CountAsync(queue.DeadLetterUrl) == (0, 0), "no message is a dead letter, although a second receipt would have made it one");
    }

    private async Task StopAsync(Load load)
    {
        var postgres = await EmptyServerAsync();
        await using var queue = await QueueServer.StartAsync(maxReceiveCount: 5);
        await queue.SendAsync([.. Enumerable.Range(1, load.Events).Select(Change)]);
        await using (var worker = await WorkerProcess.StartAsync(queue, postgres.ConnectionString, "--Sqs:VisibilitySeconds", "600"))
        {
            await UntilAsync(async () => await postgres.CountAsync() > load.Events / 10);
            var (exitCode, time) = await worker.StopAsync();
            var (waiting, inWork) = await queue.CountAsync(queue.QueueUrl);
            Check.That(exitCode == 0 && inWork == 0 && waiting > 0, string.Create(CultureInfo.InvariantCulture, $"stopped while it worked: it ended in {time.TotalSeconds:0.0} s with {exitCode}, and no message is in work ({waiting} wait)"));
            Check.That(await postgres.CountAsync() + waiting == load.Events, "what doesn't wait is stored");
        }

        await using (var worker = await WorkerProcess.StartAsync(queue, postgres.ConnectionString, "--Sqs:VisibilitySeconds", "600"))
        {
            var before = await postgres.CountAsync();
            await UntilAsync(async () => await postgres.CountAsync() > before);
            await postgres.StopAsync();
            await UntilAsync(() => Task.FromResult(worker.Output.Contains("The database failed.", StringComparison.Ordinal)));
            var (exitCode, time) = await worker.StopAsync();
            var (waiting, inWork) = await queue.CountAsync(queue.QueueUrl);
            await postgres.StartAgainAsync();
            Check.That(exitCode == 0 && inWork == 0 && waiting > 0, string.Create(CultureInfo.InvariantCulture, $"stopped while the database was away: it ended in {time.TotalSeconds:0.0} s with {exitCode}, and no message is in work ({waiting} wait)"));
            Check.That(await postgres.CountAsync() + waiting >= load.Events, "what doesn't wait is stored");
        }

        await using (var worker = await WorkerProcess.StartAsync(queue, postgres.ConnectionString, "--Sqs:VisibilitySeconds", "600", "--Sqs:WaitSeconds", "3"))
        {
            await UntilAsync(async () => await queue.CountAsync(queue.QueueUrl) == (0, 0));
            var stopping = worker.StopAsync();
            await queue.SendAsync([Change(load.Events + 1)]); // into a request that waits
            var (exitCode, time) = await stopping;
            var (waiting, inWork) = await queue.CountAsync(queue.QueueUrl);
            Check.That(exitCode == 0 && inWork == 0, string.Create(CultureInfo.InvariantCulture, $"stopped while it waited: it ended in {time.TotalSeconds:0.0} s with {exitCode}, and no message is in work ({waiting} wait)"));
            Check.That(await postgres.CountAsync() + waiting == load.Events + 1, "what came while it stopped is stored, or waits");
        }
    }

    /// <summary>Messages that can never be stored, of each kind.</summary>
    private static IEnumerable<string> Poison(int count)
        => Enumerable.Range(1_000_000, Math.Max(count, 4)).Select(static number => Message(
            (number % 4) switch
            {
                0 => "no JSON " + number.ToString(CultureInfo.InvariantCulture),
                1 => GradeEventSerializer.Serialize(SampleGradings.Change(number)).Replace("\"submission_id\"", "\"submission\"", StringComparison.Ordinal),
                2 => GradeEventSerializer.Serialize(SampleGradings.Change(number) with { Body = SampleGradings.Change(number).Body with { AssignmentName = "\0" } }),
                _ => $"[{number},{{}}]",
            },
            number / 4));

    private static async Task CheckStoredAsync(PostgresServer postgres, Load load)
    {
        var stored = await postgres.StoredScoresAsync();
        var isRight = stored.Count == load.Events && Enumerable.Range(1, load.Events).All(number => stored.GetValueOrDefault(SampleGradings.Change(number).DeduplicationKey) == SampleGradings.ScoreText(number));
        Check.That(isRight, $"each of the {load.Events} gradings is stored, once, with all digits of its score ({stored.Count} are there)");
    }

    /// <summary>The table may not be there yet.</summary>
    private static async Task<long> TryCountAsync(PostgresServer postgres)
    {
        try
        {
            return await postgres.CountAsync();
        }
        catch (Npgsql.PostgresException error) when (error.SqlState == Npgsql.PostgresErrorCodes.UndefinedTable)
        {
            return 0;
        }
    }

    private static async Task UntilAsync(Func<Task<bool>> isTrue)
    {
        var watch = Stopwatch.StartNew();
        while (!await isTrue())
        {
            if (watch.Elapsed > s_patience)
            {
                throw new TimeoutException("What was waited for did not happen.");
            }

            await Task.Delay(s_pause);
        }
    }
}
