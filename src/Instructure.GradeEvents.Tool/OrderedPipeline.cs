using System.Threading.Channels;

namespace Instructure.GradeEvents.Tool;

/// <summary>Works on many things at once, and hands the results on in the order of the things.</summary>
internal static class OrderedPipeline
{
    /// <summary>Runs the pipeline to the end of the things. As few of them are held as keep all cores busy.</summary>
    /// <param name="things">What there is to work on; taken from here on another thread.</param>
    /// <param name="work">Run on all cores.</param>
    /// <param name="consume">Gets the results, one after the other.</param>
    /// <param name="cancellationToken">Ends it between two things.</param>
    internal static async Task RunAsync<TThing, TResult>(
        IEnumerable<TThing> things,
        Func<TThing, TResult> work,
        Action<TResult> consume,
        CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var results = Channel.CreateBounded<Task<TResult>>(new BoundedChannelOptions(2 * Environment.ProcessorCount) { SingleWriter = true, SingleReader = true });
        var reading = Task.Run(() => ReadAsync(things, work, results.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var result in results.Reader.ReadAllAsync(cancellationToken))
            {
                consume(await result.WaitAsync(cancellationToken));
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
        Func<TThing, TResult> work,
        ChannelWriter<Task<TResult>> results,
        CancellationToken stop)
    {
        try
        {
            foreach (var thing in things)
            {
                await results.WaitToWriteAsync(stop);
                await results.WriteAsync(Task.Run(() => work(thing), stop), stop);
            }

            results.Complete();
        }
        catch (Exception error)
        {
            results.Complete(error);
        }
    }
}
