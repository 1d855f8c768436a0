using System.Text;
using Instructure.GradeEvents.Tests.Support;

namespace Instructure.GradeEvents.Validation.Tests;

/// <summary>What is no JSON by RFC 8259, or too much of it: an issue with its place, never an exception.</summary>
public class MalformedJsonTests
{
    private static readonly GradeEventValidator s_validator = GradeEventValidator.Default;

    [Theory]
    [InlineData("", 1, 1, "")]
    [InlineData(" \r\n\t", 2, 2, "")]
    [InlineData("{", 1, 2, "")]
    [InlineData("{\n  \"a\": [1, 2", 2, 13, "/a")]
    [InlineData("[1,]", 1, 4, "")]
    [InlineData("{\"a\":1,}", 1, 8, "")]
    [InlineData("{'a':1}", 1, 2, "")]
    [InlineData("{a:1}", 1, 2, "")]
    [InlineData("{\"a\":'x'}", 1, 6, "/a")]
    [InlineData("{\"a\":{\"b\":,}}", 1, 11, "/a/b")]
    [InlineData("\uFEFF{\"a\":x}", 1, 6, "/a")]
    [InlineData("{\"a\":t\n\u001b\u202e}", 1, 7, "/a")]
    [InlineData("{\"a\":{\"b/~\":[1,\n  NaN]}}", 2, 3, "/a/b~1~0")]
    [InlineData("[Infinity]", 1, 2, "")]
    [InlineData("[-Infinity]", 1, 3, "")]
    [InlineData("[undefined]", 1, 2, "")]
    [InlineData("[True]", 1, 2, "")]
    [InlineData("[01]", 1, 3, "")]
    [InlineData("[+1]", 1, 2, "")]
    [InlineData("[.5]", 1, 2, "")]
    [InlineData("[1.]", 1, 4, "")]
    [InlineData("[0x10]", 1, 3, "")]
    [InlineData("[1e]", 1, 4, "")]
    [InlineData("[/* no */ 1]", 1, 2, "")]
    [InlineData("[1] // no", 1, 5, "")]
    [InlineData("# no\n{}", 1, 1, "")]
    [InlineData("{} {}", 1, 4, "")]
    [InlineData("{}\n\n,", 3, 1, "")]
    [InlineData("{}x", 1, 3, "")]
    [InlineData("[\"a\nb\"]", 1, 4, "")]
    [InlineData("[\"\\x\"]", 1, 4, "")]
    [InlineData("[\"\\u12\"]", 1, 7, "")]
    [InlineData("{\"ü𝔸\":\"é\", x}", 1, 13, "")]
    [InlineData("<html>", 1, 1, "")]
    public void Malformed_json_is_said_where_it_is(string json, int line, int column, string path)
    {
        var report = s_validator.Validate(json);

        var issue = report.Issues.Should().ContainSingle().Which;
        issue.Code.Should().Be("malformed-json");
        (issue.Line, issue.Column, issue.Path).Should().Be((line, column, path), "of {0}", issue);
        issue.Severity.Should().Be(ValidationSeverity.Error);
        issue.Message.Should().EndWith(".").And.NotContain("BytePosition").And.NotContain("options").And.NotContain("mode").And.NotContain(". ").And.NotMatchRegex("\\p{C}");
        report.Kind.Should().Be(PayloadKind.Unknown);
        s_validator.Validate(Encoding.UTF8.GetBytes(json)).Issues.Should().Equal(report.Issues);
    }

