using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Instructure.GradeEvents.Caliper;
using Instructure.GradeEvents.Canvas;
using Instructure.GradeEvents.Tests.Support;

namespace Instructure.GradeEvents.Validation.Tests;

/// <summary>The serializer and the validator take a document for the same thing, and say the same of what is only around an event.</summary>
public class RecognitionTests
{
    private const string Event = """{"metadata":{"event_name":"grade_override","event_time":"2026-01-01T00:00:00Z"},"body":{"score_id":"1","enrollment_id":"2","user_id":"3","course_id":"4","updated_at":"2026-01-01T00:00:00Z"}}""";
    private const string Envelope = """{"sensor":"http://lms.example.org/","sendTime":"2026-10-03T02:32:43.955Z","dataVersion":"http://purl.imsglobal.org/ctx/caliper/v1p1","data":[BARE]}""";
    private const string Bare = """{"@context":"http://purl.imsglobal.org/ctx/caliper/v1p1","id":"urn:uuid:430f7121-fbdc-4739-8827-cfb4722c5864","type":"GradeEvent","actor":{"id":"urn:instructure:canvas:user:1","type":"Person"},"action":"Graded","object":{"id":"urn:instructure:canvas:submission:1","type":"Attempt"},"eventTime":"2026-10-03T02:32:42.483Z"}""";
    private const string Jws = "eyJhbGciOiJSUzI1NiIsImtpZCI6IjEifQ.eyJtZXRhZGF0YSI6e30sImJvZHkiOnt9fQ.c2lnbmF0dXJl-_";

    /// <summary>The event as a JSON string, as an object, and in base64.</summary>
    private static readonly string s_text = JsonSerializer.Serialize(Event);
    private static readonly string s_base64 = "\"" + Convert.ToBase64String(Encoding.UTF8.GetBytes(Event)) + "\"";

