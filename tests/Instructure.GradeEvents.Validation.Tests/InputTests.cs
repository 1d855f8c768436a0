using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Instructure.GradeEvents.Caliper;
using Instructure.GradeEvents.Canvas;
using Instructure.GradeEvents.Tests.Support;

namespace Instructure.GradeEvents.Validation.Tests;

/// <summary>Payloads of <c>Inputs</c>, which went wrong once: what the serializer and the validator make of each.</summary>
/// <remarks>The wrappers among them are in <see cref="RecognitionTests"/>.</remarks>
public class InputTests
{
    private static readonly GradeEventValidator s_ignoring = new(new() { IgnoreUnknownEvents = true });
    private static readonly GradeEventValidator s_strict = new(new() { Strict = true });

    [Fact]
    public void A_grade_change_of_2015_reads_and_is_valid()
    {
        var json = Input("grade-change-2015");

        var change = GradeEventSerializer.Deserialize(json).Should().BeOfType<GradeChangeEvent>().Subject;

        (change.MetadataIsNamedAttributes, change.Metadata.ContextId, change.Metadata.Producer).Should().Be((true, null, null));
        change.Body.Should().Be(new GradeChangeBody
        {
            SubmissionId = new(3012, 71),
            AssignmentId = new(3012, 62),
            Grade = "7",
            Score = 7,
            PointsPossible = 10,
            OldPointsPossible = 10,
            GraderId = new(3012, 4),
            StudentId = new(3012, 55),
            UserId = new(3012, 55),
            GradingComplete = null,
            Muted = null,
        });
        IsValid(json, PayloadKind.GradeChange);
        JsonText.Difference(json, GradeEventSerializer.Serialize(change)).Should().BeNull("what didn't come isn't written");
    }

    [Fact]
    public void A_final_grade_custom_status_reads_and_is_valid()
    {
        var json = Input("final-grade-custom-status");

        var change = GradeEventSerializer.Deserialize(json).Should().BeOfType<FinalGradeCustomStatusEvent>().Subject;

        change.Body.Should().Be(new FinalGradeCustomStatusBody
        {
            ScoreId = new(61),
            EnrollmentId = new(62),
            UserId = new(55),
            CourseId = new(9),
            GradingPeriodId = null,
            OverrideStatus = "Incomplete",
            OverrideStatusId = new(2),
            OldOverrideStatus = null,
            OldOverrideStatusId = null,
            UpdatedAt = new(2024, 5, 6, 7, 8, 9, TimeSpan.Zero),
        });
        IsValid(json, PayloadKind.FinalGradeCustomStatus);
        JsonText.Difference(json, GradeEventSerializer.Serialize(change)).Should().BeNull();
    }

