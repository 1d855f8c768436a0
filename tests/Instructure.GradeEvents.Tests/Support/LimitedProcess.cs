using System.ComponentModel;
using System.Diagnostics;

namespace Instructure.GradeEvents.Tests.Support;

/// <summary>
/// A process that is killed, with all that it started, when its time is up: whoever reads from it then comes to an end,
/// and <see cref="FinishAsync"/> says what happened. So no test waits for ever.
/// </summary>
internal sealed class LimitedProcess : IDisposable
{
    private readonly Process _process;
    private readonly string _command;
    private readonly TimeSpan _limit;
    private readonly Timer _timer;
    private volatile bool _isKilled;

    private LimitedProcess(ProcessStartInfo start, TimeSpan limit)
    {
        _command = string.Join(' ', start.ArgumentList.Prepend(start.FileName));
        _limit = limit;
        _process = Process.Start(start)!;
        _timer = new(_ => Kill(), state: null, limit, Timeout.InfiniteTimeSpan);
    }

    public int Id => _process.Id;

    public StreamReader Output => _process.StandardOutput;

    /// <summary>Starts a process.</summary>
    /// <param name="start">What is started. Its standard output is redirected; the others may be.</param>
    /// <param name="limit">How long it may take on a machine that has much else to do; two minutes, if it is null.</param>
    public static LimitedProcess Start(ProcessStartInfo start, TimeSpan? limit = null) => new(start, limit ?? TimeSpan.FromMinutes(2));

    /// <summary>Gives the process some input, as much of it as it reads.</summary>
    public async Task WriteAsync(byte[] input)
    {
        try
        {
            await _process.StandardInput.BaseStream.WriteAsync(input);
            await _process.StandardInput.BaseStream.FlushAsync();
        }
        catch (IOException)
        {
            // It has ended before it had read all.
        }
    }

    /// <summary>Tells the process that there is no more input.</summary>
    public void CloseInput()
    {
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended before.
        }
    }

    /// <summary>Waits for the end.</summary>
    /// <returns>The exit status, and what was written; of standard output, what nobody has read before.</returns>
    /// <exception cref="TimeoutException">The time was up.</exception>
    public async Task<(int Status, string Output, string Error)> FinishAsync()
    {
        var error = _process.StartInfo.RedirectStandardError ? _process.StandardError.ReadToEndAsync() : Task.FromResult(string.Empty);
        var output = await _process.StandardOutput.ReadToEndAsync();
        await _process.WaitForExitAsync();
        return _isKilled
            ? throw new TimeoutException($"{_command}: killed, as it had not ended after {_limit.TotalSeconds} s. It wrote \"{output}\" and \"{await error}\".")
            : (_process.ExitCode, output, await error);
    }

    /// <summary>Stops the process, if it still runs: a test that has failed leaves none behind.</summary>
    public void Dispose()
    {
        _timer.Dispose();
        Kill();
        _process.Dispose();
    }

    private void Kill()
    {
        try
        {
            if (!_process.HasExited)
            {
                _isKilled = true;
                _process.Kill(entireProcessTree: true);
            }
        }
        catch (Exception error) when (error is InvalidOperationException or Win32Exception)
        {
            // It has just ended by itself.
        }
    }
}
