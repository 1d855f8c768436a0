using Instructure.GradeEvents;
using Microsoft.Data.Sqlite;

namespace WebApi;

public static class Rows
{
    public static async Task FillAsync(SqliteConnection database, Stream archive)
    {
        // docs/gradings.md #1
    }
}
