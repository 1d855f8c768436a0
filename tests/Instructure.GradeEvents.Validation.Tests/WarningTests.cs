using System.Text.Json.Nodes;
using Instructure.GradeEvents.Tests.Support;

namespace Instructure.GradeEvents.Validation.Tests;

/// <summary>What leaves a payload valid and deserves a look.</summary>
public class WarningTests
{
    private const string Example = "caliper-published-example.json";

    [Theory]
    [InlineData(1000, 1000, "")]
    [InlineData(1001, 1000, "…")]
    [InlineData(3_000_000, 1000, "…")]
    public void A_path_has_the_beginning_of_a_name_that_nobody_would_read(int length, int shown, string mark)
    {
        var payload = JsonNode.Parse(Repository.SampleText("grade-change-by-teacher.json"))!;
        payload["body"]![new string('x', length)] = true;
        payload["body"]!["muted"] = 5;

        var issue = GradeEventValidator.Default.Validate(payload.ToJsonString()).Issues.Should().ContainSingle(static issue => issue.Code == IssueCodes.UnknownProperty).Which;

        issue.Path.Should().Be("/body/" + new string('x', shown) + mark);
        issue.Message.Length.Should().BeLessThan(500);
    }

    [Theory]
    [InlineData(Example, "/data/0/object/extensions/com.instructure.canvas/entity_id", "\"21070000000011087\"", "/data/0/object/extensions/com.instructure.canvas/entity_id")]
    [InlineData(Example, "/data/0/generated/extensions/com.instructure.canvas/entity_id", "\"21080000000011086\"", "/data/0/generated/extensions/com.instructure.canvas/entity_id")]
    [InlineData(Example, "/data/0/object/extensions/com.instructure.canvas/entity_id", "\"86\"", "/data/0/object/extensions/com.instructure.canvas/entity_id")] // the id ends in it, too
    [InlineData(Example, "/data/0/group/extensions/com.instructure.canvas/entity_id", "\"566\"", "/data/0/group/extensions/com.instructure.canvas/entity_id")]
    [InlineData(Example, "/data/0/generated/attempt/id", "\"urn:instructure:canvas:submission:21070000000011087\"", "/data/0/generated/attempt/id")]
    [InlineData(Example, "/data/0/generated/attempt", "\"urn:instructure:canvas:submission:21070000000011087\"", "/data/0/generated/attempt")]
    [InlineData(Example, "/data/0/generated/attempt/assignee/id", "\"urn:instructure:canvas:user:21070000000000049\"", "/data/0/generated/attempt/assignee/id")]
    [InlineData(Example, "/data/0/object/assignee", "\"urn:instructure:canvas:user:21070000000000049\"", "/data/0/generated/attempt/assignee/id")]
    [InlineData(Example, "/data/0/generated/attempt/assignable/id", "\"urn:instructure:canvas:assignment:21070000000000356\"", "/data/0/generated/attempt/assignable/id")]
    [InlineData(Example, "/data/0/actor/id", "\"urn:instructure:canvas:user:21070000000000988\"", "/data/0/membership/member/id")]
    [InlineData(Example, "/data/0/group", "\"urn:instructure:canvas:course:21070000000000566\"", "/data/0/membership/organization/id")]
    [InlineData(Example, "/data/0/membership/id", "\"urn:instructure:canvas:course:21070000000000566:Instructor:21070000000000987\"", "/data/0/membership/id")]
    [InlineData(Example, "/data/0/membership/id", "\"urn:instructure:canvas:course:21070000000000565:Learner:21070000000000987\"", "/data/0/membership/id")]
    [InlineData(Example, "/data/0/membership/id", "\"urn:instructure:canvas:course:21070000000000565:Instructor:21070000000000988\"", "/data/0/membership/id")]
    [InlineData(Example, "/data/0/membership", "\"urn:instructure:canvas:course:21070000000000565:Instructor:21070000000000988\"", "/data/0/membership")]
    [InlineData(Example, "/data/0/membership/id", "\"urn:instructure:canvas:course:21070000000000565:Instruct:21070000000000987\"", "/data/0/membership/id")] // a part of a role
    [InlineData(Example, "/data/0/membership", """{"id":"urn:instructure:canvas:course:21070000000000565:TeachingAssistant:21070000000000987","type":"Membership","roles":["Instructor#TeachingAssistant"]}""", "/data/0/membership/id")] // a sub-role
    [InlineData(Example, "/data/0/membership/member/id", "\"urn:instructure:canvas:user:21070000000000988\"", "/data/0/membership/member/id")]
    [InlineData(Example, "/data/0/group/members", """[{"id":"urn:instructure:canvas:user:5","type":"Person","extensions":{"com.instructure.canvas":{"entity_id":"6"}}}]""", "/data/0/group/members/0/extensions/com.instructure.canvas/entity_id")]
    [InlineData("grade-change-by-teacher.json", "/body/user_id", "\"21070000000000074\"", "/body/student_id")]
    public void Ids_that_contradict_each_other(string sample, string changed, string value, string path)
    {
        var report = GradeEventValidator.Default.Validate(With(sample, changed, value));

        var issue = report.Issues.Should().ContainSingle().Which;
        (issue.Severity, issue.Code, issue.Path).Should().Be((ValidationSeverity.Warning, "inconsistent-id", path));
        issue.Message.Should().EndWith("expected both to agree.");
        report.IsValid.Should().BeTrue();
        new GradeEventValidator(new() { CheckConsistency = false }).Validate(With(sample, changed, value)).Issues.Should().BeEmpty();
        new GradeEventValidator(new() { Strict = true }).Validate(With(sample, changed, value)).IsValid.Should().BeFalse();
    }

