using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Instructure.GradeEvents.SystemTests;

/// <summary>The sample WebhookReceiver as a process, with a database of its own.</summary>
internal sealed class ReceiverProcess : IAsyncDisposable
{
    private static readonly TimeSpan s_startTimeout = TimeSpan.FromSeconds(60);

    private readonly Lock _refresh = new();
    private readonly string _folder;
    private readonly string[] _arguments;
    private Process? _process;

    private ReceiverProcess(string folder, string[] arguments) => (_folder, _arguments) = (folder, arguments);

    internal Uri Address { get; private set; } = null!;

    internal Uri Events => new(Address, "/canvas/events");

    internal string ConnectionString => $"Data Source={Path.Combine(_folder, "grades.db")}";

    /// <summary>How much memory it has, in MB.</summary>
    internal long Megabytes
    {
        get
        {
            lock (_refresh)
            {
                _process!.Refresh();
                return _process.WorkingSet64 / 1_000_000;
            }
        }
    }

    /// <summary>How long it has worked, on all cores.</summary>
    internal TimeSpan CoreTime
    {
        get
        {
            _process!.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    internal static async Task<ReceiverProcess> StartAsync(params string[] arguments)
    {
        var receiver = new ReceiverProcess(Directory.CreateTempSubdirectory("grade-events-system").FullName, arguments);
        await receiver.RestartAsync();
        return receiver;
    }

    internal async Task RestartAsync()
    {
        Address = new($"http://127.0.0.1:{FreePort.Find()}");
        string[] all = [SampleProgram.PathOf("WebhookReceiver"), "--urls", Address.ToString(), "--ConnectionStrings:Grades", ConnectionString, "--Logging:LogLevel:Default", "Error", "--Logging:LogLevel:Microsoft.Hosting.Lifetime", "Information", .. _arguments];
        _process = Process.Start(new ProcessStartInfo("dotnet", all) { UseShellExecute = false, WorkingDirectory = _folder, RedirectStandardOutput = true })!;
        var listens = new TaskCompletionSource();
        _process.OutputDataReceived += (_, output) =>
        {
            if (output.Data is null)
            {
                listens.TrySetException(new InvalidOperationException("The receiver has ended."));
            }
            else if (output.Data.Contains("Now listening on", StringComparison.Ordinal))
            {
                listens.TrySetResult();
            }
        };
        _process.BeginOutputReadLine();
        await listens.Task.WaitAsync(s_startTimeout);
    }

    /// <summary>Ends it in the middle of whatever it does.</summary>
    internal async Task KillAsync()
    {
        _process!.Kill(); // SIGKILL
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    internal Dictionary<string, string?> StoredScores()
    {
        using var connection = new SqliteConnection(ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT deduplication_key, score FROM gradings";
        using var reader = command.ExecuteReader();
        var stored = new Dictionary<string, string?>(StringComparer.Ordinal);
        while (reader.Read())
        {
            stored.Add(reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetString(1));
        }

        return stored;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await KillAsync();
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
