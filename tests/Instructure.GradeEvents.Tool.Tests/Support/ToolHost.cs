using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;

namespace Instructure.GradeEvents.Tool.Tests.Support;

/// <summary>
/// A process that runs the tool again and again (tests/Instructure.GradeEvents.Tool.Host): with the arguments, the working
/// folder and the standard handles of each run, but without its start. Where the process itself matters, a test starts one of its own.
/// </summary>
internal sealed class ToolHost : IDisposable
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(2);
    private static readonly ConcurrentBag<ToolHost> s_idle = [];

    private readonly Process _process;
    private readonly BinaryWriter _requests;
    private readonly BinaryReader _answers;

    private ToolHost()
    {
        var start = new ProcessStartInfo("dotnet", ["exec", "--runtimeconfig", Path.ChangeExtension(InstalledTool.Assembly, ".runtimeconfig.json"), InstalledTool.Metadata("ToolHost"), InstalledTool.Assembly])
        {
            UseShellExecute = false,
            RedirectStandardInput = true, // at its end the host ends: with this process
            RedirectStandardOutput = true,
        };
        _process = Process.Start(start)!;
        _requests = new(_process.StandardInput.BaseStream, Encoding.UTF8);
        _answers = new(_process.StandardOutput.BaseStream, Encoding.UTF8);
    }

    public static Task<ToolResult> RunAsync(string folder, string[] arguments, byte[]? input, int columns) => Task.Run(() =>
    {
        var host = s_idle.TryTake(out var idle) ? idle : new ToolHost();
        try
        {
            var result = host.Run(folder, arguments, input ?? [], columns);
            s_idle.Add(host);
            return result;
        }
        catch (IOException error)
        {
            host.Dispose();
            throw new InvalidOperationException($"The tool ended its host, or took more than {s_limit}: grade-events {string.Join(' ', arguments)}", error);
        }
    });

    public void Dispose()
    {
        _process.Kill();
        _requests.Dispose();
        _answers.Dispose();
        _process.Dispose();
    }

    private ToolResult Run(string folder, string[] arguments, byte[] input, int columns)
    {
        using var timer = new Timer(_ => _process.Kill(), state: null, s_limit, Timeout.InfiniteTimeSpan);
        _requests.Write(folder);
        _requests.Write(columns.ToString(System.Globalization.CultureInfo.InvariantCulture));
        _requests.Write(arguments.Length);
        Array.ForEach(arguments, _requests.Write);
        _requests.Write(input.Length);
        _requests.Write(input);
        _requests.Flush();
        return new(_answers.ReadInt32(), ReadText(), ReadText());
    }

    private string ReadText() => Encoding.UTF8.GetString(_answers.ReadBytes(_answers.ReadInt32()));
}