    [Theory]
    [InlineData("/data/0/object/extensions/com.instructure.canvas/entity_id", "\"11086\"")] // local beside global
    [InlineData("/data/0/object/id", "\"URN:INSTRUCTURE:canvas:submission:21070000000011086\"")]
    [InlineData("/data/0/membership/roles", """["Instructor#TeachingAssistant"]""")]
    [InlineData("/data/0/membership/roles", """["Learner","Instructor"]""")]
    [InlineData("/data/0/membership/roles", "[]")]
    [InlineData("/data/0/membership/id", "\"https://example.org/membership/5\"")]
    [InlineData("/data/0/membership", """{"id":"URN:INSTRUCTURE:canvas:course:21070000000000565:Instructor:21070000000000987","type":"Membership","roles":["Instructor#TeachingAssistant"]}""")]
    [InlineData("/data/0/membership/organization", "null")]
    [InlineData("/data/0/membership/member", "null")]
    [InlineData("/data/0/generated/attempt", "null")]
    [InlineData("/data/0/generated", "\"urn:instructure:canvas:submission:21070000000011086\"")]
    [InlineData("/data/0/group", "null")]
    [InlineData("/sendTime", "\"2019-11-01T19:11:05.222Z\"")]
    public void What_agrees_or_is_not_there_is_no_contradiction(string changed, string value)
        => GradeEventValidator.Default.Validate(With(Example, changed, value)).Issues.Should().BeEmpty();

    [Theory]
    [InlineData("5:Instructor:21070000000000987", "names the course 5, but the organization is 21070000000000565")]
    [InlineData("21070000000000565:Instructor:21080000000000987", "names the user 21080000000000987, but the member is 21070000000000987")]
    [InlineData("21070000000000565:Learner:21070000000000987", "names the role \"Learner\", but \"roles\" does not have it")]
    public void The_membership_says_what_contradicts_it(string parts, string what)
    {
        var issue = GradeEventValidator.Default.Validate(With(Example, "/data/0/membership/id", $"\"urn:instructure:canvas:course:{parts}\"")).Issues.Should().ContainSingle().Which;

        issue.Message.Should().Contain(what);
    }

    [Theory]
    [InlineData("\"21070000000011086\"", "\"2107000000001108\\u0036\"", false)]
    [InlineData("\"21070000000011086\"", "\"2107000000001108\\u0037\"", true)]
    [InlineData("canvas:submission:21070000000011086", "canvas:submission:2107000000001108\\u0036", false)]
    [InlineData("Instructor:21070000000000987", "Instr\\u0075ctor:21070000000000987", false)]
    [InlineData("[\"Instructor\"]", "[\"Instr\\u0075ctor\"]", false)]
    [InlineData("\"2019-11-16T02:09:06.543Z\"", "\"2019-11-16T02:09:0\\u0036.543Z\"", false)]
    public void An_escape_is_what_it_stands_for(string text, string written, bool isContradiction)
    {
        var json = JsonNode.Parse(Repository.SampleText(Example))!.ToJsonString();
        json.Should().Contain(text);

        var issues = GradeEventValidator.Default.Validate(json.Replace(text, written, StringComparison.Ordinal)).Issues;

        issues.Select(static issue => issue.Code).Distinct().Should().Equal(isContradiction ? [IssueCodes.InconsistentId] : []);
    }

