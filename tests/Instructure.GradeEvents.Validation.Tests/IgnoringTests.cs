using System.Text.Json.Nodes;
using Instructure.GradeEvents.Tests.Support;

namespace Instructure.GradeEvents.Validation.Tests;

/// <summary>Streams have other events too: they may pass, but nothing that is nearly a grade event does.</summary>
public class IgnoringTests
{
    private const string Envelope = """{"sensor":"x","sendTime":"2026-01-01T00:00:00.000Z","dataVersion":"http://purl.imsglobal.org/ctx/caliper/v1p1","data":[ITEMS]}""";
    private const string Other = """{"@context":"http://purl.imsglobal.org/ctx/caliper/v1p1","id":"urn:x:y","type":"NavigationEvent","actor":5,"action":"NavigatedTo"}""";

    private static readonly GradeEventValidator s_ignoring = new(new() { IgnoreUnknownEvents = true });

    private static string GradeEvent => JsonNode.Parse(Repository.SampleText("caliper-published-example.json"))!["data"]![0]!.ToJsonString();

    [Theory]
    [InlineData("""{"metadata":{"event_name":"quiz_submitted","event_time":"x"},"body":5}""")]
    [InlineData("""{"attributes":{"event_name":"submission_created"},"body":{}}""")]
    [InlineData("""{"metadata":{"event_name":"quizzes-lti.grade_changed"},"body":{"user_uuid":"x","quiz_id":"1","score_to_keep":5}}""")]
    [InlineData("""{"body":{"score_id":"1"},"metadata":{"event_name":"course_created"}}""")]
    [InlineData(Other)]
    public void An_event_that_is_not_about_grades_is_ignored(string json)
    {
        GradeEventValidator.Default.Validate(json).IsValid.Should().BeFalse();

        var report = s_ignoring.Validate(json);

        (report.IsIgnored, report.IsValid, report.Kind).Should().Be((true, true, PayloadKind.Unknown));
        report.Issues.Should().BeEmpty();
    }

    [Fact]
    public void An_envelope_of_other_events_only_is_ignored_whatever_else_is_wrong_with_it()
    {
        foreach (var json in new[] { Envelope.Replace("ITEMS", Other, StringComparison.Ordinal), Envelope.Replace("ITEMS", $"{Other},{Other}", StringComparison.Ordinal).Replace("2026-01-01", "yesterday", StringComparison.Ordinal) })
        {
            var report = s_ignoring.Validate(json);

            (report.IsIgnored, report.IsValid, report.Kind).Should().Be((true, true, PayloadKind.Unknown));
            report.Issues.Should().BeEmpty();
        }
    }

    [Fact]
    public void An_envelope_with_a_grade_event_is_judged_by_it()
    {
        var valid = s_ignoring.Validate(Envelope.Replace("ITEMS", $"{Other},{GradeEvent}", StringComparison.Ordinal));
        var invalid = s_ignoring.Validate(Envelope.Replace("ITEMS", $"{GradeEvent.Replace("\"Graded\"", "\"graded\"", StringComparison.Ordinal)},{Other}", StringComparison.Ordinal));

        (valid.IsIgnored, valid.IsValid, valid.Kind).Should().Be((false, true, PayloadKind.CaliperEnvelope));
        (invalid.IsIgnored, invalid.IsValid, invalid.Kind).Should().Be((false, false, PayloadKind.CaliperEnvelope));
        invalid.Issues.Should().ContainSingle(static issue => issue.Severity == ValidationSeverity.Error).Which.Path.Should().Be("/data/0/action");

        // What is ignored beside it still has to be JSON, and to be no slip.
        var unsound = s_ignoring.Validate(Envelope.Replace("ITEMS", $"{GradeEvent},{Other.Replace("\"actor\":5", "\"actor\":{\"a\":1,\"a\":2}", StringComparison.Ordinal)}", StringComparison.Ordinal));
        var slip = s_ignoring.Validate(Envelope.Replace("ITEMS", $"{GradeEvent},{Other.Replace("NavigationEvent", "GradEvent", StringComparison.Ordinal)}", StringComparison.Ordinal));
        foreach (var (report, code, path) in new[] { (unsound, "duplicate-property", "/data/1/actor/a"), (slip, "unknown-event", "/data/1/type") })
        {
            (report.IsIgnored, report.IsValid, report.Kind).Should().Be((false, false, PayloadKind.CaliperEnvelope));
            report.Issues.Single(static issue => issue.Severity == ValidationSeverity.Error).Should().Match<ValidationIssue>(issue => issue.Code == code && issue.Path == path);
        }
    }

