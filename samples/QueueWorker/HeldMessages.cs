using Microsoft.Extensions.Logging;

namespace QueueWorker;

/// <summary>The messages that a worker has in hand: they stay hidden from others, until they are deleted or given back, or the process is killed.</summary>
internal sealed class HeldMessages : IAsyncDisposable
{
    private readonly IMessageQueue _queue;
    private readonly ILogger _logger;
    private readonly HashSet<QueueMessage> _held;
    private readonly PeriodicTimer _timer;
    private readonly Task _extending;

    /// <summary>One request at a time: hiding a message longer must not come after it was given back.</summary>
    private readonly SemaphoreSlim _gate = new(1);

    /// <param name="queue">Where the messages are from.</param>
    /// <param name="messages">Ten at most.</param>
    /// <param name="visibility">For how long they are hidden now.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">The log.</param>
    internal HeldMessages(IMessageQueue queue, IEnumerable<QueueMessage> messages, TimeSpan visibility, TimeProvider time, ILogger logger)
    {
        _queue = queue;
        _logger = logger;
        _held = new(messages, ReferenceEqualityComparer.Instance);
        _timer = new(visibility / 3, time); // two may fail
        _extending = ExtendAsync(visibility);
    }

    /// <summary>Those that were neither deleted nor given back.</summary>
    internal IReadOnlyCollection<QueueMessage> Rest => [.. _held];

    internal Task DeleteAsync(IReadOnlyCollection<QueueMessage> messages) => LetGoAsync(messages, "deleted", () => _queue.DeleteAsync(messages));

    /// <summary>Gives messages back to the queue, which delivers them again after a time.</summary>
    internal Task ReleaseAsync(IReadOnlyCollection<QueueMessage> messages, TimeSpan time) => LetGoAsync(messages, "given back", () => _queue.HideAsync(messages, time));

    public async ValueTask DisposeAsync()
    {
        _timer.Dispose();
        await _extending;
        _gate.Dispose();
    }

    private async Task ExtendAsync(TimeSpan visibility)
    {
        while (await _timer.WaitForNextTickAsync())
        {
            await RequestAsync(_held, "hidden longer", () => _held.Count == 0 ? Task.CompletedTask : _queue.HideAsync(_held, visibility));
        }
    }

    private async Task LetGoAsync(IReadOnlyCollection<QueueMessage> messages, string what, Func<Task> request)
    {
        if (messages.Count > 0)
        {
            await RequestAsync(messages, what, () =>
            {
                _held.ExceptWith(messages);
                return request();
            });
        }
    }

    private async Task RequestAsync(IReadOnlyCollection<QueueMessage> messages, string what, Func<Task> request)
    {
        await _gate.WaitAsync();
        try
        {
            await request();
        }
        catch (Exception error)
        {
            // Nothing is lost: what is stored already is stored once, however often it is delivered.
            Log.QueueFailed(_logger, messages.Count, what, error);
        }
        finally
        {
            _gate.Release();
        }
    }
}