    [Fact]
    public void Text_that_is_not_Unicode_is_malformed_where_it_is_and_the_rest_is_judged()
    {
        var sample = Repository.SampleText("grade-change-compact.json");
        var utf8Json = Encoding.Latin1.GetBytes(sample.Replace("\"assignment_name\":\"", "\"assignment_name\":\"\u00ff", StringComparison.Ordinal).Replace("\"score\":", "\"score\":true,\"x\":", StringComparison.Ordinal));

        s_validator.Validate(utf8Json).Issues.Select(static issue => issue.Code + " " + issue.Path).Should().BeEquivalentTo("malformed-json /body/assignment_name", "type /body/score", "unknown-property /body/x");
        foreach (var half in new[] { "\\ud800", "\\udc00 ", "\\ud800\\ud800" })
        {
            s_validator.Validate(sample.Replace("\"assignment_name\":\"", "\"assignment_name\":\"" + half, StringComparison.Ordinal))
                .Issues.Should().ContainSingle().Which.Should().Match<ValidationIssue>(static issue => issue.Code == "malformed-json" && issue.Path == "/body/assignment_name");
            s_validator.Validate(sample.Replace("\"body\":{", "\"body\":{\"" + half + "\":1,\"" + half + "\":2,", StringComparison.Ordinal))
                .Issues.Select(static issue => issue.Code + " " + issue.Path).Should().Equal("malformed-json /body", "malformed-json /body");
            s_validator.Validate(sample.Replace("\"grade_change\"", "\"" + half + "\"", StringComparison.Ordinal)).Issues.Should().ContainSingle()
                .Which.Should().Match<ValidationIssue>(static issue => issue.Code == "malformed-json" && issue.Path == "/metadata/event_name");
            s_validator.Validate(Repository.SampleText("caliper-published-example.json").Replace("\"Instructor\"", "\"" + half + "\"", StringComparison.Ordinal)).Issues.Should().ContainSingle()
                .Which.Should().Match<ValidationIssue>(static issue => issue.Code == "malformed-json" && issue.Path == "/data/0/membership/roles/0");
        }
    }

    [Theory]
    [InlineData(new byte[] { 0xF0 })]
    [InlineData(new byte[] { 0xF0, 0x9D })]
    [InlineData(new byte[] { 0xF0, 0x9D, 0x94 })]
    [InlineData(new byte[] { 0xC3 })]
    public void A_part_of_a_character_is_one_column(byte[] part)
    {
        s_validator.Validate([.. "{\"𝔸"u8, .. part]).Issues.Should().ContainSingle().Which.Column.Should().Be(6, "the text ends there");
        s_validator.Validate([.. "[\""u8, .. part, .. "\", 5"u8]).Issues.Should().OnlyContain(static issue => issue.Column <= 8);
    }

    [Fact]
    public void Half_of_a_surrogate_pair_in_the_text_itself_is_malformed_where_it_is()
    {
        var sample = Repository.SampleText("grade-change-compact.json").Replace("\"assignment_name\":\"", "\n\"𝔸\":1,\"assignment_name\":\"\ud800𝔸", StringComparison.Ordinal).Replace("\"muted\":", "\n\"muted\":5,\"x\":", StringComparison.Ordinal);

        s_validator.Validate('\uFEFF' + sample).Issues.Select(static issue => $"{issue.Line}:{issue.Column} {issue.Code} {issue.Path}")
            .Should().Equal("2:1 unknown-property /body/𝔸", "2:26 malformed-json /body/assignment_name", "3:9 type /body/muted", "3:11 unknown-property /body/x");
        s_validator.Validate("\uFEFF{\ud800}").Issues.Should().ContainSingle().Which.Should().Match<ValidationIssue>(static issue => issue.Code == "malformed-json" && issue.Column == 2);
    }

    [Theory]
    [InlineData("[", "]", "")]
    [InlineData("{\"a\":", "}", "1")]
    public void Sixty_four_levels_are_enough(string open, string close, string inner)
    {
        var sample = Repository.SampleText("grade-change-compact.json");

        Nested(63).Issues.Should().ContainSingle().Which.Code.Should().Be("unknown-property");
        var issue = Nested(64).Issues.Should().ContainSingle().Which;
        issue.Code.Should().Be("too-deep");
        issue.Path.Should().StartWith("/deep");
        Nested(100_000).Issues.Should().ContainSingle().Which.Code.Should().Be("too-deep");
        s_validator.Validate(string.Concat(Enumerable.Repeat(open, 1_000_000))).Issues.Should().ContainSingle().Which.Code.Should().Be("too-deep");

        ValidationReport Nested(int levels) => s_validator.Validate(sample.Replace(
            "\"body\":",
            $"\"deep\":{string.Concat(Enumerable.Repeat(open, levels))}{inner}{string.Concat(Enumerable.Repeat(close, levels))},\"body\":",
            StringComparison.Ordinal));
    }

