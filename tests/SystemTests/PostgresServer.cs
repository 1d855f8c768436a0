using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Instructure.GradeEvents.SystemTests;

/// <summary>A server of PostgreSQL, as Debian has it, with a folder of its own.</summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private const string User = "grades";

    private static readonly TimeSpan s_commandTimeout = TimeSpan.FromMinutes(1);

    private readonly string _folder = Directory.CreateTempSubdirectory("grade-events-postgres").FullName;
    private readonly int _port = FreePort.Find();

    private PostgresServer()
    {
    }

    internal string ConnectionString => string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={_port};Username={User};Database=postgres");

    /// <summary>For each look a new one, since the server comes and goes.</summary>
    private NpgsqlConnection NewConnection() => new(ConnectionString + ";Pooling=false");

    private string Data => Path.Combine(_folder, "data");

    internal static async Task<PostgresServer> StartAsync()
    {
        var server = new PostgresServer();
        if (Environment.IsPrivilegedProcess)
        {
            await server.RunAsync("chown", ["postgres", server._folder]); // it refuses to run as root
        }

        await server.RunToolAsync("initdb", "--pgdata", server.Data, "--username", User, "--auth", "trust", "--encoding", "UTF8", "--no-locale");
        await server.StartAgainAsync();
        return server;
    }

    internal Task StartAgainAsync()
        => RunToolAsync("pg_ctl", "start", "--wait", "--pgdata", Data, "--log", Path.Combine(_folder, "log"), "--options", string.Create(CultureInfo.InvariantCulture, $"-p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=''"));

    /// <summary>Stops it in the middle of whatever it does.</summary>
    internal Task StopAsync() => RunToolAsync("pg_ctl", "stop", "--wait", "--pgdata", Data, "--mode", "immediate");

    /// <summary>The scores that are stored, by their key.</summary>
    internal async Task<Dictionary<string, string?>> StoredScoresAsync()
    {
        await using var connection = NewConnection();
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT deduplication_key, score FROM gradings", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var stored = new Dictionary<string, string?>(StringComparer.Ordinal);
        while (await reader.ReadAsync())
        {
            stored.Add(reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetString(1));
        }

        return stored;
    }

    internal async Task<long> CountAsync()
    {
        await using var connection = NewConnection();
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT count(*) FROM gradings", connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    internal async Task ClearAsync()
    {
        await using var connection = NewConnection();
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("DROP TABLE IF EXISTS gradings", connection);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private Task RunToolAsync(string tool, params string[] arguments)
    {
        // Debian has one folder for each version.
        var path = Directory.GetDirectories("/usr/lib/postgresql").Select(folder => Path.Combine(folder, "bin", tool)).Last(File.Exists);
        return Environment.IsPrivilegedProcess ? RunAsync("runuser", ["-u", "postgres", "--", path, .. arguments]) : RunAsync(path, arguments);
    }

    private async Task RunAsync(string program, string[] arguments)
    {
        // To a shell's null device: the server that stays behind keeps what its parent had.
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", "exec \"$@\" > /dev/null", "sh", program, .. arguments]) { UseShellExecute = false, WorkingDirectory = _folder })!;
        await process.WaitForExitAsync().WaitAsync(s_commandTimeout);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }
}