    [Theory]
    [InlineData("submission_id")]
    [InlineData("assignment_id")]
    [InlineData("student_id")]
    [InlineData("user_id")]
    [InlineData("score_id")]
    [InlineData("enrollment_id")]
    [InlineData("course_id")]
    [InlineData("workflow_state")]
    [InlineData("created_at")]
    [InlineData("updated_at")]
    public void Nothing_but_the_ids_and_the_times_and_the_state_is_required_of_a_native_event(string member)
    {
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("samples", "payloads"), "*gra*.json").Where(static file => !Path.GetFileName(file).StartsWith("caliper", StringComparison.Ordinal)))
        {
            var payload = JsonNode.Parse(File.ReadAllText(file))!;
            var metadata = (payload["metadata"] ?? payload["attributes"])!.AsObject();
            Keep(metadata, "event_name", "event_time");
            Keep(payload["body"]!.AsObject(), "submission_id", "assignment_id", "student_id", "user_id", "score_id", "enrollment_id", "course_id", "workflow_state", "created_at", "updated_at");
            IsValid(payload.ToJsonString(), GradeEventValidator.Default.Validate(File.ReadAllText(file)).Kind);
            GradeEventSerializer.Deserialize(payload.ToJsonString()).Should().NotBeOfType<UnknownCanvasEvent>();

            if (payload["body"]!.AsObject().Remove(member))
            {
                GradeEventValidator.Default.Validate(payload.ToJsonString()).Issues.Should().ContainSingle().Which.Should().Match<ValidationIssue>(issue => issue.Code == "required" && issue.Path == "/body/" + member);
                GradeEventSerializer.TryDeserialize(payload.ToJsonString(), out _, out var error).Should().BeFalse();
                error!.Path.Should().Be("$.body." + member);
            }
        }

        static void Keep(JsonObject owner, params string[] names)
        {
            foreach (var name in owner.Select(static member => member.Key).Except(names).ToArray())
            {
                owner.Remove(name);
            }
        }
    }

    [Theory]
    [InlineData("near-miss-event-name", PayloadKind.Unknown, "/metadata/event_name", "*did you mean \"grade_change\"?")]
    [InlineData("near-miss-caliper-type", PayloadKind.CaliperEnvelope, "/data/0/type", "*\"gradeEvent\", which is no grade event; expected \"GradeEvent\".")]
    public void A_slip_in_a_name_is_an_error_also_when_other_events_are_ignored(string name, PayloadKind kind, string path, string message)
    {
        foreach (var validator in new[] { GradeEventValidator.Default, s_ignoring })
        {
            var report = validator.Validate(Input(name));

            (report.IsValid, report.IsIgnored, report.Kind).Should().Be((false, false, kind));
            var issue = report.Issues.Should().ContainSingle().Which;
            (issue.Code, issue.Path).Should().Be(("unknown-event", path));
            issue.Message.Should().Match(message);
        }

        (GradeEventSerializer.Deserialize(Input(name)) is UnknownCanvasEvent or CaliperEnvelope { Data: [UnknownCaliperEvent] }).Should().BeTrue("it is an event of an unknown kind to those who read it");
    }

    [Theory]
    [InlineData("array-with-a-broken-event")]
    [InlineData("lambda-sqs-batch")]
    [InlineData("sqs-record")]
    [InlineData("sns-notification")]
    [InlineData("event-in-a-string")]
    public void What_holds_events_is_none_that_could_be_ignored(string name)
        => s_ignoring.Validate(Input(name)).Should().Match<ValidationReport>(static report => !report.IsValid && !report.IsIgnored && report.Issues.Single().Code == "unknown-payload");

    [Fact]
    public void A_large_number_in_a_text_stays_valid_when_it_is_written()
    {
        var json = Input("numberstr-valid-written-invalid");
        var read = GradeEventSerializer.Deserialize(json);

        var written = GradeEventSerializer.Serialize(read);

        IsValid(json, PayloadKind.CaliperEnvelope);
        IsValid(written, PayloadKind.CaliperEnvelope);
        GradeEventSerializer.Deserialize(written).Should().Be(read);
    }

    [Fact]
    public void A_number_with_a_huge_exponent_comes_back_equal()
    {
        var read = GradeEventSerializer.Deserialize(Input("unequal-after-round-trip-huge-exponent"));

        var again = GradeEventSerializer.Deserialize(GradeEventSerializer.Serialize(read));

        again.Should().Be(read);
        again.GetHashCode().Should().Be(read.GetHashCode());
        GradeEventSerializer.Serialize(again).Should().Contain("1e99999999999");
    }

    [Theory]
    [InlineData("raw-bidi-in-message", "\"id\" names the role \"I\\u202enstructor\"*")]
    [InlineData("tag-chars-unescaped", "\"event_name\" is \"x\\udb40\\udc41\\udb40\\udc42y\\u200b\"*")]
    public void Direction_marks_and_tags_are_shown_as_escapes(string name, string message)
    {
        var issue = GradeEventValidator.Default.Validate(Input(name)).Issues.Should().ContainSingle().Which;

        issue.Message.Should().Match(message);
        foreach (var text in new[] { issue.Message, issue.ToString() })
        {
            text.EnumerateRunes().Should().OnlyContain(static rune => Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format);
        }
    }

    [Fact]
    public void A_role_of_a_megabyte_is_cut_in_a_message()
    {
        var issue = GradeEventValidator.Default.Validate(Input("raw-bidi-in-message").Replace("nstructor", new string('n', 1_000_000), StringComparison.Ordinal)).Issues.Should().ContainSingle().Which;

        issue.Message.Length.Should().BeLessThan(300);
        issue.ToString().Length.Should().BeLessThan(400);
    }

    [Fact]
    public void A_name_that_is_not_Unicode_is_malformed_and_its_object_is_not_empty()
    {
        var report = GradeEventValidator.Default.Validate(Input("format-inspect-crash"));

        report.Issues.Select(static issue => (issue.Code, issue.Column)).Should().Equal(("unknown-payload", 1), ("malformed-json", 2));
        report.Issues[0].Message.Should().EndWith("; found an object.");
        GradeEventValidator.Default.Validate("{ }").Issues.Should().ContainSingle().Which.Message.Should().EndWith("; found an empty object.");
        GradeEventSerializer.TryDeserialize(Input("format-inspect-crash"), out _, out var error).Should().BeFalse();
        error!.Message.Should().StartWith("$: ");
    }

    private static void IsValid(string json, PayloadKind kind)
        => s_strict.Validate(json).ToString().Should().Be($"valid ({kind}): 0 errors, 0 warnings", "of {0}", json);

    private static string Input(string name) => File.ReadAllText(Repository.PathOf("tests", "Instructure.GradeEvents.Validation.Tests", "Inputs", name + ".json"));
}
