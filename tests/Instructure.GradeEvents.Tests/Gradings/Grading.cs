using System.Globalization;
using System.Text.Json.Nodes;

namespace Instructure.GradeEvents.Tests.Gradings;

/// <summary>One grading as it might happen, and how Canvas sends it in both formats.</summary>
internal sealed record Grading
{
    private const long Shard = 10_000_000_000_000;
    private const string CanvasKey = "com.instructure.canvas";

    private static readonly string?[] s_grades = ["5", "8.5", "-2", "1e-7", "87.5%", "100 %", "A-", "B+ (late)", "complete", "Incomplete", "PASS", "fail", "8,5", null, "  7 ", "Très bien"];

    public required long Submission { get; init; }

    public required long Assignment { get; init; }

    public required long Course { get; init; }

    public required long Student { get; init; }

    /// <summary>Null when it was graded automatically.</summary>
    public required long? Grader { get; init; }

    public required DateTimeOffset Time { get; init; }

    public required string? Grade { get; init; }

    public required string? OldGrade { get; init; }

    public required decimal? Score { get; init; }

    public required decimal? Points { get; init; }

    public required string? SisId { get; init; }

    public required string Name { get; init; }

    public required bool IsComplete { get; init; }

    public required bool IsMuted { get; init; }

    /// <summary>Who masquerades as the grader.</summary>
    public required long? RealUser { get; init; }

    public required bool IsObjectThinned { get; init; }

    public required bool IsActorThinned { get; init; }

    public required bool IsNumberText { get; init; }

    /// <summary>Nulls are left out.</summary>
    public required bool IsCompact { get; init; }

    /// <summary>0 for the first years, 1 for those after, 2 for today.</summary>
    public required int Age { get; init; }

    public static Grading Random(int seed)
    {
        var random = new Random(seed);
        long Id() => (random.Next(1, 9999) * Shard) + random.Next(1, 1_000_000);
        var isAutomatic = random.Next(3) == 0;
        return new()
        {
            Submission = Id(),
            Assignment = Id(),
            Course = Id(),
            Student = Id(),
            Grader = isAutomatic ? null : Id(),
            Time = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMilliseconds(random.NextInt64(30_000_000_000)),
            Grade = s_grades[random.Next(s_grades.Length)],
            OldGrade = s_grades[random.Next(s_grades.Length)],
            Score = random.Next(4) == 0 ? null : random.Next(-200, 10_000) / 100m,
            Points = random.Next(4) == 0 ? null : random.Next(0, 200),
            SisId = random.Next(2) == 0 ? null : "S-" + random.Next(1000).ToString(CultureInfo.InvariantCulture),
            Name = "Essay " + random.Next(100).ToString(CultureInfo.InvariantCulture),
            IsComplete = random.Next(2) == 0,
            IsMuted = random.Next(2) == 0,
            RealUser = !isAutomatic && random.Next(4) == 0 ? Id() : null,
            IsObjectThinned = random.Next(3) == 0,
            IsActorThinned = random.Next(3) == 0,
            IsNumberText = random.Next(3) == 0,
            IsCompact = random.Next(2) == 0,
            Age = random.Next(3),
        };
    }

    /// <summary>The <c>grade_change</c>.</summary>
    public JsonObject ToCanvas()
    {
        var metadata = new JsonObject
        {
            ["event_name"] = "grade_change",
            ["event_time"] = Text(Time),
            ["producer"] = "canvas",
            ["root_account_id"] = Text(Shard + 1),
            ["real_user_id"] = Text(RealUser),
            ["user_id"] = Text(Grader),
        };
        var body = new JsonObject
        {
            ["assignment_id"] = Text(Assignment),
            ["grade"] = Grade,
            ["grader_id"] = Text(Grader),
            ["old_grade"] = OldGrade,
            ["old_points_possible"] = Points,
            ["old_score"] = null,
            ["points_possible"] = Points,
            ["score"] = Score,
            ["student_id"] = Text(Student),
            ["submission_id"] = Text(Submission),
            ["user_id"] = Text(Student),
        };
        if (Age > 0)
        {
            metadata["context_id"] = Text(Course);
            metadata["context_type"] = "Course";
            body["grading_complete"] = IsComplete;
            body["muted"] = IsMuted;
            body["student_sis_id"] = SisId;
        }

        if (Age > 1)
        {
            body["assignment_name"] = Name;
        }

        return new() { ["metadata"] = WithoutNulls(metadata), ["body"] = IsCompact ? WithoutNulls(body) : body };
    }

