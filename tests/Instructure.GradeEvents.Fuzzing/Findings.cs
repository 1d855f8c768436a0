using System.Diagnostics;
using System.Globalization;

namespace Instructure.GradeEvents.Fuzzing;

/// <summary>What was found: of each kind the smallest input, in a file, and beside it what is wrong.</summary>
/// <remarks>The input that runs is in the file <c>running.bin</c>: it is still there when the process ended with it.</remarks>
internal sealed class Findings : IDisposable
{
    /// <summary>What takes longer than this is taken not to end.</summary>
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, (int Number, int Length)> _kinds = new(StringComparer.Ordinal);
    private readonly string _folder;
    private readonly Microsoft.Win32.SafeHandles.SafeFileHandle _running;
    private readonly Timer _watchdog;
    private (ITarget Target, byte[] Input, long Since)? _current;

    public Findings(string folder)
    {
        _folder = Directory.CreateDirectory(folder).FullName;
        _running = File.OpenHandle(Path.Combine(_folder, "running.bin"), FileMode.Create, FileAccess.Write);
        _watchdog = new(_ => Watch(), null, s_longest, s_longest / 10);
    }

    /// <summary>How many kinds there are.</summary>
    public int Count => _kinds.Count;

    /// <summary>Notes what runs now.</summary>
    public void Begin(ITarget target, byte[] input)
    {
        RandomAccess.SetLength(_running, input.Length);
        RandomAccess.Write(_running, input, 0);
        lock (_kinds)
        {
            _current = (target, input, Stopwatch.GetTimestamp());
        }
    }

    /// <summary>Notes that it has ended.</summary>
    public void End()
    {
        lock (_kinds)
        {
            _current = null;
        }
    }

    public void Add(ITarget target, byte[] input, Exception exception)
    {
        var kind = target.Name + " " + ((exception as FindingException)?.Promise ?? exception.GetType().Name + FirstFrame(exception));
        var isNew = !_kinds.TryGetValue(kind, out var known);
        if (!isNew && known.Length <= input.Length)
        {
            return;
        }

        _kinds[kind] = isNew ? (_kinds.Count + 1, input.Length) : (known.Number, input.Length);
        var file = Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"{target.Name}-{_kinds[kind].Number}"));
        File.WriteAllBytes(file + ".bin", input);
        File.WriteAllText(file + ".txt", exception + "\n");
        if (isNew)
        {
            Console.WriteLine($"FOUND {file}.bin: {kind}");
        }
    }

    public void Dispose()
    {
        _watchdog.Dispose();
        _running.Dispose();
        File.Delete(Path.Combine(_folder, "running.bin"));
    }

    /// <summary>Where the library threw it; frames of the runtime are the same for many faults.</summary>
    private static string? FirstFrame(Exception exception)
        => exception.StackTrace?.Split('\n').FirstOrDefault(static line => line.Contains("Instructure.", StringComparison.Ordinal))?.TrimEnd();

    /// <summary>No thread can be stopped from outside: the process ends with an input that doesn't.</summary>
    private void Watch()
    {
        lock (_kinds)
        {
            if (_current is var (target, input, since) && Stopwatch.GetElapsedTime(since) > s_longest)
            {
                Add(target, input, new FindingException("an input comes to an end", "it did not within 30 seconds"));
                Environment.Exit(1);
            }
        }
    }
}