    [Fact]
    public void What_is_broken_is_no_contradiction_besides()
    {
        foreach (var (changed, value) in new[] { ("/data/0/generated/attempt/id", "5"), ("/data/0/membership", "[]"), ("/data/0/group/extensions/com.instructure.canvas/entity_id", "\"x\""), ("/sendTime", "\"2000-01-01\""), ("/data/0/actor", "{}"), ("/data/0/actor/id", "\"not an iri\""),
            ("/data/0/group/id", "\"\""), ("/data/0/membership/id", "\" urn:instructure:canvas:course:1:Learner:2\""), ("/data/0/object/extensions/com.instructure.canvas/entity_id", "\"2107~5\"") })
        {
            GradeEventValidator.Default.Validate(With(Example, changed, value)).Issues.Should().NotBeEmpty().And.OnlyContain(static issue => issue.Severity == ValidationSeverity.Error, "of {0}", changed);
        }

        GradeEventValidator.Default.Validate(With("grade-change-by-teacher.json", "/body/user_id", "\"abc\"")).Issues.Should().ContainSingle().Which.Code.Should().Be("pattern");
    }

    [Fact]
    public void Sent_before_it_happened()
    {
        var report = GradeEventValidator.Default.Validate(With(Example, "/sendTime", "\"2019-11-01T19:11:05.221Z\""));

        report.Issues.Should().ContainSingle().Which.ToString().Should().Be(
            "1:54 warning time-order /sendTime: \"sendTime\" is \"2019-11-01T19:11:05.221Z\", before the \"eventTime\" of an event in it, \"2019-11-01T19:11:05.222Z\"; expected it later.");
        report.IsValid.Should().BeTrue();
    }

    [Fact]
    public void Sent_before_the_last_of_its_events_happened()
    {
        foreach (var (first, second) in new[] { ("2019-11-01T00:00:00.000Z", "2019-11-03T00:00:00.000Z"), ("2019-11-03T00:00:00.000Z", "2019-11-01T00:00:00.000Z") })
        {
            var envelope = JsonNode.Parse(With(Example, "/sendTime", "\"2019-11-02T00:00:00.000Z\""))!;
            var events = envelope["data"]!.AsArray();
            events.Add(events[0]!.DeepClone());
            (events[0]!["eventTime"], events[1]!["eventTime"]) = (first, second);

            GradeEventValidator.Default.Validate(envelope.ToJsonString()).Issues.Should().ContainSingle().Which.Message.Should().Contain("\"2019-11-03T00:00:00.000Z\"");
        }
    }

    [Fact]
    public void Events_of_one_envelope_do_not_contradict_each_other()
    {
        var envelope = JsonNode.Parse(Repository.SampleText(Example))!;
        var other = envelope["data"]![0]!.DeepClone().AsObject();
        other["actor"] = "urn:instructure:canvas:user:21070000000000988";
        other["object"] = "urn:instructure:canvas:submission:21070000000011087";
        other["group"] = "urn:instructure:canvas:course:21070000000000566";
        other.Remove("generated");
        other.Remove("membership");
        envelope["data"]!.AsArray().Add(other);

        GradeEventValidator.Default.Validate(envelope.ToJsonString()).Issues.Should().BeEmpty();
    }

    [Theory]
    [InlineData(Example, "/data/0/membership/roles", """["Instructor","Boss"]""", "/data/0/membership/roles/1")]
    [InlineData(Example, "/data/0/membership/roles", """["Instructor","Instructor#Boss"]""", "/data/0/membership/roles/1")]
    [InlineData(Example, "/data/0/membership/status", "\"active\"", "/data/0/membership/status")]
    [InlineData("course-grade-change-from-job.json", "/body/workflow_state", "\"completed\"", "/body/workflow_state")]
    public void Terms_that_are_not_in_the_vocabulary(string sample, string changed, string value, string path)
    {
        var report = GradeEventValidator.Default.Validate(With(sample, changed, value));

        var issue = report.Issues.Should().ContainSingle().Which;
        (issue.Severity, issue.Code, issue.Path).Should().Be((ValidationSeverity.Warning, "unknown-term", path));
    }

