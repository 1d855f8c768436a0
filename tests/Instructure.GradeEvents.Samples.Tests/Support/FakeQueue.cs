using System.Threading.Channels;
using QueueWorker;

namespace Instructure.GradeEvents.Samples.Tests.Support;

/// <summary>A queue that delivers what a test says, and tells the test what is asked of it.</summary>
internal sealed class FakeQueue : IMessageQueue
{
    private readonly Channel<IReadOnlyList<QueueMessage>> _deliveries = Channel.CreateUnbounded<IReadOnlyList<QueueMessage>>();
    private readonly Channel<string> _requests = Channel.CreateUnbounded<string>();
    private readonly Channel<bool> _polls = Channel.CreateUnbounded<bool>();
    private int _receives;

    /// <summary>How often it was asked for messages.</summary>
    internal int Receives => Volatile.Read(ref _receives);

    /// <summary>What a request fails with.</summary>
    internal Func<string, Exception?> Failure { get; set; } = static _ => null;

    internal void Deliver(params QueueMessage[] messages) => _deliveries.Writer.TryWrite(messages);

    /// <summary>It is asked for messages.</summary>
    internal async Task NextPollAsync() => await _polls.Reader.ReadAsync().AsTask().WaitAsync(Patience.Time);

    /// <summary>The next request, as "delete a b" or "hide a b for 30 s".</summary>
    internal async Task<string> NextRequestAsync() => await _requests.Reader.ReadAsync().AsTask().WaitAsync(Patience.Time);

    /// <summary>The next request that isn't one to hide messages longer: how many there are of those depends on the clock.</summary>
    internal async Task<string> NextChangeAsync()
    {
        string request;
        do
        {
            request = await NextRequestAsync();
        }
        while (request.EndsWith(" for 30 s", StringComparison.Ordinal));

        return request;
    }

    internal bool HasNoRequest => !_requests.Reader.TryPeek(out _);

    public async Task<IReadOnlyList<QueueMessage>> ReceiveAsync()
    {
        Interlocked.Increment(ref _receives);
        _polls.Writer.TryWrite(true);
        Throw("receive");
        return await _deliveries.Reader.ReadAsync();
    }

    public Task DeleteAsync(IReadOnlyCollection<QueueMessage> messages) => Request("delete " + IdsOf(messages));

    public Task HideAsync(IReadOnlyCollection<QueueMessage> messages, TimeSpan time) => Request(FormattableString.Invariant($"hide {IdsOf(messages)} for {time.TotalSeconds} s"));

    private static string IdsOf(IReadOnlyCollection<QueueMessage> messages) => string.Join(' ', messages.Select(static message => message.Id));

    private Task Request(string request)
    {
        _requests.Writer.TryWrite(request);
        Throw(request);
        return Task.CompletedTask;
    }

    private void Throw(string request)
    {
        if (Failure(request) is { } error)
        {
            throw error;
        }
    }
}