    [Fact]
    public void A_duplicate_is_found_at_any_level_also_written_in_another_way_and_inside_of_another()
    {
        var json = Repository.SampleText("caliper-published-example.json")
            .Replace("\"sensor\":", "\"s\\u0065nsor\":1,\"sensor\":", StringComparison.Ordinal)
            .Replace("\"roles\":", "\"roles\":[],\"roles\":[{\"a/b\":1,\"a/b\":{\"c\":1,\"c\":2}}], \"x\":", StringComparison.Ordinal);

        s_validator.Validate(json).Issues.Where(static issue => issue.Code == "duplicate-property").Select(static issue => issue.Path)
            .Should().Equal("/sensor", "/data/0/membership/roles", "/data/0/membership/roles/0/a~1b", "/data/0/membership/roles/0/a~1b/c");
    }

    [Theory]
    [InlineData("/metadata", """ "metadata":{"event_name":"grade_override","event_time":"2026-01-01T00:00:00Z"},"metadata":{"event_name":"quiz_submitted"} """)]
    [InlineData("/metadata/event_name", """ "metadata":{"event_name":"grade_override","event_time":"2026-01-01T00:00:00Z","event_name":"quiz_submitted"} """)]
    public void Of_duplicates_the_first_tells_what_the_document_is(string path, string metadata)
    {
        const string Body = """ "body":{"score_id":"1","enrollment_id":"2","user_id":"3","course_id":"4","updated_at":"2026-01-01T00:00:00Z"} """;
        foreach (var json in new[] { $"{{{metadata},{Body}}}", $"{{{Body},{metadata}}}" })
        {
            var report = s_validator.Validate(json);

            report.Kind.Should().Be(PayloadKind.GradeOverride);
            var issue = report.Issues.Should().ContainSingle().Which;
            (issue.Code, issue.Path).Should().Be(("duplicate-property", path));
        }
    }

    [Fact]
    public void Megabytes_are_judged_whatever_is_in_them()
    {
        var size = (Mutations.AreMany ? 16 : 2) * 1024 * 1024;
        var sample = Repository.SampleText("grade-change-compact.json");
        var caliper = Repository.SampleText("caliper-published-example.json");
        var @event = System.Text.Json.Nodes.JsonNode.Parse(caliper)!["data"]![0]!.ToJsonString();
        (string Json, bool IsValid)[] documents =
        [
            (sample.Replace("\"assignment_name\":\"", "\"assignment_name\":\"" + new string('x', size), StringComparison.Ordinal), true),
            (sample.Replace("\"body\":", "\"more\":[" + string.Join(',', Enumerable.Repeat("1", size / 8)) + "],\"body\":", StringComparison.Ordinal), true),
            (sample.Replace("\"body\":{", "\"body\":{" + string.Concat(Enumerable.Range(0, size / 20).Select(static i => $"\"member {i}\":null,")), StringComparison.Ordinal), true),
            (Envelope(string.Join(',', Enumerable.Repeat(@event, size / @event.Length))), true),
            (Envelope(string.Join(',', Enumerable.Repeat("0", size / 2))), false),
            (Envelope(@event + string.Concat(Enumerable.Repeat(",{}", size / 3))), false),
            ("[" + new string(' ', size) + "]", false),
            (new string('[', size), false),
            ("\"" + new string('x', size), false),
            (new string('9', size), false),
        ];

        foreach (var (json, isValid) in documents)
        {
            var report = s_validator.Validate(json);
            report.IsValid.Should().Be(isValid, "of {0}… {1}", json[..40], report.Issues.Count);
            report.Issues.Should().HaveCountLessThanOrEqualTo(2002);
        }

        string Envelope(string items) => $$"""{"sensor":"x","sendTime":"2026-01-01T00:00:00.000Z","dataVersion":"http://purl.imsglobal.org/ctx/caliper/v1p1","data":[{{items}}]}""";
    }

