using System.Threading.Channels;

namespace Instructure.GradeEvents.Tool;

/// <summary>Works on many things at once, and hands the results on in the order of the things.</summary>
internal static class OrderedPipeline
{
    private const int BytesOfUnit = 1024 * 1024;

    /// <summary>As much as the largest payload: two of that size are not worked on at once, as each can take several times its size.</summary>
    private const int UnitsAtOnce = 32;

    /// <summary>From this size on a thing is worked on alone.</summary>
    private const int UnitsOfLarge = 8;

    /// <summary>Runs the pipeline to the end of the things. As few of them are held as keep all cores busy, and large ones one at a time.</summary>
    /// <param name="things">What there is to work on; taken from here on another thread.</param>
    /// <param name="work">Run on all cores.</param>
    /// <param name="consume">Gets the results, one after the other.</param>
    /// <param name="cancellationToken">Ends it between two things.</param>
    /// <param name="weigh">How many bytes a thing has; without it, none are large.</param>
    internal static async Task RunAsync<TThing, TResult>(
        IEnumerable<TThing> things,
        Func<TThing, TResult> work,
        Action<TResult> consume,
        CancellationToken cancellationToken,
        Func<TThing, long>? weigh = null)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var units = new SemaphoreSlim(UnitsAtOnce);
        var results = Channel.CreateBounded<Work<TResult>>(new BoundedChannelOptions(2 * Environment.ProcessorCount) { SingleWriter = true, SingleReader = true });
        var reading = Task.Run(() => ReadAsync(things, weigh, work, units, results.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var next in results.Reader.ReadAllAsync(cancellationToken))
            {
                consume(await next.Result.WaitAsync(cancellationToken));
                _ = next.Units > 0 ? units.Release(next.Units) : 0;
            }

            await reading;
        }
        finally
        {
            // The reader may wait for input that never comes: it is told, but not waited for.
            await stop.CancelAsync();
        }
    }

    private static async Task ReadAsync<TThing, TResult>(
        IEnumerable<TThing> things,
        Func<TThing, long>? weigh,
        Func<TThing, TResult> work,
        SemaphoreSlim units,
        ChannelWriter<Work<TResult>> results,
        CancellationToken stop)
    {
        try
        {
            foreach (var thing in things)
            {
                var needed = (int)Math.Min((weigh?.Invoke(thing) ?? 0) / BytesOfUnit, UnitsAtOnce);
                await TakeAsync(needed);
                await results.WaitToWriteAsync(stop);
                await results.WriteAsync(new(Task.Run(() => work(thing), stop), needed), stop);
                if (needed >= UnitsOfLarge)
                {
                    // The next may be as large. It is not even read before this one is done with.
                    await TakeAsync(UnitsAtOnce);
                    units.Release(UnitsAtOnce);
                }
            }

            results.Complete();
        }
        catch (Exception error)
        {
            results.Complete(error);
        }

        async Task TakeAsync(int count)
        {
            for (var taken = 0; taken < count; taken++)
            {
                await units.WaitAsync(stop);
            }
        }
    }

    /// <summary>A thing that is worked on, and how much of what may be worked on at once it takes.</summary>
    private sealed record Work<TResult>(Task<TResult> Result, int Units);
}
