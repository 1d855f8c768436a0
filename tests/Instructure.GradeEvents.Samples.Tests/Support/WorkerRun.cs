using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using QueueWorker;

namespace Instructure.GradeEvents.Samples.Tests.Support;

/// <summary>A worker with one receiver, on a queue, a database and a clock that a test moves.</summary>
internal sealed class WorkerRun : ILogger<Worker>, IAsyncDisposable
{
    private readonly Worker _worker;
    private Task? _stopping;

    private WorkerRun(FakeStore store)
    {
        Store = store;
        var options = new WorkerOptions { QueueUrl = new("http://127.0.0.1/grades"), Receivers = 1, VisibilitySeconds = 30 };
        _worker = new(Queue, store, options, Time, this);
    }

    internal FakeQueue Queue { get; } = new();

    internal FakeStore Store { get; }

    internal FakeTimeProvider Time { get; } = new();

    internal ConcurrentQueue<(LogLevel Level, string Text)> Log { get; } = new();

    internal static async Task<WorkerRun> StartAsync(FakeStore? store = null, Action<FakeQueue>? prepare = null)
    {
        var run = new WorkerRun(store ?? new());
        prepare?.Invoke(run.Queue);
        await run._worker.StartAsync(CancellationToken.None);
        (await run.Store.NextAttemptAsync()).Should().Be(0, "it makes the table first");
        return run;
    }

    /// <summary>Tells it to stop. A request that waits goes on until something is delivered.</summary>
    internal Task StopAsync() => _stopping ??= _worker.StopAsync(CancellationToken.None);

    /// <summary>Moves the clock until something is done: whoever waits may begin only now.</summary>
    internal async Task<T> AdvanceUntilAsync<T>(Task<T> done)
    {
        while (!done.IsCompleted)
        {
            Time.Advance(TimeSpan.FromMilliseconds(10));
            await Task.Yield();
        }

        return await done;
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        => Log.Enqueue((logLevel, formatter(state, exception)));

    public async ValueTask DisposeAsync()
    {
        var stopping = StopAsync();
        Queue.Deliver();
        await stopping.WaitAsync(Patience.Time);
        _worker.Dispose();
    }
}
