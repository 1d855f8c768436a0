using System.Data.Common;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;

namespace LambdaHandler;

/// <summary>The rule by which a message that could not be stored is tried again, or left to the dead-letter rule of its queue.</summary>
internal static class StoreFailure
{
    private const int SqliteTooBig = 18;
    private const int SqliteConstraint = 19;
    private const int SqliteMismatch = 20;

    /// <summary>Whether the failure is that of the message, and would come again each time; otherwise it is that of the database or of the way to it, and passes.</summary>
    /// <remarks>
    /// Only where the database says that it can't hold the values, the message is at fault. All else a database may say (it is away, restarts, is full or
    /// read-only, a log-in or a table is missing) is put right by an administrator, and no message may be lost by then. A failure that has
    /// nothing to do with the database is a mistake in the program, or a text that can't be encoded: it would come again.
    /// </remarks>
    internal static bool IsPermanent(Exception error) => error switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode is SqliteTooBig or SqliteConstraint or SqliteMismatch,

        // By the class of PostgreSQL's code: a value that is not possible (\u0000 in a text), a constraint, a value that is too large.
        DbException { SqlState: { Length: 5 } code } => code[..2] is "22" or "23" or "54",
        DbException or OperationCanceledException or TimeoutException or IOException or SocketException => false,
        _ => true,
    };
}
