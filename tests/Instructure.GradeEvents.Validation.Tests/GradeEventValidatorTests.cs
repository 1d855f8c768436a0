using System.Text.Json.Nodes;
using Instructure.GradeEvents.Tests.Support;

namespace Instructure.GradeEvents.Validation.Tests;

/// <summary>The front door: all ways to hand in a payload, the options, the report.</summary>
public class GradeEventValidatorTests
{
    private static readonly GradeEventValidator s_validator = GradeEventValidator.Default;

    [Theory]
    [InlineData("caliper-published-example.json", PayloadKind.CaliperEnvelope)]
    [InlineData("caliper-graded-automatically.json", PayloadKind.CaliperEnvelope)]
    [InlineData("caliper-letter-grade.json", PayloadKind.CaliperEnvelope)]
    [InlineData("caliper-number-as-text.json", PayloadKind.CaliperEnvelope)]
    [InlineData("caliper-thinned.json", PayloadKind.CaliperEnvelope)]
    [InlineData("grade-change-by-autograding.json", PayloadKind.GradeChange)]
    [InlineData("grade-change-by-teacher.json", PayloadKind.GradeChange)]
    [InlineData("grade-change-compact.json", PayloadKind.GradeChange)]
    [InlineData("grade-change-from-kinesis.json", PayloadKind.GradeChange)]
    [InlineData("course-grade-change-first-submission.json", PayloadKind.CourseGradeChange)]
    [InlineData("course-grade-change-from-job.json", PayloadKind.CourseGradeChange)]
    [InlineData("grade-override-removed.json", PayloadKind.GradeOverride)]
    [InlineData("grade-override-set.json", PayloadKind.GradeOverride)]
    public async Task A_sample_is_valid_however_it_comes(string name, PayloadKind kind)
    {
        var utf8Json = Repository.Sample(name);
        byte[] withMark = [0xEF, 0xBB, 0xBF, .. utf8Json];
        ValidationReport[] reports =
        [
            s_validator.Validate(utf8Json),
            s_validator.Validate(withMark),
            s_validator.Validate(Repository.SampleText(name)),
            s_validator.Validate('\uFEFF' + Repository.SampleText(name)),
            s_validator.Validate(new MemoryStream(utf8Json)),
            s_validator.Validate(new Drops(utf8Json)),
            await s_validator.ValidateAsync(new MemoryStream(utf8Json)),
            await s_validator.ValidateAsync(new Drops(withMark)),
            new GradeEventValidator(new() { Strict = true }).Validate(utf8Json),
        ];

        foreach (var report in reports)
        {
            report.Issues.Should().BeEmpty();
            report.IsValid.Should().BeTrue();
            report.Kind.Should().Be(kind);
            report.Invoking(static valid => valid.ThrowIfInvalid()).Should().NotThrow();
        }
    }

