using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Instructure.GradeEvents.SystemTests;

/// <summary>The sample QueueWorker as a process.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private static readonly TimeSpan s_startTimeout = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly TaskCompletionSource _hasStarted = new();

    private WorkerProcess(QueueServer queue, string connectionString, string[] arguments)
    {
        string[] all = [SampleProgram.PathOf("QueueWorker"), "--Sqs:QueueUrl", queue.QueueUrl, "--Sqs:ServiceUrl", queue.Address.ToString(), "--ConnectionStrings:Grades", connectionString, .. arguments];
        _process = new()
        {
            StartInfo = new("dotnet", all) { UseShellExecute = false, RedirectStandardOutput = true, Environment = { ["AWS_ACCESS_KEY_ID"] = "local", ["AWS_SECRET_ACCESS_KEY"] = "local" } },
        };
        _process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null)
            {
                _hasStarted.TrySetException(new InvalidOperationException("The worker has ended: " + Output));
                return;
            }

            _output.Enqueue(line.Data);
            if (line.Data.Contains("Receiving from", StringComparison.Ordinal))
            {
                _hasStarted.TrySetResult();
            }
        };
        _process.Start();
        _process.BeginOutputReadLine();
    }

    /// <summary>What it has printed so far.</summary>
    internal string Output => string.Join('\n', _output);

    /// <summary>How long it has worked, on all cores.</summary>
    internal TimeSpan CoreTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts one that receives before this returns.</summary>
    internal static async Task<WorkerProcess> StartAsync(QueueServer queue, string connectionString, params string[] arguments)
    {
        var worker = Launch(queue, connectionString, arguments);
        await worker._hasStarted.Task.WaitAsync(s_startTimeout);
        return worker;
    }

    /// <summary>Starts one, and doesn't wait for it.</summary>
    internal static WorkerProcess Launch(QueueServer queue, string connectionString, params string[] arguments) => new(queue, connectionString, arguments);

    /// <summary>Ends it in the middle of whatever it does.</summary>
    internal async Task KillAsync()
    {
        _process.Kill(); // SIGKILL
        await _process.WaitForExitAsync();
    }

    /// <summary>Stops it as an administrator, or a system of containers, does.</summary>
    internal async Task<(int ExitCode, TimeSpan Time)> StopAsync()
    {
        var watch = Stopwatch.StartNew();
        await SignalAsync("-TERM");
        await _process.WaitForExitAsync().WaitAsync(s_startTimeout);
        return (_process.ExitCode, watch.Elapsed);
    }

    internal Task PauseAsync() => SignalAsync("-STOP");

    internal Task ResumeAsync() => SignalAsync("-CONT");

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [signal, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }
}
