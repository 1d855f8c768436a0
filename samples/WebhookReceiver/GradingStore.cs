using Microsoft.Data.Sqlite;

namespace WebhookReceiver;

/// <summary>The table of the gradings, in SQLite. A connection is opened for each use; the provider keeps them.</summary>
internal sealed class GradingStore
{
    private const string Columns =
        "deduplication_key, time, format, course, student, student_sis_id, assignment, assignment_name, submission, grader, automatic, previous_grade, grade, previous_score, score, points_possible, complete, posted";

    private readonly string _connectionString;

    internal GradingStore(string connectionString)
        => _connectionString = new SqliteConnectionStringBuilder(connectionString) { DefaultTimeout = 10 }.ConnectionString; // seconds to wait for a writer

    /// <summary>Makes the table if it isn't there.</summary>
    internal void Create()
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            PRAGMA journal_mode = WAL;
            CREATE TABLE IF NOT EXISTS gradings (
                deduplication_key TEXT NOT NULL PRIMARY KEY,
                time TEXT NOT NULL,
                format TEXT NOT NULL,
                course TEXT, student TEXT, student_sis_id TEXT, assignment TEXT, assignment_name TEXT, submission TEXT,
                grader TEXT, automatic INTEGER,
                previous_grade TEXT, grade TEXT, previous_score TEXT, score TEXT, points_possible TEXT,
                complete INTEGER, posted INTEGER
            ) WITHOUT ROWID;
            CREATE INDEX IF NOT EXISTS gradings_by_time ON gradings (time DESC);
            CREATE INDEX IF NOT EXISTS gradings_by_student ON gradings (student, time DESC);
            CREATE INDEX IF NOT EXISTS gradings_by_course ON gradings (course, time DESC);
            """;
        command.ExecuteNonQuery();
    }

    /// <summary>Adds a grading, unless it is there.</summary>
    internal void Add(Grading grading)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"INSERT INTO gradings ({Columns}) VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) ON CONFLICT DO NOTHING";
        object?[] values =
        [
            grading.DeduplicationKey, grading.Time, grading.Format, grading.Course, grading.Student, grading.StudentSisId, grading.Assignment, grading.AssignmentName, grading.Submission,
            grading.Grader, grading.Automatic, grading.PreviousGrade, grading.Grade, grading.PreviousScore, grading.Score, grading.PointsPossible, grading.Complete, grading.Posted,
        ];
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters.AddWithValue($"${i}", values[i] ?? DBNull.Value);
        }

        command.ExecuteNonQuery();
    }

    internal long Count()
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM gradings";
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>The latest gradings: of the student or course that is searched for, by its id in full or short (2107~73) or the student's SIS id, or else all.</summary>
    internal IReadOnlyList<Grading> Latest(GradingQuery query)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {Columns} FROM gradings WHERE ($student IS NULL OR student = $student OR student_sis_id = $text) AND ($course IS NULL OR course = $course) ORDER BY time DESC LIMIT $limit";
        command.Parameters.AddWithValue("$student", (object?)query.StudentId ?? DBNull.Value);
        command.Parameters.AddWithValue("$text", (object?)query.Student ?? DBNull.Value);
        command.Parameters.AddWithValue("$course", (object?)query.CourseId ?? DBNull.Value);
        command.Parameters.AddWithValue("$limit", query.Limit);
        using var reader = command.ExecuteReader();
        var gradings = new List<Grading>();
        while (reader.Read())
        {
            var row = reader;
            gradings.Add(new(
                row.GetString(0), row.GetString(1), row.GetString(2), Text(3), Text(4), Text(5), Text(6), Text(7), Text(8), Text(9), Boolean(10),
                Text(11), Text(12), Text(13), Text(14), Text(15), Boolean(16), Boolean(17)));

            string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);

            bool? Boolean(int column) => row.IsDBNull(column) ? null : row.GetBoolean(column);
        }

        return gradings;
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        return connection;
    }
}