    [Fact]
    public void A_bare_event_is_valid()
    {
        var json = JsonNode.Parse(Repository.SampleText("caliper-published-example.json"))!["data"]![0]!.ToJsonString();

        s_validator.Validate(json).ToString().Should().Be("valid (CaliperEvent): 0 errors, 0 warnings");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t\r\n ")]
    [InlineData("\uFEFF")]
    public void A_document_without_text_is_called_empty(string json)
        => s_validator.Validate(json).Issues.Should().ContainSingle().Which.Message.Should().Be("The document is empty; expected a JSON object.");

    [Theory]
    [InlineData("[]", "an empty array")]
    [InlineData("[1]", "an array")]
    [InlineData("[[]]", "an array")]
    [InlineData("{}", "an empty object")]
    [InlineData("""{"a":1}""", "an object")]
    [InlineData("""{"a":{"type":"Z"},"b":[{"type":"Z"}],"type":"X"}""", "an object of type \"X\"")]
    [InlineData("""{"\u0074ype":"\u0058"}""", "an object of type \"X\"")]
    [InlineData("""{"type":5,"a":"type"}""", "an object")]
    [InlineData("""{"type":{"type":"X"}}""", "an object")]
    [InlineData("true", "true")]
    [InlineData("false", "false")]
    [InlineData("1.50", "the number 1.50")]
    [InlineData("null", "null")]
    public void What_stands_where_something_else_must_is_described(string value, string found)
    {
        var json = $$$"""{"metadata":{"event_name":"grade_override","event_time":"2026-01-01T00:00:00Z"},"body":{"score_id":"1","enrollment_id":"2","user_id":"3","course_id":"4","updated_at":{{{value}}}}}""";

        var issue = s_validator.Validate(json).Issues.Should().ContainSingle().Which;

        (issue.Code, issue.Path).Should().Be(("type", "/body/updated_at"));
        issue.Message.Should().EndWith($"; found {found}.");
    }

    [Theory]
    [InlineData("""{"a":1,"b":2,"c":3,"d":4,"e":5}""", "an object with \"a\", \"b\", \"c\", \"d\", \"e\".")]
    [InlineData("""{"a":1,"b":2,"c":3,"d":4,"e":5,"f":6}""", "an object with \"a\", \"b\", \"c\", \"d\", \"e\", ….")]
    [InlineData("""{"a":{"b":1},"type":"x"}""", "an object of type \"x\" with \"a\", \"type\".")]
    [InlineData("{}", "an empty object.")]
    [InlineData("\"x\"", "\"x\".")]
    [InlineData("-1.0", "the number -1.0.")]
    [InlineData("true", "true.")]
    public void What_is_no_event_is_described(string json, string found)
        => s_validator.Validate(json).Issues.Should().ContainSingle().Which.Message.Should().EndWith("; found " + found);

    /// <summary>A body alone is a broken event when it has a member that no more than half of the bodies have, and else nothing that is known.</summary>
    [Fact]
    public void A_body_alone_is_told_by_its_members()
    {
        var members = new[] { "GradeChangeBody", "CourseGradeChangeBody", "GradeOverrideBody", "FinalGradeCustomStatusBody" }
            .SelectMany(static body => Facts.Of(body).Select(static fact => fact.Name)).GroupBy(static name => name).ToArray();
        members.Should().Contain(static bodies => bodies.Count() <= 2).And.Contain(static bodies => bodies.Count() > 2);
        foreach (var bodies in members)
        {
            var report = s_validator.Validate($$$"""{"body":{"{{{bodies.Key}}}":null}}""");

            report.Issues.Any(static issue => issue.Code == IssueCodes.UnknownPayload).Should().Be(bodies.Count() > 2, "of {0}\n{1}", bodies.Key, report);
        }
    }

    [Fact]
    public void The_order_of_members_does_not_matter()
    {
        foreach (var file in Repository.SampleFiles)
        {
            var json = File.ReadAllText(file);
            var reversed = Reverse(JsonNode.Parse(json))!.ToJsonString();

            s_validator.Validate(reversed).IsValid.Should().Be(s_validator.Validate(json).IsValid, "of {0}", file);
        }

        static JsonNode? Reverse(JsonNode? node) => node switch
        {
            JsonObject members => new JsonObject(members.Reverse().Select(static member => KeyValuePair.Create(member.Key, Reverse(member.Value)))),
            JsonArray items => new JsonArray([.. items.Select(Reverse)]),
            _ => node?.DeepClone(),
        };
    }

    [Fact]
    public void Strict_turns_warnings_into_errors()
    {
        var json = Repository.SampleText("grade-change-compact.json").Replace("\"body\":", "\"more\":1,\"body\":", StringComparison.Ordinal);

        var lax = s_validator.Validate(json);
        var strict = new GradeEventValidator(new() { Strict = true }).Validate(json);

        lax.IsValid.Should().BeTrue();
        lax.Issues.Should().ContainSingle().Which.Should().Match<ValidationIssue>(static issue => issue.Severity == ValidationSeverity.Warning && issue.Code == "unknown-property" && issue.Path == "/more");
        strict.IsValid.Should().BeFalse();
        strict.Issues.Should().ContainSingle().Which.Should().Match<ValidationIssue>(static issue => issue.Severity == ValidationSeverity.Error && issue.Code == "unknown-property" && issue.Path == "/more");
    }

    [Fact]
    public void The_exception_lists_the_issues()
    {
        var report = s_validator.Validate("{\n  \"metadata\": {\"event_name\": \"grade_change\"}\n}");

        report.Invoking(static invalid => invalid.ThrowIfInvalid()).Should().Throw<InvalidPayloadException>()
            .Where(error => error.Report == report)
            .WithMessage("""
                The payload is not valid (GradeChange): 2 errors, 0 warnings
                  1:1 error required /body: "body" is missing; expected the body of grade_change.
                  2:15 error required /metadata/event_time: "event_time" is missing; expected a valid time in UTC, such as "2019-11-01T19:11:05Z".
                """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Nothing_is_refused_as_nothing()
    {
        FluentActions.Invoking(static () => new GradeEventValidator(null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(static () => s_validator.Validate((string)null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(static () => s_validator.Validate((Stream)null!)).Should().Throw<ArgumentNullException>();
        await FluentActions.Awaiting(static () => s_validator.ValidateAsync(null!).AsTask()).Should().ThrowAsync<ArgumentNullException>();
    }

    [Fact]
    public async Task Reading_a_stream_can_be_cancelled_and_its_faults_come_through()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await FluentActions.Awaiting(() => s_validator.ValidateAsync(new Drops([]), cancelled.Token).AsTask()).Should().ThrowAsync<OperationCanceledException>();
        FluentActions.Invoking(static () => s_validator.Validate(new Drops(null!))).Should().Throw<IOException>();
    }

    [Fact]
    public void One_validator_serves_many_threads()
    {
        var samples = Repository.SampleFiles.Select(File.ReadAllBytes).ToArray();
        var expected = samples.Select(static sample => s_validator.Validate(sample).ToString()).ToArray();
        var wrong = 0;

        Parallel.For(0, 2000, new() { MaxDegreeOfParallelism = 8 }, i =>
        {
            if (s_validator.Validate(samples[i % samples.Length]).ToString() != expected[i % samples.Length])
            {
                Interlocked.Increment(ref wrong);
            }
        });

        wrong.Should().Be(0);
    }

    [Fact]
    public void Issues_are_values()
    {
        var (one, other) = (s_validator.Validate("{}"), s_validator.Validate("{}"));

        one.Issues.Should().Equal(other.Issues).And.NotBeEmpty();
        one.Issues[0].ToString().Should().StartWith("1:1 error unknown-payload: This is no grade event; expected ");
    }

    /// <summary>A stream that gives a few bytes at a time, or breaks.</summary>
    private sealed class Drops(byte[] bytes) : Stream
    {
        private int _position;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var length = Math.Min(Math.Min(count, 7), (bytes ?? throw new IOException("broken")).Length - _position);
            bytes.AsSpan(_position, length).CopyTo(buffer.AsSpan(offset));
            _position += length;
            return length;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
