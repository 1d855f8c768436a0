using System.Globalization;
using System.Text.Json.Nodes;
using Instructure.GradeEvents.Caliper;
using Instructure.GradeEvents.Canvas;
using Instructure.GradeEvents.Tests.Support;

namespace Instructure.GradeEvents.Tests;

/// <summary>An event is one short line in a log.</summary>
public class ToStringTests
{
    public static TheoryData<string> Samples => Repository.SampleNames();

    [Fact]
    public void The_lines_of_the_sample_payloads()
        => Snapshot.Verify(string.Join('\n', Repository.SampleFiles.Select(static path => $"{Path.GetFileName(path)}: {GradeEventSerializer.Deserialize(File.ReadAllBytes(path))}")) + "\n");

    [Fact]
    public void A_grade_change_is_its_time_submission_grade_and_points()
    {
        var json = JsonNode.Parse(Repository.SampleText("grade-change-by-teacher.json"))!;
        json["metadata"]!["event_time"] = "2026-03-02T15:05:09.12+01:00";
        var body = json["body"]!;
        (body["submission_id"], body["grade"], body["score"], body["points_possible"]) = ("97350000000004711", "85.5%", 17.1m, 20);
        Line().Should().Be("grade_change 2026-03-02T14:05:09.120Z submission 9735~4711: \"85.5%\" (17.1 of 20)");

        body["points_possible"] = null;
        Line().Should().EndWith(": \"85.5%\" (17.1)");
        body["score"] = null;
        Line().Should().EndWith(": \"85.5%\"");
        body["grade"] = null;
        Line().Should().EndWith(": no grade");
        (body["score"], body["points_possible"]) = (-0.5m, 20);
        Line().Should().EndWith(": -0.5 of 20");
        body["grade"] = "A\u202e\n" + new string('x', 100);
        Line().Should().Be("grade_change 2026-03-02T14:05:09.120Z submission 9735~4711: \"A\\u202e\\u000a" + new string('x', 37) + "…\" (-0.5 of 20)");

        string Line() => GradeEventSerializer.Deserialize(json.ToJsonString()).ToString();
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_line_is_the_same_in_every_culture_short_and_without_personal_data(string sample)
    {
        var liveEvent = GradeEventSerializer.Deserialize(Repository.SampleText(sample));
        var line = liveEvent.ToString();
        line.Length.Should().BeLessThan(250);
        line.Should().NotContain("\n").And.NotContainAny("okafor", "S-2", "192.0.2", "maple", "Problem set");
        foreach (var culture in new[] { "sv-SE", "ar-SA", "fa-IR", "tr-TR" })
        {
            var before = CultureInfo.CurrentCulture;
            try
            {
                CultureInfo.CurrentCulture = new(culture);
                liveEvent.ToString().Should().Be(line);
                (liveEvent as GradeChangeEvent)?.Body.ToString().Should().NotContainAny("\u2212", "\u200f");
            }
            finally
            {
                CultureInfo.CurrentCulture = before;
            }
        }
    }

    [Fact]
    public void A_record_is_printed_by_its_members()
    {
        new CanvasGroupExtension { ContextType = "Course", EntityId = new(2107, 5) }.ToString().Should().Be("CanvasGroupExtension { context_type = Course, entity_id = 21070000000000005 }");
        new Score { Id = Iri.Parse("urn:x:1"), ScoreGiven = -1.5m, Attempt = new Attempt { Id = Iri.Parse("urn:x:2"), IsThinned = true } }.ToString()
            .Should().Be("Score { id = urn:x:1, type = Score, attempt = Attempt { id = urn:x:2, type = Attempt }, scoreGiven = -1.5 }");
        new GradeOverrideBody { CourseId = default, EnrollmentId = new(1), ScoreId = new(2), UpdatedAt = default, UserId = new(3) }.ToString().Should().StartWith("GradeOverrideBody { course_id = , enrollment_id = 1");
    }

    [Fact]
    public void Made_and_unknown_events_have_a_line_too()
    {
        var envelope = (CaliperEnvelope)GradeEventSerializer.Deserialize(Repository.SampleText("caliper-published-example.json"));
        var graded = (GradeEvent)envelope.Data[0];
        (envelope with { Data = [] }).ToString().Should().Be("envelope of 0 items");
        (envelope with { Data = [new Person { Id = graded.Id }] }).ToString().Should().Be("envelope of 1 item");
        (graded with { Object = new Attempt { Id = default }, Generated = null }).ToString().Should().Be("GradeEvent 2019-11-01T19:11:05.222Z submission unknown: no grade");
        using var json = System.Text.Json.JsonDocument.Parse("""{"type":"ViewEvent","id":"\ud800"}""");
        new UnknownCaliperEvent(json.RootElement).ToString().Should().Be("ViewEvent", "half of a surrogate pair is no id");
        var unknown = (UnknownCanvasEvent)GradeEventSerializer.Deserialize(Repository.SampleText("submission-created.json"));
        (unknown with { Metadata = unknown.Metadata with { EventName = "a\nb" } }).ToString().Should().StartWith("a\\u000ab 2026-");
    }
}