    /// <summary>The Caliper event in its envelope.</summary>
    public JsonObject ToCaliper()
    {
        var actor = Grader is { } grader
            ? Entity("Person", Urn("user", grader), new() { ["entity_id"] = Text(grader), ["real_user_id"] = Text(RealUser) })
            : Entity("SoftwareApplication", "http://maple.instructure.example/", null);
        var score = Entity("Score", Urn("submission", Submission), new() { ["grade"] = Grade, ["entity_id"] = Text(Submission) });
        score["attempt"] = Attempt(new() { ["grade"] = Grade });
        score["maxScore"] = Number(Points);
        score["scoreGiven"] = Number(Score);
        score["scoredBy"] = actor["id"]!.DeepClone();
        var graded = new JsonObject
        {
            ["@context"] = "http://purl.imsglobal.org/ctx/caliper/v1p1",
            ["id"] = "urn:uuid:" + new Guid(unchecked((int)Submission), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
            ["type"] = "GradeEvent",
            ["actor"] = IsActorThinned ? actor["id"]!.DeepClone() : actor,
            ["action"] = "Graded",
            ["object"] = IsObjectThinned ? Urn("submission", Submission) : Attempt(new() { ["grade"] = Grade, ["entity_id"] = Text(Submission) }),
            ["eventTime"] = Text(Time),
            ["generated"] = WithoutNulls(score),
            ["edApp"] = "http://maple.instructure.example/",
            ["group"] = Entity("CourseOffering", Urn("course", Course), new() { ["context_type"] = "Course", ["entity_id"] = Text(Course) }),
        };
        return new()
        {
            ["sensor"] = "http://maple.instructure.example/",
            ["sendTime"] = Text(Time.AddSeconds(3)),
            ["dataVersion"] = "http://purl.imsglobal.org/ctx/caliper/v1p1",
            ["data"] = new JsonArray(graded),
        };
    }

    private static JsonObject Entity(string type, string id, JsonObject? canvas)
    {
        var entity = new JsonObject { ["id"] = id, ["type"] = type };
        if (canvas is not null)
        {
            entity["extensions"] = new JsonObject { [CanvasKey] = WithoutNulls(canvas) };
        }

        return entity;
    }

    private static JsonObject WithoutNulls(JsonObject json)
    {
        foreach (var name in json.Where(static member => member.Value is null).Select(static member => member.Key).ToList())
        {
            json.Remove(name);
        }

        return json;
    }

    private static string Urn(string kind, long id) => $"urn:instructure:canvas:{kind}:{Text(id)}";

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);

    private static string? Text(long? id) => id?.ToString(CultureInfo.InvariantCulture);

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private JsonObject Attempt(JsonObject canvas)
    {
        var attempt = Entity("Attempt", Urn("submission", Submission), canvas);
        attempt["assignee"] = Entity("Person", Urn("user", Student), new() { ["sis_id"] = SisId });
        attempt["assignable"] = Entity("AssignableDigitalResource", Urn("assignment", Assignment), null);
        return attempt;
    }

    private JsonNode? Number(decimal? value)
        => value is { } number && IsNumberText ? new JsonObject { ["numberStr"] = number.ToString(CultureInfo.InvariantCulture) } : value;
}
