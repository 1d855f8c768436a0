using System.Runtime.CompilerServices;
using System.Text.Json;
using Instructure.GradeEvents.Canvas;
using Instructure.GradeEvents.Tests.Support;

namespace Instructure.GradeEvents.Tests.Canvas;

/// <summary>What the records say about the payloads in Canvas's own format.</summary>
public class CanvasEventTests
{
    public static TheoryData<string> Bodies => [.. Facts.All.Where(static name => name.EndsWith("Body", StringComparison.Ordinal))];

    [Fact]
    public void Grade_change_by_a_teacher()
    {
        var change = Read<GradeChangeEvent>("grade-change-by-teacher.json");

        change.MetadataIsNamedAttributes.Should().BeFalse();
        change.Metadata.EventName.Should().Be("grade_change");
        change.Metadata.EventTime.Should().Be(new DateTimeOffset(2026, 9, 14, 11, 20, 33, 271, TimeSpan.Zero));
        change.Metadata.ContextId.Should().Be(new CanvasId(2107, 588));
        change.Metadata.RealUserId.Should().BeNull();
        change.Metadata.JobId.Should().BeNull();
        change.Body.Should().Be(new GradeChangeBody
        {
            SubmissionId = new(2107, 12873),
            AssignmentId = new(2107, 412),
            AssignmentName = "Problem set 3: sampling & bias",
            Grade = "8.5",
            OldGrade = "8",
            Score = 8.5m,
            OldScore = 8m,
            PointsPossible = 10m,
            OldPointsPossible = 10m,
            GraderId = new(2107, 987),
            StudentId = new(2107, 73),
            StudentSisId = "S-204518",
            UserId = new(2107, 73),
            GradingComplete = true,
            Muted = false,
        });
    }

    [Fact]
    public void Grade_change_by_autograding_has_no_grader()
    {
        var change = Read<GradeChangeEvent>("grade-change-by-autograding.json");

        change.Body.GraderId.Should().BeNull();
        change.Body.OldGrade.Should().BeNull();
        change.Body.GradingComplete.Should().BeFalse();
        change.Body.Muted.Should().BeTrue();
        change.Metadata.JobId.Should().Be(new CanvasId(1020020528469291));
        change.Metadata.RequestId.Should().BeNull();
    }

    [Fact]
    public void The_compact_form_leaves_out_what_is_null()
    {
        var change = Read<GradeChangeEvent>("grade-change-compact.json");

        (change.Body.OldScore, change.Body.OldGrade, change.Body.StudentSisId).Should().Be((null, null, null));
        change.Body.Grade.Should().Be("A-");
    }