    [Theory]
    [InlineData(Example, "/sensors", "\"sensors\" is not documented for a Caliper envelope.")]
    [InlineData(Example, "/data/0/evenTime", "\"evenTime\" is not documented for GradeEvent.")]
    [InlineData(Example, "/data/0/federatedSesion", "\"federatedSesion\" is not documented for GradeEvent; did you mean \"federatedSession\"?")]
    [InlineData(Example, "/data/0/actor/e~1mail~0x.y", "\"e/mail~x.y\" is not documented for Person.")]
    [InlineData(Example, "/data/0/object/assignable/max_attempts", "\"max_attempts\" is not documented for AssignableDigitalResource; did you mean \"maxAttempts\"?")]
    [InlineData("grade-change-compact.json", "/exp_", "\"exp_\" is not documented for a grade_change event.")]
    [InlineData("grade-change-compact.json", "/body/exp", "\"exp\" is not documented for the body of grade_change.")] // a claim of a token, but not here
    [InlineData("grade-change-compact.json", "/metadata/x", "\"x\" is not documented for the metadata of a Canvas event.")]
    [InlineData("grade-change-compact.json", "/body/GRADER_id", "\"GRADER_id\" is not documented for the body of grade_change.")]
    public void Members_that_are_not_documented(string sample, string path, string message)
    {
        var report = GradeEventValidator.Default.Validate(With(sample, path, "[{}]"));

        var issue = report.Issues.Should().ContainSingle().Which;
        (issue.Severity, issue.Code, issue.Path, issue.Message).Should().Be((ValidationSeverity.Warning, "unknown-property", path, message));
        report.IsValid.Should().BeTrue();
    }

    [Theory]
    [InlineData("/data/0/extensions/vendor", "[]")]
    [InlineData("/data/0/extensions/com.instructure.canvas/new", "5")]
    [InlineData("/data/0/actor/extensions", """{"com.instructure.canvas":{"new":{}},"a/b":1}""")]
    [InlineData("/data/0/object/assignable", """{"id":"urn:instructure:canvas:assignment:21070000000000355","type":"WebPage","more":1}""")]
    [InlineData("/data/0/referrer", """{"id":"https://example.org/","type":"Frame","more":1}""")]
    [InlineData("/data/0/federatedSession", """{"id":"urn:x:y","type":"LtiSession","messageParameters":{"a":[1]}}""")]
    [InlineData("/data/0/federatedSession", """{"id":"urn:instructure:canvas:session:5","type":"LtiSession","messageParameters":{"id":"urn:instructure:canvas:user:5","extensions":{"com.instructure.canvas":{"entity_id":"6"}}}}""")]
    [InlineData("/exp", "1767225600")]
    [InlineData("/nbf", "1767225600")]
    [InlineData("/sub", "\"x\"")]
    [InlineData("/aud", "[\"x\"]")]
    [InlineData("/jti", "\"x\"")]
    [InlineData("/iat", "1767225600")]
    [InlineData("/iss", "\"Canvas\"")]
    public void Where_anything_can_stand_nothing_is_unknown(string changed, string value)
        => GradeEventValidator.Default.Validate(With(Example, changed, value)).Issues.Should().BeEmpty();

    [Fact]
    public void Nothing_of_a_payload_in_a_message_is_unprintable()
    {
        const string Hidden = "\u202e\u200b\u2066\U000E0041\u0085";
        var messages = new List<string>();
        foreach (var root in Cases.FaultCases.Roots)
        {
            var maker = new PayloadMaker(random: null, asDocumented: true);
            var payload = maker.Make(root);
            foreach (var (owner, fact) in maker.Places.Where(static (_, i) => i % 7 == 0))
            {
                foreach (var value in new[] { $"\"urn:instructure:canvas:course:5:I{Hidden}:1\"", $"[\"{Hidden}\"]", $"{{\"{Hidden}\":[1,{{\"{Hidden}\":1,\"{Hidden}\":2}}]}}" })
                {
                    var report = GradeEventValidator.Default.Validate(JsonText.Write(payload, owner, fact.Name, (name, _) => $"{name}:{value},\"x{Hidden}\":1"));
                    messages.AddRange(report.Issues.Select(static issue => issue.Message));
                }
            }
        }

        messages.AddRange(GradeEventValidator.Default.Validate(With(Example, "/data/0/membership/id", $"\"urn:instructure:canvas:course:21070000000000565:I{Hidden[..3]}:21070000000000987\"")).Issues.Select(static issue => issue.Message));
        messages.Should().HaveCountGreaterThan(500);
        messages.Distinct().Where(static message => message.EnumerateRunes().Any(static rune => System.Text.Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.Control
            or System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.Surrogate or System.Globalization.UnicodeCategory.LineSeparator)).Take(5).Should().BeEmpty();
    }

    /// <summary>The sample with another value at a place, on one line.</summary>
    private static string With(string sample, string pointer, string value)
    {
        var document = JsonNode.Parse(Repository.SampleText(sample))!;
        var parts = pointer.Split('/').Skip(1).Select(static part => part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)).ToArray();
        var owner = parts[..^1].Aggregate(document, static (node, part) => node is JsonArray items ? items[int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)]! : node[part] ??= new JsonObject());
        owner[parts[^1]] = JsonNode.Parse(value);
        return document.ToJsonString();
    }
}