    [Theory]
    [InlineData("""{"metadata":{"event_name":"grade_chnage","event_time":"2026-01-01T00:00:00Z"},"body":{}}""", "unknown-event")]
    [InlineData("""{"metadata":{"event_name":"Grade_Change"},"body":{}}""", "unknown-event")]
    [InlineData("""{"metadata":{"event_name":"course_grade_changes"},"body":{}}""", "unknown-event")]
    [InlineData("""{"metadata":{"event_name":"final_grade_custom_statuses"},"body":{}}""", "unknown-event")]
    [InlineData("""{"metadata":{"event_name":"final_grade_customstatus"},"body":{}}""", "unknown-event")]
    [InlineData("""{"attributes":{"event_name":"FINAL_GRADE_CUSTOM_STATUS"},"body":{}}""", "unknown-event")]
    [InlineData("""{"@context":"x","type":"GradesEvent","actor":5}""", "unknown-event")]
    [InlineData("""{"sensor":"x","sendTime":"2026-01-01T00:00:00.000Z","dataVersion":"http://purl.imsglobal.org/ctx/caliper/v1p1","data":[{"type":"gradeEvent","actor":5}]}""", "unknown-event")]
    [InlineData("""{"sensor":"x","sendTime":"2026-01-01T00:00:00.000Z","dataVersion":"http://purl.imsglobal.org/ctx/caliper/v1p1","data":[{"type":"GraddeEvent","actor":5},{"type":"NavigationEvent"}]}""", "unknown-event")]
    [InlineData("""[{"metadata":{"event_name":"quiz_submitted"},"body":{}}]""", "unknown-payload")]
    [InlineData("""{"Records":[]}""", "unknown-payload")]
    [InlineData("""{}""", "unknown-payload")]
    [InlineData("""{"metadata":{"event_name":"quiz_submitted"},"body":{}""", "malformed-json")]
    [InlineData("""{"metadata":{"event_name":"quiz_submitted"},"body":{"a":1,"a":2}}""", "duplicate-property")]
    [InlineData("""{"metadata":{"event_name":5},"body":{}}""", "type")]
    [InlineData("""{"metadata":{},"body":{}}""", "required")]
    public void What_is_nearly_ours_or_no_event_is_an_error_all_the_same(string json, string code)
    {
        var report = s_ignoring.Validate(json);

        report.IsIgnored.Should().BeFalse();
        report.IsValid.Should().BeFalse();
        report.Issues.Select(static issue => issue.Code).Should().Contain(code);
    }

    [Fact]
    public void Nothing_is_ignored_that_nobody_asked_for()
    {
        foreach (var file in Repository.SampleFiles)
        {
            var payload = File.ReadAllBytes(file);
            var report = s_ignoring.Validate(payload);

            GradeEventValidator.Default.Validate(payload).IsIgnored.Should().BeFalse();
            report.IsIgnored.Should().Be(file.EndsWith("submission-created.json", StringComparison.Ordinal), "of {0}", file);
            report.IsValid.Should().BeTrue("of {0}: {1}", file, report);
        }
    }

    [Fact]
    public void Codes_are_left_out()
    {
        var json = Repository.SampleText("grade-change-compact.json").Replace("\"body\":{", "\"more\":1,\"body\":{\"muted\":5,", StringComparison.Ordinal);
        GradeEventValidator.Default.Validate(json).Issues.Select(static issue => issue.Code).Should().BeEquivalentTo(IssueCodes.UnknownProperty, IssueCodes.Type, IssueCodes.DuplicateProperty);

        With(IssueCodes.UnknownProperty).Issues.Select(static issue => issue.Code).Should().BeEquivalentTo(IssueCodes.Type, IssueCodes.DuplicateProperty);
        With(IssueCodes.Type, IssueCodes.DuplicateProperty).IsValid.Should().BeTrue();
        With(IssueCodes.Type, IssueCodes.DuplicateProperty, IssueCodes.UnknownProperty).Issues.Should().BeEmpty();
        new GradeEventValidator(new() { Strict = true, IgnoredCodes = [IssueCodes.UnknownProperty] }).Validate(json).Issues.Should().HaveCount(2);

        ValidationReport With(params string[] codes) => new GradeEventValidator(new() { IgnoredCodes = codes }).Validate(json);
    }

    [Theory]
    [InlineData("unknown_property")]
    [InlineData("")]
    [InlineData(IssueCodes.MalformedJson)]
    [InlineData(IssueCodes.TooDeep)]
    [InlineData(IssueCodes.TooLarge)]
    [InlineData(IssueCodes.UnknownPayload)]
    [InlineData(IssueCodes.TooManyIssues)]
    public void A_code_that_there_is_not_or_that_says_that_nothing_was_judged_can_not_be_left_out(string code)
        => FluentActions.Invoking(() => new GradeEventValidatorOptions { IgnoredCodes = [IssueCodes.Enum, code] })
            .Should().Throw<ArgumentException>().WithMessage($"\"{code}\" is no code that can be left out; those are *unknown-property*");

    [Fact]
    public void Options_are_values()
    {
        FluentActions.Invoking(static () => new GradeEventValidatorOptions { IgnoredCodes = null! }).Should().Throw<ArgumentNullException>();
        var options = new GradeEventValidatorOptions { IgnoredCodes = ["type", "enum"] };

        options.Should().Be(new GradeEventValidatorOptions { IgnoredCodes = new List<string> { "enum", "type", "enum" } });
        options.GetHashCode().Should().Be(new GradeEventValidatorOptions { IgnoredCodes = ["enum", "type"] }.GetHashCode());
        options.Should().NotBe(new GradeEventValidatorOptions { IgnoredCodes = ["type"] });
        options.Should().NotBe(options with { IgnoreUnknownEvents = true });
        options.Should().NotBe(options with { Strict = true });
        options.Should().NotBe(options with { CheckConsistency = false });
    }
}
