using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;
using Instructure.GradeEvents.Caliper;
using Instructure.GradeEvents.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;

namespace Instructure.GradeEvents.Tests;

/// <summary>
/// The pages of the documentation, and their snippets, compiled and run as they stand there. The whole programs of the README are run by
/// tests/Consumer with the packed packages.
/// </summary>
public partial class ReadmeTests
{
    private static readonly string[] s_pages =
    [
        "README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md",
        .. new[] { "docs", "samples", "src", "tests" }
            .SelectMany(static folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*.md", SearchOption.AllDirectories))
            .Select(static file => Path.GetRelativePath(Repository.PathOf(), file).Replace('\\', '/'))
            .Where(static file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/node_modules/", StringComparison.Ordinal)),
    ];

    public static TheoryData<string> Pages => [.. s_pages];

    [Fact]
    public void Every_snippet_stands_in_a_test()
    {
        var tests = string.Concat(new[] { "Instructure.GradeEvents.Tests", "Instructure.GradeEvents.Validation.Tests" }
            .Select(project => Squeeze(File.ReadAllText(Repository.PathOf("tests", project, "ReadmeTests.cs")))));
        var snippets = s_pages.Where(static page => page == "README.md" || page.StartsWith("docs/", StringComparison.Ordinal))
            .SelectMany(static page => Snippets().Matches(Read(page)).Select(static match => match.Groups["code"].Value))
            .Where(static snippet => !snippet.StartsWith("using ", StringComparison.Ordinal) && !snippet.Contains("AddCanvasGradeEvents", StringComparison.Ordinal))
            .ToArray();

        snippets.Should().HaveCount(13);
        foreach (var snippet in snippets)
        {
            tests.Should().Contain(Squeeze(snippet));
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_leads_somewhere(string page)
    {
        var folder = Path.GetDirectoryName(page)!;
        foreach (Match link in Links().Matches(Read(page)))
        {
            var path = link.Groups["path"].Value;
            var target = path.Length == 0 ? page : Path.Combine(folder, path);
            Path.Exists(Repository.PathOf(target)).Should().BeTrue("{0} has a link to {1}", page, path);
            if (link.Groups["heading"] is { Success: true, Value: var heading })
            {
                Headings().Matches(Read(target)).Select(static match => Anchor(match.Groups["text"].Value)).Should().Contain(heading, "{0} has a link to it", page);
            }
        }
    }

    [Fact]
    public void The_README_is_short_and_leads_to_every_page()
    {
        var readme = Read("README.md");

        readme.Split('\n').Should().HaveCountLessThanOrEqualTo(181, "180 lines, and the end of the last");
        foreach (var page in s_pages.Where(static page => Path.GetDirectoryName(page) == "docs"))
        {
            readme.Should().Contain($"]({page})");
        }
    }

    [Fact]
    public void A_README_for_nuget_fits_a_screen()
    {
        foreach (var page in s_pages.Where(static page => page.StartsWith("src/", StringComparison.Ordinal)))
        {
            Read(page).Split('\n').Should().HaveCountLessThan(50, "that is what {0} should have at most", page);
        }
    }

    [Fact]
    public async Task Reading()
    {
        byte[] utf8Json = Repository.Sample("grade-change-compact.json");
        using var stream = new MemoryStream(utf8Json);
        using var archive = new MemoryStream([.. utf8Json, .. utf8Json]);
        var count = 0;

        LiveEvent fromBytes = GradeEventSerializer.Deserialize(utf8Json);
        LiveEvent fromStream = await GradeEventSerializer.DeserializeAsync(stream);

        await foreach (ArchiveEntry entry in GradeEventSerializer.ReadArchiveAsync(archive)) // what Firehose writes, JSON Lines; gzipped or not
        {
            if (entry.Event is { } archived)
            {
                count++;
            }
            else
            {
                Console.WriteLine($"line {entry.Line}: {entry.Error!.Message}"); // entry.Utf8Json is the text, for a dead-letter store
            }
        }

        fromStream.Should().Be(fromBytes);
        count.Should().Be(2);
    }

    [Fact]
    public void Bad_input()
    {
        byte[] utf8Json = System.Text.Encoding.UTF8.GetBytes(Repository.SampleText("grade-change-compact.json").Replace("\"muted\":false", "\"muted\":1", StringComparison.Ordinal));
        var deadLetters = new List<string>();

        if (!GradeEventSerializer.TryDeserialize(utf8Json, out LiveEvent? liveEvent, out JsonException? error))
        {
            // $.body.muted: expected true or false, found the number 1 (line 1, byte 1101).
            deadLetters.Add(error.Message);
        }

        liveEvent.Should().BeNull();
        deadLetters.Should().ContainSingle().Which.Should().Be("$.body.muted: expected true or false, found the number 1 (line 1, byte 1101).");
    }

    [Fact]
    public void A_message_of_a_queue()
    {
        var gradings = new List<SubmissionGraded>();
        var failed = new List<string?>();
        var body = JsonSerializer.Serialize(Repository.SampleText("grade-change-compact.json"));
        ReadOnlyMemory<byte> message = System.Text.Encoding.UTF8.GetBytes("{\"Records\":["
            + $"{{\"messageId\":\"1\",\"receiptHandle\":\"a\",\"eventSource\":\"aws:sqs\",\"body\":{body}}},"
            + "{\"messageId\":\"2\",\"receiptHandle\":\"b\",\"eventSource\":\"aws:sqs\",\"body\":\"{\"}]}");

        foreach (UnwrappedEvent unwrapped in GradeEventUnwrapper.Unwrap(message))
        {
            if (unwrapped.Error is null && GradeEventSerializer.TryDeserialize(unwrapped.Utf8Json.Span, out LiveEvent? liveEvent, out _))
            {
                gradings.AddRange(SubmissionGraded.From(liveEvent));
            }
            else
            {
                failed.Add(unwrapped.RecordId);                                      // what a Lambda function reports in batchItemFailures
            }
        }

        gradings.Should().ContainSingle();
        failed.Should().Equal("2");
    }

    [Fact]
    public async Task A_table_filled_twice_with_the_same_archive()
    {
        using var database = new SqliteConnection("Data Source=:memory:");
        database.Open();
        using var command = database.CreateCommand();
        command.CommandText = "CREATE TABLE gradings (deduplication_key TEXT PRIMARY KEY, time TEXT, submission TEXT, student TEXT, grade TEXT)";
        command.ExecuteNonQuery();
        for (var i = 0; i < 2; i++)
        {
            using var archive = Samples();
            await FillAsync(archive);
        }

        command.CommandText = "SELECT count(*) || ' ' || max(grade) FILTER (WHERE submission = '21070000000012873' AND time >= '2026-09-14 11') FROM gradings";
        command.ExecuteScalar().Should().Be($"{SamplesThatGrade()} 8.5");

        async Task FillAsync(Stream archive)
        {
            await foreach (ArchiveEntry entry in GradeEventSerializer.ReadArchiveAsync(archive))
            {
                foreach (SubmissionGraded graded in SubmissionGraded.From(entry.Event))          // none for other events and for bad lines
                {
                    using SqliteCommand insert = new("INSERT INTO gradings VALUES ($key, $time, $submission, $student, $grade) ON CONFLICT DO NOTHING", database);
                    insert.Parameters.AddRange([new("$key", graded.DeduplicationKey), new("$time", graded.Time.UtcDateTime),
                        new("$submission", $"{graded.SubmissionId}"), new("$student", $"{graded.StudentId}"), new("$grade", $"{graded.Grade}")]);
                    insert.ExecuteNonQuery();
                }
            }
        }
    }

    [Fact]
    public async Task An_archive_to_files_by_course()
    {
        using var archive = Samples();
        var folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            var latest = new Dictionary<CanvasId, SubmissionGraded>();
            await foreach (ArchiveEntry entry in GradeEventSerializer.ReadArchiveAsync(archive))
            {
                foreach (SubmissionGraded graded in SubmissionGraded.From(entry.Event).Where(graded => graded.SubmissionId is not null))
                {
                    if (!latest.TryGetValue(graded.SubmissionId!.Value, out SubmissionGraded? known) || known.Time < graded.Time)
                    {
                        latest[graded.SubmissionId.Value] = graded;
                    }
                }
            }

            foreach (var course in latest.Values.GroupBy(graded => graded.CourseId))
            {
                File.WriteAllLines(
                    Path.Combine(folder, $"{course.Key?.ToString() ?? "unknown"}.csv"),
                    course.OrderBy(graded => graded.StudentId).Select(graded => FormattableString.Invariant($"{graded.StudentId},{graded.AssignmentId},{graded.Score}")));
            }

            File.ReadAllLines(Path.Combine(folder, "21070000000000588.csv")).Should().Contain("21070000000000073,21070000000000412,8.5").And.OnlyHaveUniqueItems();
            Directory.GetFiles(folder).Should().HaveCountGreaterThan(1);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void What_comes_out_and_identifiers()
    {
        var envelope = (CaliperEnvelope)GradeEventSerializer.Deserialize(Repository.Sample("caliper-number-as-text.json"));

        GradeEvent graded = envelope.Data.OfType<GradeEvent>().First();
        string? grade = graded.Object.CanvasExtension?.Grade;                        // "A-", as the gradebook shows it
        decimal? points = graded.Generated?.ScoreGiven;                              // may exceed MaxScore: extra credit
        bool automatic = graded.Actor is SoftwareApplication;                        // a thinned actor is an Agent: its type is unknown
        bool byAssistant = graded.Membership?.Roles?.Contains("Instructor#TeachingAssistant") ?? false;

        (grade, points, automatic, byAssistant).Should().Be(("10", 10m, false, true));

        CanvasId id = CanvasId.Parse("21070000000011086");                           // or "2107~11086", or a local "11086"
        (int shard, long local) = (id.ShardId, id.LocalId);                          // 2107, 11086
        string url = $"https://example.instructure.com/users/{id:S}";                // …/users/2107~11086

        if (graded.Object.Id.TryGetCanvasUrn(out CanvasUrn urn))                     // urn:instructure:canvas:submission:21070000000011086
        {
            Console.WriteLine($"{urn.Kind} {urn.Id}");
        }

        CanvasUrn member = CanvasUrn.Parse("urn:instructure:canvas:course:21070000000000565:Instructor:21070000000000987");
        (CanvasId? course, Role? role, CanvasId? user) = (member.Id, member.Role, member.MemberId);

        (shard, local).Should().Be((2107, 11086));
        url.Should().EndWith("/users/2107~11086");
        (course, role, user).Should().Be((new CanvasId(2107, 565), new Role("Instructor"), new CanvasId(2107, 987)));
    }

    [Fact]
    public void Making()
    {
        CanvasId course = new(2107, 588), teacher = new(2107, 987), student = new(2107, 73);
        Iri submission = CanvasUrn.Create("submission", new CanvasId(2107, 12873)).ToIri();
        var person = new Person { Id = CanvasUrn.Create("user", teacher).ToIri() };
        var now = DateTimeOffset.FromUnixTimeMilliseconds(DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()); // Caliper takes no finer time

        var made = new CaliperEnvelope
        {
            Sensor = "https://canvas.example.edu",
            SendTime = now,
            DataVersion = CaliperContext.V1p1.Iri,
            Data =
            [
                new GradeEvent
                {
                    Context = CaliperContext.V1p1,
                    Id = Iri.Parse($"urn:uuid:{Guid.NewGuid()}"),
                    Action = "Graded",
                    EventTime = now,
                    Actor = person,
                    Object = new Attempt
                    {
                        Id = submission,
                        Assignee = new Person { Id = CanvasUrn.Create("user", student).ToIri() },
                        Assignable = new AssignableDigitalResource { Id = CanvasUrn.Create("assignment", new CanvasId(2107, 412)).ToIri() },
                        CanvasExtension = new() { Grade = "8.5" },
                    },
                    Generated = new Score
                    {
                        Id = submission,
                        Attempt = new Attempt { Id = submission, IsThinned = true }, // written as its IRI alone
                        ScoreGiven = 8.5m,
                        MaxScore = 10,
                        ScoredBy = person with { IsThinned = true },
                    },
                    Group = new CourseOffering { Id = CanvasUrn.Create("course", course).ToIri() },
                    Membership = new Membership { Id = CanvasUrn.CreateMembership(course, "Instructor", teacher).ToIri(), Member = person, Roles = ["Instructor"] },
                },
            ],
        };

        GradeEventSerializer.Deserialize(GradeEventSerializer.Serialize(made)).Should().BeOfType<CaliperEnvelope>()
            .Which.Data.Should().ContainSingle().Which.Should().BeOfType<GradeEvent>().Which.Generated!.ScoreGiven.Should().Be(8.5m);
    }

    [Fact]
    public async Task Writing()
    {
        var liveEvent = GradeEventSerializer.Deserialize(Repository.Sample("caliper-thinned.json"));
        var bufferWriter = new ArrayBufferWriter<byte>();
        var stream = new MemoryStream();

        string json = GradeEventSerializer.Serialize(liveEvent with { UnknownMembers = new Dictionary<string, JsonElement>() });
        GradeEventSerializer.Serialize(bufferWriter, liveEvent);                     // UTF-8 into any IBufferWriter<byte>
        byte[] utf8 = GradeEventSerializer.SerializeToUtf8Bytes(liveEvent);
        await GradeEventSerializer.SerializeAsync(stream, liveEvent);

        utf8.Should().Equal(bufferWriter.WrittenSpan.ToArray()).And.Equal(stream.ToArray());
        System.Text.Encoding.UTF8.GetString(bufferWriter.WrittenSpan).Should().Be(json);
    }

    [Fact]
    public async Task With_System_Text_Json_and_ASP_NET_Core()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        await using var app = builder.Build();
        var gradings = new ConcurrentDictionary<string, SubmissionGraded>(StringComparer.Ordinal);

        app.MapPost("/events", async (HttpRequest request) =>
        {
            try
            {
                LiveEvent liveEvent = await GradeEventSerializer.DeserializeAsync(request.Body);
                foreach (SubmissionGraded graded in SubmissionGraded.From(liveEvent))
                {
                    gradings.TryAdd(graded.DeduplicationKey, graded);                        // a concurrent dictionary: delivered again, stored once
                }

                return Results.Text(liveEvent.GetType().Name, statusCode: StatusCodes.Status202Accepted);
            }
            catch (JsonException error)
            {
                return Results.Text(error.Message, statusCode: StatusCodes.Status400BadRequest);
            }
        });

        await app.StartAsync();
        using var client = app.GetTestClient();
        using var accepted = await client.PostAsync("/events", new ByteArrayContent(Repository.Sample("caliper-thinned.json")));
        (await accepted.Content.ReadAsStringAsync()).Should().Be("CaliperEnvelope");
        using var again = await client.PostAsync("/events", new ByteArrayContent(Repository.Sample("caliper-thinned.json")));
        gradings.Values.Should().ContainSingle().Which.Score.Should().Be(17.5m);
        using var refused = await client.PostAsync("/events", new StringContent("{\"metadata\":1}"));
        refused.StatusCode.Should().Be(System.Net.HttpStatusCode.BadRequest);
        (await refused.Content.ReadAsStringAsync()).Should().Contain("$.metadata: expected an object");
    }

    private static MemoryStream Samples() => new([.. Repository.SampleFiles.SelectMany(File.ReadAllBytes)]);

    private static int SamplesThatGrade() => Repository.SampleFiles.Sum(static path => SubmissionGraded.From(GradeEventSerializer.Deserialize(File.ReadAllBytes(path))).Count);

    private static string Read(string page) => File.ReadAllText(Repository.PathOf(page));

    private static string Anchor(string heading)
        => string.Concat(heading.ToLowerInvariant().Where(static character => char.IsLetterOrDigit(character) || character is ' ' or '-' or '_')).Replace(' ', '-');

    private static string Squeeze(string code) => WhiteSpace().Replace(code, " ").Trim();

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Snippets();

    [GeneratedRegex(@"\]\((?<path>[^):#]*)(#(?<heading>[^)]+))?\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Links();

    [GeneratedRegex("^#+ (?<text>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Headings();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex WhiteSpace();
}
