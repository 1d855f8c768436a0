using System.Text;
using Instructure.GradeEvents;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace QueueWorker;

/// <summary>Receives messages, stores their gradings, and only then deletes them.</summary>
/// <remarks>
/// <para>What can never be stored is logged and given back at once, so that the dead-letter rule of the queue takes it after as many times as it says. When
/// the database fails, the messages stay in hand, hidden from others, and are tried again for as long as it takes; meanwhile no further ones are
/// received. So it is not an outage that makes a message a dead letter.</para>
/// <para>When the worker is stopped, it finishes what it has, or gives it back.</para>
/// </remarks>
internal sealed class Worker(IMessageQueue queue, IGradingStore store, WorkerOptions options, TimeProvider time, ILogger<Worker> logger) : BackgroundService
{
    /// <summary>How often a message that can't be stored is given back at once. A queue without a dead-letter rule would otherwise deliver nothing else.</summary>
    private const int QuickReturns = 10;

    /// <summary>In the log, of an event that can not be read.</summary>
    private const string NoKey = "none";

    private static readonly TimeSpan s_slowReturn = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_firstDelay = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan s_longestDelay = TimeSpan.FromSeconds(5);

    /// <summary>How long a statement may go on after the worker was told to stop.</summary>
    private static readonly TimeSpan s_lastStatement = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _statements = new();
    private long _stored;
    private long _left;
    private long _released;

    public override void Dispose()
    {
        _statements.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var stopping = stoppingToken.Register(() => _statements.CancelAfter(s_lastStatement));
        try
        {
            await UntilStoredAsync(store.CreateAsync, count: 0, static _ => true, stoppingToken);
            Log.Started(logger, options.QueueUrl!, options.Receivers);
            await Task.WhenAll(Enumerable.Range(0, options.Receivers).Select(_ => Task.Run(() => ReceiveAsync(stoppingToken), CancellationToken.None)));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // It was stopped before the table was there.
        }

        Log.Stopped(logger, _stored, _left, _released);
    }

    private async Task ReceiveAsync(CancellationToken stoppingToken)
    {
        var delay = s_firstDelay;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var messages = await queue.ReceiveAsync();
                delay = s_firstDelay;
                if (messages.Count > 0)
                {
                    await WorkAsync(messages, stoppingToken);
                }
            }
            catch (Exception error)
            {
                Log.ReceiveFailed(logger, delay, error);
                await Task.Delay(delay, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                delay = Longer(delay);
            }
        }
    }

    private async Task WorkAsync(IReadOnlyList<QueueMessage> messages, CancellationToken stoppingToken)
    {
        await using var held = new HeldMessages(queue, messages, options.Visibility, time, logger);
        try
        {
            var all = messages.Select(static message => (Message: message, Content: MessageContent.Of(GradeEventUnwrapper.Unwrap(Encoding.UTF8.GetBytes(message.Body))))).ToArray();
            await StoreAsync(held, all, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            var rest = held.Rest;
            Interlocked.Add(ref _released, rest.Count);
            await held.ReleaseAsync(rest, TimeSpan.Zero);
        }
        catch (Exception error)
        {
            Log.Failed(logger, held.Rest.Count, error);
            await held.ReleaseAsync(held.Rest, s_slowReturn);
        }
    }

    /// <summary>Stores the gradings of messages: all at once, or, if one of them can't be, those of one message after the other.</summary>
    private async Task StoreAsync(HeldMessages held, (QueueMessage Message, MessageContent Content)[] all, CancellationToken stoppingToken)
    {
        try
        {
            var gradings = all.SelectMany(static one => one.Content.Gradings).ToArray();
            await UntilStoredAsync(cancellationToken => store.AddAsync(gradings, cancellationToken), all.Length, static error => !StoreFailure.IsPermanent(error), stoppingToken);
        }
        catch (Exception error) when (StoreFailure.IsPermanent(error))
        {
            if (all.Length == 1)
            {
                Log.NotStorable(logger, all[0].Message.Id, all[0].Content.Key ?? NoKey, all[0].Message.ReceiveCount, error);
                await LeaveAsync(held, [all[0].Message]);
                return;
            }

            foreach (var one in all)
            {
                await StoreAsync(held, [one], stoppingToken);
            }

            return;
        }

        foreach (var (message, content) in all.Where(static one => !one.Content.IsValid))
        {
            Log.Invalid(logger, message.Id, content.Key ?? NoKey, message.ReceiveCount, string.Join("; ", content.Issues));
        }

        var stored = all.Where(static one => one.Content.IsValid).Select(static one => one.Message).ToArray();
        Interlocked.Add(ref _stored, stored.Length);
        await held.DeleteAsync(stored);
        await LeaveAsync(held, [.. all.Where(static one => !one.Content.IsValid).Select(static one => one.Message)]);
    }

    /// <summary>Gives messages back that can't be stored.</summary>
    private async Task LeaveAsync(HeldMessages held, IReadOnlyCollection<QueueMessage> messages)
    {
        Interlocked.Add(ref _left, messages.Count);
        foreach (var again in messages.GroupBy(static message => message.ReceiveCount <= QuickReturns))
        {
            await held.ReleaseAsync([.. again], again.Key ? TimeSpan.Zero : s_slowReturn);
        }
    }

    /// <summary>Does something with the database, again and again, until it succeeds or fails for good.</summary>
    /// <exception cref="OperationCanceledException">The worker is stopped.</exception>
    private async Task UntilStoredAsync(Func<CancellationToken, Task> statement, int count, Func<Exception, bool> passes, CancellationToken stoppingToken)
    {
        for (var delay = s_firstDelay; ; delay = Longer(delay))
        {
            try
            {
                await statement(_statements.Token);
                return;
            }
            catch (Exception error) when (passes(error))
            {
                stoppingToken.ThrowIfCancellationRequested();
                Log.DatabaseFailed(logger, count, delay, error);
                await Task.Delay(delay, time, stoppingToken);
            }
        }
    }

    private static TimeSpan Longer(TimeSpan delay) => delay * 2 < s_longestDelay ? delay * 2 : s_longestDelay;
}