    [Fact]
    public void More_issues_than_anybody_reads_are_cut_off()
    {
        var errors = s_validator.Validate("""{"sensor":"x","sendTime":"2026-01-01T00:00:00.000Z","dataVersion":"http://purl.imsglobal.org/ctx/caliper/v1p1","data":[""" + string.Join(',', Enumerable.Repeat("0", 1500)) + "]}");
        var warnings = s_validator.Validate(Repository.SampleText("grade-change-compact.json").Replace("\"body\":{", "\"body\":{" + string.Concat(Enumerable.Range(0, 1500).Select(static i => $"\"member {i}\":null,")), StringComparison.Ordinal));

        errors.Issues.Should().HaveCount(1001);
        errors.Issues[^1].Should().Match<ValidationIssue>(static issue => issue.Code == "too-many-issues" && issue.Severity == ValidationSeverity.Error);
        warnings.Issues.Should().HaveCount(1001);
        warnings.Issues[^1].Should().Match<ValidationIssue>(static issue => issue.Code == "too-many-issues" && issue.Severity == ValidationSeverity.Warning);
        warnings.IsValid.Should().BeTrue();
    }

    [Fact]
    public void A_long_name_is_not_repeated_in_the_paths_of_a_thousand_issues()
    {
        var report = s_validator.Validate("{\"metadata\":{\"event_name\":\"grade_change\"},\"body\":{\"" + new string('n', 600_000) + "\":{" + string.Join(',', Enumerable.Repeat("\"a\":1", 1500)) + "}}}");

        report.Issues.Sum(static issue => issue.Path.Length).Should().BeLessThan(200_000);
        report.Issues[^1].Should().Match<ValidationIssue>(static issue => issue.Code == "too-many-issues" && issue.Severity == ValidationSeverity.Error);
        report.ToString().Length.Should().BeLessThan(100_000);

        var warnings = s_validator.Validate(Repository.SampleText("grade-change-compact.json").Replace("\"body\":{", "\"body\":{" + string.Concat(Enumerable.Range(0, 20).Select(static i => $"\"{i}{new string('n', 100_000)}\":1,")), StringComparison.Ordinal));

        warnings.IsValid.Should().BeTrue();
        warnings.Issues.Should().HaveCount(20).And.OnlyContain(static issue => issue.Code == "unknown-property" && issue.Path.Length < 1100, "each has the beginning of its name");
    }

    [Fact]
    public void An_issue_is_one_line_whatever_the_names_are()
    {
        var report = s_validator.Validate("""{"metadata":{},"body":{},"a\n  1:1 error fake /x: \u001b[31m\u202ey":1}""");

        report.Issues.Should().HaveCount(3);
        report.Issues[^1].Path.Should().Be("/a\n  1:1 error fake ~1x: \u001b[31m\u202ey");
        report.ToString().Split('\n').Should().HaveCount(4).And.NotContain(static line => line.Contains('\u001b') || line.Contains('\u202e'));
    }

    [Fact]
    public async Task A_document_that_no_event_can_be_is_refused()
    {
        var large = new byte[32 * 1024 * 1024 + 1];

        s_validator.Validate(large).Issues.Should().ContainSingle().Which.ToString().Should().Be("1:1 error too-large: The document is larger than 32 MB; expected one event.");
        s_validator.Validate(new string('\u4e00', 100_000_000)).Issues.Should().ContainSingle().Which.Code.Should().Be("too-large");
        s_validator.Validate(new MemoryStream(large)).Issues.Should().ContainSingle().Which.Code.Should().Be("too-large");
        (await s_validator.ValidateAsync(new MemoryStream(large))).Issues.Should().ContainSingle().Which.Code.Should().Be("too-large");
    }

    [Fact]
    public void Thousands_of_broken_documents_give_reports()
    {
        var total = Mutations.Count;
        var samples = Repository.SampleFiles.Select(File.ReadAllBytes).ToArray();
        var random = new Random(20261124);
        var verdicts = new int[2];
        for (var i = 0; i < total; i++)
        {
            var utf8Json = Mutations.Of(samples[i % samples.Length], random);
            try
            {
                var report = s_validator.Validate(utf8Json);
                verdicts[report.IsValid ? 1 : 0]++;
                if (report.IsValid)
                {
                    // What is valid reads.
                    GradeEventSerializer.Deserialize(utf8Json);
                }
                else if (report.Issues.Count == 0 || report.Issues.Any(static issue => issue.Line < 1 || issue.Column < 1 || issue.Message.Length == 0))
                {
                    throw new InvalidOperationException(report.ToString());
                }
            }
            catch (Exception error)
            {
                throw new InvalidOperationException(Encoding.UTF8.GetString(utf8Json), error);
            }
        }

        verdicts.Should().OnlyContain(count => count >= total / 20);
    }
}