    public static TheoryData<string, string> Wrappers => new()
    {
        { """{"Records":[{"messageId":"059f","receiptHandle":"AQEB","body":TEXT,"attributes":{"SentTimestamp":"1"},"messageAttributes":{},"md5OfBody":"x","eventSource":"aws:sqs","eventSourceARN":"arn:aws:sqs:eu-west-1:1:grades","awsRegion":"eu-west-1"},{"body":TEXT}]}""", "a batch of records from SQS; the first event is the text at /Records/0/body" },
        { """{"Records":[{"messageId":"1"},5,{"messageId":"2","receiptHandle":"AQEB","body":TEXT}]}""", "a batch of records from SQS; the first event is the text at /Records/2/body" },
        { """{"Records":[{"EventSource":"aws:sns","EventVersion":"1.0","Sns":{"Type":"Notification","MessageId":"ab","Message":TEXT}}]}""", "a batch of records from SNS; the first event is the text at /Records/0/Sns/Message" },
        { """{"Records":[{"kinesis":{"kinesisSchemaVersion":"1.0","partitionKey":"1","sequenceNumber":"49","data":BASE64},"eventSource":"aws:kinesis"}]}""", "a batch of records from Kinesis; the first event is in base64 at /Records/0/kinesis/data" },
        { """{"NextShardIterator":"A","Records":[{"SequenceNumber":"49","Data":BASE64,"PartitionKey":"1"}],"MillisBehindLatest":0}""", "a batch of records from Kinesis; the first event is in base64 at /Records/0/Data" },
        { """{"invocationId":"i","deliveryStreamArn":"arn:x","records":[{"recordId":"49","approximateArrivalTimestamp":1,"data":BASE64}]}""", "a batch of records from Firehose; the first event is in base64 at /records/0/data" },
        { """{"messageId":"059f","receiptHandle":"AQEB","body":TEXT,"attributes":{"SentTimestamp":"1"},"eventSource":"aws:sqs"}""", "a record from SQS; the event is the text at /body" },
        { """{"eventSource":"aws:sqs","attributes":{},"body":TEXT}""", "a record from SQS; the event is the text at /body" },
        { """{"Messages":[{"MessageId":"059f","ReceiptHandle":"AQEB","MD5OfBody":"x","Body":TEXT}]}""", "a batch of messages from aws sqs receive-message; the first event is the text at /Messages/0/Body" },
        { """{"MessageId":"059f","ReceiptHandle":"AQEB","MD5OfBody":"x","Body":TEXT}""", "a message from aws sqs receive-message; the event is the text at /Body" },
        { """{"Type":"Notification","MessageId":"ab","TopicArn":"arn:aws:sns:eu-west-1:1:grades","Message":TEXT,"Timestamp":"2018-04-06T02:42:08.000Z"}""", "a notification from SNS; the event is the text at /Message" },
        { """{"EventSource":"aws:sns","Sns":{"Type":"Notification","Message":TEXT}}""", "a record from SNS; the event is the text at /Sns/Message" },
        { """{"version":"0","id":"i","detail-type":"grade_override","source":"canvas","time":"2026-01-01T00:00:00Z","resources":[],"detail":EVENT}""", "an event of EventBridge; the event of Canvas is the value at /detail" },
        { """{"resource":"/","path":"/","httpMethod":"POST","headers":{},"requestContext":{},"body":TEXT,"isBase64Encoded":false}""", "a request as API Gateway hands it on; the event is the text at /body" },
        { """{"version":"2.0","requestContext":{"http":{}},"body":BASE64,"isBase64Encoded":true}""", "a request as API Gateway hands it on; the event is in base64 at /body" },
        { """{"kinesis":{"data":BASE64},"eventSource":"aws:kinesis"}""", "a record from Kinesis; the event is in base64 at /kinesis/data" },
        { """{"partitionKey":"1","sequenceNumber":"49","data":BASE64}""", "a record from Kinesis; the event is in base64 at /data" },
        { """{"SequenceNumber":"49","Data":BASE64,"PartitionKey":"1"}""", "a record from Kinesis; the event is in base64 at /Data" },
        { "\"" + Jws + "\"", "a signed payload (a JWS); the event is its claims, in base64url the second of its three parts, in a string" },
        { "TEXT", "a string; the event is the JSON text in it" },
        { "[EVENT,EVENT]", "an array; its items are to be taken one by one, the first at /0" },
        { "[]", "an empty array; there is no event in it" },
        { """{"@context":"http://purl.imsglobal.org/ctx/caliper/v1p1","id":"urn:x:y","type":"Person"}""", "a Person without an envelope; expected an event, or the Person in the \"data\" of an envelope" },
        { """{"type":"Attempt","id":"urn:instructure:canvas:submission:1"}""", "an Attempt without an envelope; expected an event, or the Attempt in the \"data\" of an envelope" },
        { """{"@context":["http://example.org/","http://purl.imsglobal.org/ctx/caliper/v1p1"],"id":"urn:x:y","type":"Frame"}""", "a Frame without an envelope; expected an event, or the Frame in the \"data\" of an envelope" },
    };

    [Theory]
    [InlineData("lambda-sqs-batch", "a batch of records from SQS; the first event is the text at /Records/0/body")]
    [InlineData("sqs-record", "a record from SQS; the event is the text at /body")]
    [InlineData("sns-notification", "a notification from SNS; the event is the text at /Message")]
    [InlineData("event-in-a-string", "a string; the event is the JSON text in it")]
    [InlineData("array-with-a-broken-event", "an array; its items are to be taken one by one, the first at /0")]
    public void A_wrapper_as_people_have_it(string name, string sentence) => ShouldBe(Input(name), sentence);

    [Fact]
    public void A_whole_event_in_both_formats_is_the_one_of_the_Canvas_format()
    {
        GradeEventValidator.Default.Validate(Input("kind-mismatch")).Should().Match<ValidationReport>(static report => report.IsValid && report.Kind == PayloadKind.GradeChange);
        GradeEventSerializer.Deserialize(Input("kind-mismatch")).Should().BeOfType<GradeChangeEvent>().Which.Body.Score.Should().Be(8.5m);
    }

