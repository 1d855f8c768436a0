using System.Net.Sockets;
using Instructure.GradeEvents.Samples.Tests.Support;
using Microsoft.Data.Sqlite;
using Npgsql;
using QueueWorker;

namespace Instructure.GradeEvents.Samples.Tests;

/// <summary>The rule of what is tried again and what is left to the dead-letter rule, case by case.</summary>
public class StoreFailureTests
{
    [Theory]
    [InlineData("22021", true)] // a text with \u0000
    [InlineData("22P05", true)] // a character that the encoding of the database doesn't have
    [InlineData("22001", true)] // a text that is too long for its column
    [InlineData("22003", true)] // a number out of range
    [InlineData("23502", true)] // null where none may be
    [InlineData("23514", true)] // a check of the administrator's
    [InlineData("54000", true)] // a value too large for an index
    [InlineData(null, false)] // no connection, or it broke
    [InlineData("08006", false)] // the same, told by the server
    [InlineData("25006", false)] // read-only, as after a failover
    [InlineData("28P01", false)] // a wrong password
    [InlineData("40001", false)] // a conflict with another transaction
    [InlineData("40P01", false)] // a deadlock
    [InlineData("42P01", false)] // no table
    [InlineData("42501", false)] // no right to it
    [InlineData("53100", false)] // the disk is full
    [InlineData("53300", false)] // too many connections
    [InlineData("55P03", false)] // a lock
    [InlineData("57014", false)] // a statement took too long
    [InlineData("57P01", false)] // it shuts down
    [InlineData("57P03", false)] // it starts up
    [InlineData("58030", false)] // its disk fails
    [InlineData("XX000", false)] // a mistake in it
    public void Of_PostgreSQL_by_its_code(string? code, bool isPermanent) => StoreFailure.IsPermanent(new DatabaseError(code)).Should().Be(isPermanent);

    [Theory]
    [InlineData(18, true)] // too big
    [InlineData(19, true)] // a constraint
    [InlineData(20, true)] // a value of another type
    [InlineData(5, false)] // somebody else writes
    [InlineData(6, false)] // a lock
    [InlineData(8, false)] // read-only
    [InlineData(10, false)] // its disk fails
    [InlineData(13, false)] // the disk is full
    [InlineData(14, false)] // the file can't be opened
    [InlineData(1, false)] // no table
    public void Of_SQLite_by_its_code(int code, bool isPermanent) => StoreFailure.IsPermanent(new SqliteException("x", code)).Should().Be(isPermanent);

    [Fact]
    public void Of_the_way_to_the_database_and_of_a_stop_is_none()
        => new Exception[] { new NpgsqlException("x", new SocketException()), new NpgsqlException("x", new TimeoutException()), new TimeoutException(), new SocketException(), new IOException(), new OperationCanceledException(), new TaskCanceledException() }
            .Should().NotContain(static error => StoreFailure.IsPermanent(error));

    [Fact]
    public void A_text_that_can_not_be_encoded_and_a_mistake_in_the_program_would_come_again()
        => new Exception[] { new System.Text.EncoderFallbackException(), new InvalidCastException(), new NotSupportedException() }
            .Should().OnlyContain(static error => StoreFailure.IsPermanent(error));
}