    [Theory]
    [InlineData("")]
    [InlineData(""","grading_complete":null,"muted":null""")]
    public void An_event_of_the_first_years_does_not_tell_whether_grading_is_complete_and_the_grade_is_posted(string members)
    {
        var json = $$$"""
            {"metadata":{"event_name":"grade_change","event_time":"2015-10-19T16:01:12Z"},"body":{"submission_id":"30120000000000071",
            "assignment_id":"30120000000000062","student_id":"30120000000000055","user_id":"30120000000000055"{{{members}}}}}
            """;

        var change = (GradeChangeEvent)GradeEventSerializer.Deserialize(json);

        (change.Body.GradingComplete, change.Body.Muted, change.Body.StudentSisId, change.Metadata.ContextId).Should().Be((null, null, null, null));
        JsonText.Difference(json, GradeEventSerializer.Serialize(change)).Should().BeNull();
        GradeEventSerializer.Serialize(change with { Body = change.Body with { Muted = true, Grade = null } }).Should().Contain("\"muted\":true").And.NotContain("\"grade\"");
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public void A_body_that_is_made_writes_every_member_as_Canvas_does(string type)
    {
        var read = JsonSerializer.Deserialize(new PayloadMaker(random: null).Make(type).ToJsonString(), TypeOf(type), GradeEventSerializer.Options)!;
        var made = (PayloadObject)Activator.CreateInstance(TypeOf(type))!;
        foreach (var property in TypeOf(type).GetProperties().Where(static property => property.CustomAttributes.Any(static attribute => attribute.AttributeType.Name == nameof(RequiredMemberAttribute))))
        {
            property.SetValue(made, property.GetValue(read));
        }

        var written = JsonSerializer.SerializeToNode(made, TypeOf(type), GradeEventSerializer.Options)!.AsObject();

        written.Select(static member => member.Key).Should().BeEquivalentTo(Facts.Of(type).Select(static fact => fact.Name));
        written.Where(static member => member.Value is null).Select(static member => member.Key).Should().BeEquivalentTo(Facts.Of(type).Where(static fact => !fact.Required).Select(static fact => fact.Name));
        JsonSerializer.Deserialize(written, TypeOf(type), GradeEventSerializer.Options).Should().Be(made);
    }

    [Fact]
    public void A_copy_of_a_made_body_writes_nulls_too_and_metadata_that_are_made_write_none()
    {
        var made = new GradeChangeEvent
        {
            Metadata = new() { EventName = "grade_change", EventTime = DateTimeOffset.UnixEpoch },
            Body = new() { SubmissionId = new(1), AssignmentId = new(2), StudentId = new(3), UserId = new(3), Score = 5 },
        };

        GradeEventSerializer.Serialize(made with { Body = made.Body with { Score = null, Grade = "A-" } }).Should().Be(string.Concat("""
            {"metadata":{"event_name":"grade_change","event_time":"1970-01-01T00:00:00Z"},
            "body":{"assignment_id":"2","assignment_name":null,"grade":"A-","grader_id":null,"grading_complete":null,"muted":null,
            "old_grade":null,"old_points_possible":null,"old_score":null,"points_possible":null,"score":null,
            "student_id":"3","student_sis_id":null,"submission_id":"1","user_id":"3"}}
            """.Split('\n', '\r')));
    }

    [Fact]
    public void Kinesis_calls_the_metadata_attributes()
        => Read<GradeChangeEvent>("grade-change-from-kinesis.json").Should().Match<GradeChangeEvent>(it => it.MetadataIsNamedAttributes && it.Body.Score == 0.1m);

    [Fact]
    public void Course_grade_change_for_a_first_submission()
    {
        var change = Read<CourseGradeChangeEvent>("course-grade-change-first-submission.json");

        change.Body.UserId.Should().Be(new CanvasId(79));
        change.Body.WorkflowState.Should().Be("active");
        change.Body.CreatedAt.Should().Be(new DateTimeOffset(2026, 9, 1, 17, 30, 0, TimeSpan.Zero));
        (change.Body.OldCurrentScore, change.Body.CurrentScore).Should().Be((null, 70m));
        (change.Body.OldFinalScore, change.Body.FinalScore).Should().Be((0m, 3.5m));
    }

    [Fact]
    public void Grade_override_set_and_removed()
    {
        var set = Read<GradeOverrideEvent>("grade-override-set.json");
        (set.Body.OldOverrideScore, set.Body.OverrideScore, set.Body.GradingPeriodId).Should().Be((null, 90m, null));

        var removed = Read<GradeOverrideEvent>("grade-override-removed.json");
        (removed.Body.OldOverrideScore, removed.Body.OverrideScore, removed.Body.GradingPeriodId).Should().Be((90m, null, new CanvasId(14)));
    }

    [Fact]
    public void An_event_of_another_kind_keeps_its_body()
    {
        var other = Read<UnknownCanvasEvent>("submission-created.json");

        other.Metadata.EventName.Should().Be("submission_created");
        other.Body.GetProperty("submission_type").GetString().Should().Be("online_text_entry");
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    public void An_empty_id_is_null_where_null_is_allowed(string id)
    {
        var json = Repository.SampleText("grade-change-by-teacher.json").Replace("\"grader_id\": \"21070000000000987\"", "\"grader_id\":" + id, StringComparison.Ordinal);

        var change = (GradeChangeEvent)GradeEventSerializer.Deserialize(json);

        change.Body.GraderId.Should().BeNull();
        GradeEventSerializer.Serialize(change).Should().Contain("\"grader_id\":null");
    }

    [Theory]
    [InlineData("8.881784197001252e-16", "0.0000000000000008881784197001")]
    [InlineData("1e-400", "0.0000000000000000000000000000")]
    [InlineData("0.10", "0.10")]
    [InlineData("1E+2", "100")]
    [InlineData("0.10000000000000000000000000000000001", "0.1000000000000000000000000000")]
    public void A_number_with_more_decimals_than_decimal_has_is_rounded_but_written_as_it_came(string number, string score)
    {
        var json = Repository.SampleText("grade-change-by-teacher.json").Replace("\"score\": 8.5", "\"score\":" + number, StringComparison.Ordinal);

        var change = (GradeChangeEvent)GradeEventSerializer.Deserialize(json);

        change.Body.Score!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture).Should().Be(score);
        JsonText.Difference(json, GradeEventSerializer.Serialize(change)).Should().BeNull();
        var copy = change with { Body = change.Body with { Grade = "F" } };
        GradeEventSerializer.Serialize(copy).Should().Contain("\"score\":" + (score.Length < 28 ? score : number));
        var changed = change with { Body = change.Body with { Score = 7.25m } };
        GradeEventSerializer.Serialize(changed).Should().Contain("\"score\":7.25,");
    }

    [Theory]
    [InlineData("2026-09-14T11:20:33.12345678Z")]
    [InlineData("2026-09-14T11:20:33.1234567001+02:00")]
    [InlineData("\\u0032026-09-14T11:20:33.12345678Z")]
    public void A_time_finer_than_a_tick_is_written_as_it_came(string time)
    {
        var json = Repository.SampleText("grade-change-by-teacher.json").Replace("2026-09-14T11:20:33.271Z", time, StringComparison.Ordinal);

        var change = (GradeChangeEvent)GradeEventSerializer.Deserialize(json);

        change.Metadata.EventTime.UtcDateTime.Ticks.Should().Be(change.Metadata.EventTime.UtcDateTime.Date.AddHours(change.Metadata.EventTime.UtcDateTime.Hour).AddSeconds(20 * 60 + 33).Ticks + 1234567);
        GradeEventSerializer.Serialize(change).Should().Contain(time.Replace("\\u0032", "2", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"dataVersion":5,"data":[],META}""")]
    [InlineData("""{"dataVersion":"x","sensor":"s","sendTime":"2026-01-01T00:00:00.000Z","data":5,META}""")]
    public void A_whole_event_with_the_names_of_an_envelope_around_it_is_read(string json)
    {
        var sample = Repository.SampleText("grade-change-compact.json").Trim()[1..^1];

        GradeEventSerializer.Deserialize(json.Replace("META", sample, StringComparison.Ordinal)).Should().BeOfType<GradeChangeEvent>()
            .Which.UnknownMembers.Should().ContainKey("dataVersion");
    }

    [Fact]
    public void What_could_be_of_either_format_and_is_broken_is_explained_as_that_of_which_most_is_there()
    {
        var read = () => GradeEventSerializer.Deserialize("""{"dataVersion":5,"data":[],"metadata":{},"body":{}}""");

        read.Should().Throw<JsonException>().Which.Path.Should().Be("$.metadata.event_name");
    }

    [Fact]
    public void Words_that_are_not_known_keep_their_text()
    {
        var json = Repository.SampleText("course-grade-change-from-job.json").Replace("\"active\"", "\"on_hold\"", StringComparison.Ordinal);

        ((CourseGradeChangeEvent)GradeEventSerializer.Deserialize(json)).Body.WorkflowState.Should().Be("on_hold");
    }

    [Fact]
    public void An_event_has_its_own_name_or_cannot_be_written()
    {
        var change = Read<GradeChangeEvent>("grade-change-by-teacher.json");
        var other = Read<UnknownCanvasEvent>("submission-created.json");
        var one = JsonSerializer.SerializeToElement(1);
        foreach (var (liveEvent, message) in new (LiveEvent, string)[]
        {
            (change with { Metadata = change.Metadata with { EventName = "grade_override" } }, "*\"grade_override\"; its name is \"grade_change\"."),
            (other with { Metadata = other.Metadata with { EventName = "grade_change" } }, "*UnknownCanvasEvent can't have the event name \"grade_change\"."),
            (change with { UnknownMembers = new Dictionary<string, JsonElement> { ["body"] = one } }, "*has it already*"),
            (change with { MetadataIsNamedAttributes = true, UnknownMembers = new Dictionary<string, JsonElement> { ["metadata"] = one } }, "*has it already*"),
        })
        {
            Action write = () => GradeEventSerializer.Serialize(liveEvent);
            write.Should().Throw<InvalidOperationException>().WithMessage(message);
        }
    }

    [Fact]
    public void What_is_required_cannot_be_null()
    {
        var change = Read<GradeChangeEvent>("grade-change-by-teacher.json");
        foreach (var make in new Action[] { () => _ = change with { Body = null! }, () => _ = change with { Metadata = null! }, () => _ = change.Metadata with { EventName = null! }, () => _ = change with { UnknownMembers = null! } })
        {
            make.Should().Throw<ArgumentNullException>();
        }
    }

    private static Type TypeOf(string record) => typeof(CanvasEvent).Assembly.GetType($"{typeof(CanvasEvent).Namespace}.{record}", throwOnError: true)!;

    private static T Read<T>(string name)
        where T : CanvasEvent
        => GradeEventSerializer.Deserialize(Repository.Sample(name)).Should().BeOfType<T>().Subject;
}
