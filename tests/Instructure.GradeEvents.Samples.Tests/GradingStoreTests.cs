using System.Data.Common;
using System.Text;
using Instructure.GradeEvents.Samples.Tests.Support;
using Microsoft.Data.Sqlite;
using QueueWorker;

namespace Instructure.GradeEvents.Samples.Tests;

/// <summary>The store, with SQLite. The system tests have it with PostgreSQL.</summary>
public sealed class GradingStoreTests : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("grade-events-store").FullName;

    private string ConnectionString => $"Data Source={Path.Combine(_folder, "grades.db")}";

    public async ValueTask DisposeAsync()
    {
        await Task.CompletedTask;
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_grading_is_stored_once_with_all_that_it_tells()
    {
        await using var store = new GradingStore(ConnectionString);
        await store.CreateAsync(default);
        var grading = GradingOf(5);

        await store.AddAsync([grading, grading], default);
        await store.AddAsync([grading, GradingOf(6)], default);

        Rows("SELECT count(*) FROM gradings").Should().Equal("2");
        Rows($"SELECT * FROM gradings WHERE submission = '{Messages.Submission(5)}'").Should().Equal(
            grading.DeduplicationKey, grading.Time, "canvas", grading.Course, grading.Student, grading.StudentSisId, grading.Assignment, grading.AssignmentName, grading.Submission, grading.Grader,
            Number(grading.Automatic), grading.PreviousGrade, grading.Grade, grading.PreviousScore, grading.Score, grading.PointsPossible, Number(grading.Complete), Number(grading.Posted));
    }

    [Fact]
    public async Task More_gradings_than_a_statement_takes()
    {
        await using var store = new GradingStore(ConnectionString);
        await store.CreateAsync(default);
        var grading = GradingOf(1);

        await store.AddAsync(Enumerable.Range(1, 2500).Select(number => grading with { DeduplicationKey = $"key {number}" }), default);
        await store.AddAsync([], default);

        Rows("SELECT count(*) FROM gradings").Should().Equal("2500");
    }

    [Fact]
    public async Task Many_make_the_table_at_once_and_store_the_same()
    {
        var rows = Enumerable.Range(1, 100).Select(GradingOf).ToArray();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            await using var store = new GradingStore(ConnectionString);
            await store.CreateAsync(default);
            await store.AddAsync(rows, default);
        })));

        Rows("SELECT count(*) FROM gradings").Should().Equal("100");
    }

    [Fact]
    public async Task With_a_host_it_is_PostgreSQL_and_when_that_is_away_the_failure_passes()
    {
        // Nobody listens on the port: it is one of those that are given out by the system, and was free a moment ago.
        using var socket = new System.Net.Sockets.Socket(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp);
        socket.Bind(new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, 0));
        await using var store = new GradingStore($"Host=127.0.0.1;Port={((System.Net.IPEndPoint)socket.LocalEndPoint!).Port};Username=x");

        var add = () => store.AddAsync([GradingOf(1)], default);

        var error = (await add.Should().ThrowAsync<DbException>()).Which;
        error.GetType().Name.Should().Be("NpgsqlException");
        StoreFailure.IsPermanent(error).Should().BeFalse();
    }

    private static Grading GradingOf(int number) => MessageContent.Of(GradeEventUnwrapper.Unwrap(Encoding.UTF8.GetBytes(Messages.Change(number)))).Gradings.Single();

    private static string? Number(bool? value) => value is null ? null : value.Value ? "1" : "0";

    private string?[] Rows(string sql)
    {
        using var connection = new SqliteConnection(ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        reader.Read().Should().BeTrue();
        return [.. Enumerable.Range(0, reader.FieldCount).Select(column => reader.IsDBNull(column) ? null : reader.GetString(column))];
    }
}
