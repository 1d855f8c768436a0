using System.Collections.Concurrent;
using System.Threading.Channels;
using QueueWorker;

namespace Instructure.GradeEvents.Samples.Tests.Support;

/// <summary>A database that fails as a test says, and tells the test when it is tried. It is that of both samples.</summary>
internal sealed class FakeStore : IGradingStore, LambdaHandler.IGradingStore
{
    private readonly Channel<int> _attempts = Channel.CreateUnbounded<int>();

    /// <summary>What an attempt fails with to store gradings of these submissions; of none, to make the table.</summary>
    internal Func<string?[], Exception?> Failure { get; set; } = static _ => null;

    internal ConcurrentDictionary<string, bool> Submissions { get; } = new(StringComparer.Ordinal);

    /// <summary>How many gradings are tried next.</summary>
    internal async Task<int> NextAttemptAsync() => await _attempts.Reader.ReadAsync().AsTask().WaitAsync(Patience.Time);

    internal bool HasNoAttempt => !_attempts.Reader.TryPeek(out _);

    public Task CreateAsync(CancellationToken cancellationToken) => TryAsync([], cancellationToken);

    public Task AddAsync(IEnumerable<Grading> gradings, CancellationToken cancellationToken) => TryAsync([.. gradings.Select(static grading => grading.Submission)], cancellationToken);

    Task LambdaHandler.IGradingStore.CreateAsync(CancellationToken cancellationToken) => TryAsync([], cancellationToken);

    Task LambdaHandler.IGradingStore.AddAsync(IEnumerable<LambdaHandler.Grading> gradings, CancellationToken cancellationToken) => TryAsync([.. gradings.Select(static grading => grading.Submission)], cancellationToken);

    private Task TryAsync(string?[] submissions, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var error = Failure(submissions);
        foreach (var submission in error is null ? submissions : [])
        {
            Submissions[submission!] = true;
        }

        _attempts.Writer.TryWrite(submissions.Length);
        return error is null ? Task.CompletedTask : Task.FromException(error);
    }
}