    [Theory]
    [MemberData(nameof(Wrappers))]
    public void What_is_around_an_event_is_named_and_where_in_it_the_event_is(string form, string sentence)
    {
        var json = form.Replace("TEXT", s_text, StringComparison.Ordinal).Replace("EVENT", Event, StringComparison.Ordinal).Replace("BASE64", s_base64, StringComparison.Ordinal);

        ShouldBe(json, sentence);
        ShouldBe("\uFEFF \n" + json, sentence);
    }

    [Fact]
    public void A_string_that_is_not_Unicode_is_no_wrapper()
    {
        GradeEventValidator.Default.Validate("\"{\\ud800\"").Issues.Should().ContainSingle().Which.Code.Should().Be("malformed-json");
        GradeEventSerializer.TryDeserialize("\"{\\ud800\"", out _, out var error).Should().BeFalse();
        error!.Message.Should().EndWith("found a string that is not valid Unicode text (line 1, byte 1).");
    }

    [Fact]
    public void What_is_no_JSON_is_named()
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionMode.Compress, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(Event));
        }

        ShouldBeNoJson(compressed.ToArray(), "compressed with gzip; the event is in what it unpacks to");
        foreach (var encoding in new[] { Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            ShouldBeNoJson(encoding.GetBytes(Event), "UTF-16 or no text at all; expected JSON in UTF-8");
            ShouldBeNoJson([.. encoding.GetPreamble(), .. encoding.GetBytes(Event)], "UTF-16 or no text at all; expected JSON in UTF-8");
        }

        ShouldBeNoJson("<!DOCTYPE html><html>"u8, "XML or HTML; expected the JSON of an event");
        ShouldBeNoJson(Encoding.UTF8.GetBytes(Jws), "a signed payload (a JWS); the event is its claims, in base64url the second of its three parts");
        ShouldBeNoJson(Encoding.UTF8.GetBytes(Jws + "\r\n"), "a signed payload (a JWS); the event is its claims, in base64url the second of its three parts");
        foreach (var c in "AZaz09-_")
        {
            ShouldBeNoJson(Encoding.UTF8.GetBytes(Jws + c), "a signed payload (a JWS); the event is its claims, in base64url the second of its three parts");
        }

        foreach (var c in "@[`{/:+=.")
        {
            GradeEventValidator.Default.Validate(Jws + c).Issues.Should().ContainSingle().Which.Message.Should().StartWith("This is not JSON (RFC 8259): ");
        }

        GradeEventValidator.Default.Validate("eyJh.x").Issues.Should().ContainSingle().Which.Message.Should().StartWith("This is not JSON (RFC 8259): ");
    }

    [Fact]
    public async Task A_wrapper_is_named_wherever_a_live_event_is_asked_for()
    {
        var json = "[" + new string(' ', 100) + ((string)Wrappers.First()[0]).Replace("TEXT", s_text, StringComparison.Ordinal) + "]";
        var options = new JsonSerializerOptions(GradeEventSerializer.Options) { DefaultBufferSize = 16, TypeInfoResolver = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver() };
        var read = async () => await JsonSerializer.DeserializeAsync<LiveEvent[]>(new MemoryStream(Encoding.UTF8.GetBytes(json)), options);

        (await read.Should().ThrowAsync<JsonException>()).Which.Message.Should().Contain("expected an event, found a batch of records from SQS; the first event is the text at /Records/0/body");
    }

    [Theory]
    [InlineData("""{"type":"articles","id":"1","attributes":{"title":"x"}}""")]
    [InlineData("""{"type":"Person","id":"1","attributes":{"title":"x"}}""")]
    [InlineData("""{"Records":[],"a":1}""")]
    [InlineData("""{"Records":[{"s3":{}}]}""")]
    [InlineData("""{"Type":"SubscriptionConfirmation","Message":"x"}""")]
    [InlineData("""{"body":"x"}""")]
    [InlineData("""{"data":"x"}""")]
    [InlineData("\"x\"")]
    [InlineData("5")]
    [InlineData("null")]
    [InlineData("{}")]
    public void What_is_not_known_is_not_called_a_wrapper(string json)
    {
        const string Expected = "expected a Caliper envelope (an object with \"dataVersion\" and \"data\"), a Caliper event (\"@context\" and \"type\") or a Canvas event (\"metadata\" and \"body\")";
        GradeEventValidator.Default.Validate(json).Issues.Should().ContainSingle().Which.Message.Should().StartWith("This is no grade event; " + Expected + "; found ");
        GradeEventSerializer.TryDeserialize(json, out _, out var error).Should().BeFalse();
        error!.Message.Should().NotContain("expected an event, found ");
    }

    [Fact]
    public void An_event_is_one_whatever_else_is_in_it()
    {
        foreach (var (wrapper, _) in Wrappers.Select(static row => ((string)row[0], (string)row[1])).Where(static row => row.Item1[0] == '{'))
        {
            foreach (var json in new[] { Event, Envelope.Replace("BARE", Bare, StringComparison.Ordinal), Bare })
            {
                foreach (var isFirst in new[] { true, false })
                {
                    var around = JsonNode.Parse(wrapper.Replace("TEXT", s_text, StringComparison.Ordinal).Replace("EVENT", "{}", StringComparison.Ordinal).Replace("BASE64", s_base64, StringComparison.Ordinal))!.AsObject();
                    var inner = JsonNode.Parse(json)!.AsObject();
                    var both = new JsonObject((isFirst ? around.Concat(inner) : inner.Concat(around)).GroupBy(static member => member.Key)
                        .Select(group => KeyValuePair.Create(group.Key, (inner[group.Key] ?? around[group.Key])?.DeepClone())));
                    var report = GradeEventValidator.Default.Validate(both.ToJsonString());
                    report.IsValid.Should().BeTrue("of {0}\n{1}", report, both);
                    KindOf(GradeEventSerializer.Deserialize(both.ToJsonString())).Should().Be(report.Kind, "of {0}", both).And.Be(GradeEventValidator.Default.Validate(json).Kind);
                }
            }
        }
    }

    [Fact]
    public void A_document_that_is_whole_in_two_formats_is_the_same_to_both_in_any_order()
    {
        var (canvas, envelope, bare) = (Event, Envelope.Replace("BARE", Bare, StringComparison.Ordinal), Bare);
        foreach (var (one, other, kind) in new[] { (canvas, envelope, PayloadKind.GradeOverride), (canvas, bare, PayloadKind.GradeOverride), (envelope, bare, PayloadKind.CaliperEnvelope) })
        {
            Check(Merge(one, other), kind);
            Check(Merge(other, one), kind);
        }

        foreach (var (sample, kindOfSample) in new[] { ("grade-change-compact.json", PayloadKind.GradeChange), ("course-grade-change-from-job.json", PayloadKind.CourseGradeChange), ("final-grade-custom-status-set.json", PayloadKind.FinalGradeCustomStatus) })
        {
            Check(Merge(Repository.SampleText(sample).Trim(), envelope), kindOfSample);
            Check(Merge(envelope, Repository.SampleText(sample).Trim()), kindOfSample);
        }

        // Of one that names no grade event, or doesn't read, the other format is what it is.
        foreach (var broken in new[] { Event.Replace("grade_override", "quiz_submitted", StringComparison.Ordinal), Event.Replace("event_name", "name", StringComparison.Ordinal), """{"metadata":null,"body":5}""", Event.Replace("\"score_id\":\"1\",", string.Empty, StringComparison.Ordinal) })
        {
            Check(Merge(broken, envelope), PayloadKind.CaliperEnvelope);
            Check(Merge(envelope, broken), PayloadKind.CaliperEnvelope);
            Check(Merge(broken, bare), PayloadKind.CaliperEvent);
            Check(Merge(bare, broken), PayloadKind.CaliperEvent);
        }

        static string Merge(string one, string other) => one[..^1] + "," + other[1..];

        static void Check(string json, PayloadKind kind)
        {
            var report = GradeEventValidator.Default.Validate(json);
            (report.IsValid, report.Kind).Should().Be((true, kind), "of {0}\n{1}", report, json);
            KindOf(GradeEventSerializer.Deserialize(json)).Should().Be(kind, "of {0}", json);
        }
    }

    [Theory]
    [InlineData("grade-change-by-teacher.json", "grade_change")]
    [InlineData("course-grade-change-from-job.json", "course_grade_change")]
    [InlineData("grade-override-set.json", "grade_override")]
    [InlineData("final-grade-custom-status-set.json", "final_grade_custom_status")]
    public void The_body_of_one_event_under_the_name_of_another_is_told_by_both(string sample, string eventName)
    {
        foreach (var other in new[] { "grade_change", "course_grade_change", "grade_override", "final_grade_custom_status" }.Where(other => other != eventName))
        {
            var payload = JsonNode.Parse(Repository.Sample(sample))!;
            payload["metadata"]!["event_name"] = other;
            var json = payload.ToJsonString();

            var issue = GradeEventValidator.Default.Validate(json).Issues.Should().ContainSingle().Which;

            (issue.Code, issue.Path, issue.Message).Should().Be(("body-mismatch", "/body", $"\"event_name\" is \"{other}\", but the body looks like that of {eventName}; expected both to agree."));
            GradeEventSerializer.TryDeserialize(json, out _, out var error).Should().BeFalse();
            error!.Message.Should().Contain($"looks like the one of {eventName} (line");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("override_score")]
    [InlineData("old_override_score")]
    public void A_body_with_a_member_that_only_its_own_event_has_is_not_that_of_another(string removed)
    {
        var payload = JsonNode.Parse(Repository.Sample("grade-override-set.json"))!.AsObject();
        var body = payload["body"]!.AsObject();
        body.Remove(removed);
        body["override_status"] = "Incomplete";
        body["override_status_id"] = "4";
        body["old_override_status"] = null;
        var bodyFirst = new JsonObject { ["body"] = body.DeepClone(), ["metadata"] = payload["metadata"]!.DeepClone() };

        foreach (var json in new[] { payload.ToJsonString(), bodyFirst.ToJsonString() })
        {
            var report = GradeEventValidator.Default.Validate(json);

            (report.IsValid, report.Kind).Should().Be((true, PayloadKind.GradeOverride));
            report.Issues.Should().HaveCount(3).And.OnlyContain(static issue => issue.Code == "unknown-property");
            GradeEventSerializer.Deserialize(json).Should().BeOfType<GradeOverrideEvent>();
        }
    }

    [Fact]
    public void What_reads_in_the_first_of_two_formats_is_judged_as_that()
    {
        var json = Event.Replace("2026-01-01T00:00:00Z\"}}", "2026-01-01T02:00:00+02:00\"}}", StringComparison.Ordinal)[..^1] + "," + Bare[1..];

        GradeEventSerializer.Deserialize(json).Should().BeOfType<GradeOverrideEvent>();
        GradeEventValidator.Default.Validate(json).Should().Match<ValidationReport>(static report => !report.IsValid && report.Kind == PayloadKind.GradeOverride);
    }

    [Fact]
    public void Of_the_members_of_all_formats_mixed_what_is_valid_reads_as_what_it_is()
        => Prop.ForAll(ArbMap.Default.ArbFor<int>(), static seed =>
        {
            var json = Mixed(new(seed));
            var report = GradeEventValidator.Default.Validate(json);
            var isRead = GradeEventSerializer.TryDeserialize(json, out var liveEvent, out var error);
            var agree = report.Issues.Any(static issue => issue.Code == IssueCodes.UnknownPayload) ? !isRead && (report.Issues[0].Message is not ['T', 'h', 'i', 's', ' ', 'i', 's', ' ', 'a', ..] || error!.Message.Contains(report.Issues[0].Message["This is ".Length..^1], StringComparison.Ordinal))
                : !isRead ? !report.IsValid
                : KindOf(liveEvent!) == report.Kind || (!report.IsValid && liveEvent is UnknownCanvasEvent);
            return agree.Label($"{report}\n{liveEvent?.GetType().Name} {error?.Message}\n{json}").Classify(report.IsValid, "valid").Classify(isRead, "reads");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Mutations.AreMany ? 20_000 : 3_000));

    private static string Input(string name) => File.ReadAllText(Repository.PathOf("tests", "Instructure.GradeEvents.Validation.Tests", "Inputs", name + ".json"));

    private static string Mixed(Random random)
    {
        var sources = new[] { Event, Event.Replace("metadata", "attributes", StringComparison.Ordinal), Event.Replace("grade_override", "quiz_submitted", StringComparison.Ordinal), Envelope.Replace("BARE", Bare, StringComparison.Ordinal), Envelope.Replace("BARE", string.Empty, StringComparison.Ordinal), Bare, Bare.Replace("GradeEvent", "NavigationEvent", StringComparison.Ordinal), """{"id":"urn:x:y","type":"Person"}""" }
            .Concat(Wrappers.Select(static row => ((string)row[0]).Replace("TEXT", s_text, StringComparison.Ordinal).Replace("EVENT", Event, StringComparison.Ordinal).Replace("BASE64", s_base64, StringComparison.Ordinal)).Where(static json => json[0] == '{'))
            .Select(static json => JsonNode.Parse(json)!.AsObject()).ToArray();
        var members = new List<KeyValuePair<string, JsonNode?>>();
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var keep = random.Next(2) == 0 ? 1 : 0.8;
            members.AddRange(sources[random.Next(2) == 0 ? random.Next(8) : random.Next(sources.Length)].Where(_ => random.NextDouble() < keep));
        }

        var mixed = members.Select(static member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())).OrderBy(_ => random.Next()).GroupBy(static member => member.Key).Select(static group => group.First());
        return new JsonObject(mixed).ToJsonString();
    }

    private static PayloadKind KindOf(LiveEvent liveEvent) => liveEvent switch
    {
        CaliperEnvelope => PayloadKind.CaliperEnvelope,
        CaliperEvent => PayloadKind.CaliperEvent,
        GradeChangeEvent => PayloadKind.GradeChange,
        CourseGradeChangeEvent => PayloadKind.CourseGradeChange,
        GradeOverrideEvent => PayloadKind.GradeOverride,
        FinalGradeCustomStatusEvent => PayloadKind.FinalGradeCustomStatus,
        _ => PayloadKind.Unknown,
    };

    private static void ShouldBe(string json, string sentence)
    {
        var report = GradeEventValidator.Default.Validate(json);
        report.Kind.Should().Be(PayloadKind.Unknown);
        var issue = report.Issues.Should().ContainSingle().Which;
        (issue.Code, issue.Path, issue.Message).Should().Be(("unknown-payload", string.Empty, $"This is {sentence}."));

        GradeEventSerializer.TryDeserialize(json, out _, out var error).Should().BeFalse();
        error!.Path.Should().Be("$");
        error.Message.Should().StartWith($"$: expected an event, found {sentence} (line ");
    }

    private static void ShouldBeNoJson(ReadOnlySpan<byte> document, string sentence)
    {
        var issue = GradeEventValidator.Default.Validate(document).Issues.Should().ContainSingle().Which;
        issue.ToString().Should().Be($"1:1 error malformed-json: This is {sentence}.");

        GradeEventSerializer.TryDeserialize(document, out _, out var error).Should().BeFalse();
        error!.Message.Should().StartWith("$: expected well-formed JSON; ").And.Contain($"; this is {sentence} (line 1, byte ");
    }
}
