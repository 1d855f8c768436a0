using System.Buffers.Binary;
using System.Diagnostics;
using System.Security.Cryptography;

namespace Instructure.GradeEvents.Fuzzing;

/// <summary>Runs the targets one after the other.</summary>
/// <param name="folder">Where findings are written.</param>
/// <param name="seed">What all that is random comes from.</param>
internal sealed class Session(string folder, int seed) : IDisposable
{
    private const int MostBytes = 64 * 1024;
    private const int MostBytesAtFirst = 8 * 1024;

    /// <summary>An input that takes longer is a finding. It is time of the processor: the machine may be busy with something else.</summary>
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(2);

    private readonly Findings _findings = new(folder);

    /// <summary>Fuzzes, or runs inputs that were found.</summary>
    /// <param name="name">The target, or "all".</param>
    /// <param name="time">How long, for all targets together.</param>
    /// <param name="replayed">The files with inputs; none to fuzz.</param>
    /// <returns>The exit status: 1 when there was a finding.</returns>
    public int Run(string name, TimeSpan time, string[] replayed)
    {
        ITarget[] targets = [.. new ITarget[] { new ReadTarget(), new ValidateTarget(), new ArchiveTarget(), new UnwrapTarget() }.Where(target => name == "all" || name == target.Name)];
        if (replayed.Length > 0)
        {
            foreach (var file in replayed)
            {
                Console.WriteLine($"{file}: {Try(targets[0], File.ReadAllBytes(file))?.ToString() ?? "nothing is wrong"}");
            }
        }
        else
        {
            Console.WriteLine($"The seed is {seed}.");
            var inputs = Seeds.All().ToList();
            foreach (var target in targets)
            {
                inputs = Fuzz(target, inputs, time / targets.Length);
            }
        }

        return _findings.Count == 0 ? 0 : 1;
    }

    public void Dispose() => _findings.Dispose();

    private static void Execute(ITarget target, byte[] input)
    {
        var random = new Random(BinaryPrimitives.ReadInt32LittleEndian(SHA256.HashData(input)));
        target.Run(input, random);
    }

    /// <summary>Fuzzes a target.</summary>
    /// <returns>The inputs that reached something new, with which another target can begin.</returns>
    private List<byte[]> Fuzz(ITarget target, List<byte[]> inputs, TimeSpan time)
    {
        var random = new Random(seed);
        var mutator = new Mutator(random, inputs);
        var coverage = new Coverage();
        var corpus = new Corpus();
        var watch = Stopwatch.StartNew();
        var (executions, report) = (0L, TimeSpan.FromMinutes(1));
        foreach (var input in inputs)
        {
            RunOne(input);
        }

        if (corpus.Inputs.Count == 0)
        {
            throw new InvalidOperationException("No branch was counted: the assemblies that run are not the instrumented ones.");
        }

        Console.WriteLine($"{target.Name}: begins with {corpus.Inputs.Count} of {inputs.Count} inputs, which reach {coverage.Edges} edges");
        while (watch.Elapsed < time)
        {
            // Small inputs take less time; large ones are let in now and then, since some faults need them.
            var most = random.Next(20) == 0 ? MostBytes : MostBytesAtFirst;
            RunOne(mutator.Mutate(corpus.Choose(random), corpus.Choose(random), most));
            if (watch.Elapsed > report)
            {
                Report();
                report += TimeSpan.FromMinutes(1);
            }
        }

        Report();
        return [.. corpus.Inputs];

        void RunOne(byte[] input)
        {
            executions++;
            Coverage.Clear();
            if (Try(target, input) is null && coverage.IsNew())
            {
                corpus.Add(input);
            }
        }

        void Report() => Console.WriteLine(FormattableString.Invariant(
            $"{target.Name}: {watch.Elapsed:hh\\:mm\\:ss}, {executions} executions ({executions / watch.Elapsed.TotalSeconds:F0} a second), {corpus.Inputs.Count} inputs, {coverage.Edges} edges, {_findings.Count} findings"));
    }

    /// <summary>Runs an input, and notes what is wrong.</summary>
    private Exception? Try(ITarget target, byte[] input)
    {
        _findings.Begin(target, input);
        try
        {
            var start = Environment.CpuUsage.TotalTime;
            Execute(target, input);
            Promises.Keep(Environment.CpuUsage.TotalTime - start <= s_longest, "an input takes no longer than two seconds");
            return null;
        }
        catch (Exception exception)
        {
            _findings.Add(target, input, exception);
            return exception;
        }
        finally
        {
            _findings.End();
        }
    }
}
