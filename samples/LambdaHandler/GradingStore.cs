using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace LambdaHandler;

/// <summary>The table of the gradings: in PostgreSQL, if the connection string has a <c>Host</c>, or else in SQLite. The SQL is the same.</summary>
internal sealed class GradingStore : IGradingStore, IAsyncDisposable
{
    /// <summary>Both databases have a limit for the parameters of a statement, PostgreSQL 65535 and SQLite 32766.</summary>
    private const int RowsOfStatement = 1000;

    /// <summary>How long SQLite waits for another writer, in seconds.</summary>
    private const int SqliteTimeout = 10;

    private const string Table = """
        CREATE TABLE IF NOT EXISTS gradings (
            deduplication_key TEXT NOT NULL PRIMARY KEY,
            time TEXT NOT NULL,
            format TEXT NOT NULL,
            course TEXT, student TEXT, student_sis_id TEXT, assignment TEXT, assignment_name TEXT, submission TEXT,
            grader TEXT, automatic INTEGER,
            previous_grade TEXT, grade TEXT, previous_score TEXT, score TEXT, points_possible TEXT,
            complete INTEGER, posted INTEGER
        );
        CREATE INDEX IF NOT EXISTS gradings_by_time ON gradings (time DESC);
        CREATE INDEX IF NOT EXISTS gradings_by_student ON gradings (student, time DESC);
        CREATE INDEX IF NOT EXISTS gradings_by_course ON gradings (course, time DESC);
        """;

    private static readonly (string Name, Func<Grading, object?> Value)[] s_columns =
    [
        ("deduplication_key", static grading => grading.DeduplicationKey),
        ("time", static grading => grading.Time),
        ("format", static grading => grading.Format),
        ("course", static grading => grading.Course),
        ("student", static grading => grading.Student),
        ("student_sis_id", static grading => grading.StudentSisId),
        ("assignment", static grading => grading.Assignment),
        ("assignment_name", static grading => grading.AssignmentName),
        ("submission", static grading => grading.Submission),
        ("grader", static grading => grading.Grader),
        ("automatic", static grading => Number(grading.Automatic)),
        ("previous_grade", static grading => grading.PreviousGrade),
        ("grade", static grading => grading.Grade),
        ("previous_score", static grading => grading.PreviousScore),
        ("score", static grading => grading.Score),
        ("points_possible", static grading => grading.PointsPossible),
        ("complete", static grading => Number(grading.Complete)),
        ("posted", static grading => Number(grading.Posted)),
    ];

    private readonly bool _isPostgres;
    private readonly DbDataSource _database;

    internal GradingStore(string connectionString)
    {
        _isPostgres = new DbConnectionStringBuilder { ConnectionString = connectionString }.ContainsKey("Host");
        _database = _isPostgres ? NpgsqlDataSource.Create(connectionString)
            : SqliteFactory.Instance.CreateDataSource(new SqliteConnectionStringBuilder(connectionString) { DefaultTimeout = SqliteTimeout }.ConnectionString);
    }

    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await ExecuteAsync(_isPostgres ? Table : "PRAGMA journal_mode = WAL;" + Table, [], cancellationToken);
                return;
            }
            catch (DbException error) when (error.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DuplicateTable && attempt < 10)
            {
                // Another worker was quicker, between PostgreSQL's look and its act.
            }
        }
    }

    /// <remarks>A statement stores all of its rows or none.</remarks>
    public async Task AddAsync(IEnumerable<Grading> gradings, CancellationToken cancellationToken)
    {
        // In the order of the keys: two workers with the same ones, each in another order, would wait for each other.
        foreach (var rows in gradings.DistinctBy(static grading => grading.DeduplicationKey, StringComparer.Ordinal)
            .OrderBy(static grading => grading.DeduplicationKey, StringComparer.Ordinal).Chunk(RowsOfStatement))
        {
            await ExecuteAsync(InsertOf(rows.Length), rows, cancellationToken);
        }
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private static string InsertOf(int rows)
    {
        var sql = new StringBuilder("INSERT INTO gradings (").AppendJoin(", ", s_columns.Select(static column => column.Name)).Append(") VALUES ");
        for (var row = 0; row < rows; row++)
        {
            sql.Append(row == 0 ? "(" : ", (").AppendJoin(", ", Enumerable.Range(row * s_columns.Length, s_columns.Length).Select(ParameterOf)).Append(')');
        }

        return sql.Append(" ON CONFLICT DO NOTHING").ToString();
    }

    /// <summary>By its place for PostgreSQL, and by its name for SQLite.</summary>
    private static string ParameterOf(int number) => string.Create(CultureInfo.InvariantCulture, $"${number + 1}");

    /// <summary>Neither database takes a truth value for an integer, nor the other way round.</summary>
    private static int? Number(bool? value) => value is { } isTrue ? Convert.ToInt32(isTrue) : null;

    private async Task ExecuteAsync(string sql, Grading[] rows, CancellationToken cancellationToken)
    {
        await using var connection = await _database.OpenConnectionAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var row in rows)
        {
            foreach (var (name, value) in s_columns)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = _isPostgres ? string.Empty : ParameterOf(command.Parameters.Count);
                parameter.DbType = name is "automatic" or "complete" or "posted" ? DbType.Int32 : DbType.String;
                parameter.Value = value(row) ?? DBNull.Value;
                command.Parameters.Add(parameter);
            }
        }

        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
