using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Instructure.GradeEvents.Tests.Support;

namespace Instructure.GradeEvents.Tests;

public class GradeEventUnwrapperTests
{
    private const string Event = """{"metadata":{"event_name":"grade_override","event_time":"2026-01-01T00:00:00Z"},"body":{"score_id":"1","enrollment_id":"2","user_id":"3","course_id":"4","updated_at":"2026-01-01T00:00:00Z"}}""";
    private const string Jws = "eyJhbGciOiJSUzI1NiIsImtpZCI6IjEifQ.eyJtZXRhZGF0YSI6e30sImJvZHkiOnt9fQ.c2lnbmF0dXJl-_";

    private static readonly string s_text = JsonSerializer.Serialize(Event);
    private static readonly string s_base64 = "\"" + Convert.ToBase64String(Encoding.UTF8.GetBytes(Event)) + "\"";

    public static TheoryData<string, string, string?> Wrappers => new()
    {
        { """{"Records":[{"messageId":"059f","receiptHandle":"AQEB","body":TEXT,"attributes":{"SentTimestamp":"1"},"messageAttributes":{},"md5OfBody":"x","eventSource":"aws:sqs","eventSourceARN":"arn:aws:sqs:eu-west-1:1:grades","awsRegion":"eu-west-1"}]}""", "/Records/0/body", "059f" },
        { """{"Records":[{"EventSource":"aws:sns","EventVersion":"1.0","Sns":{"Type":"Notification","MessageId":"ab","Message":TEXT}}]}""", "/Records/0/Sns/Message", null },
        { """{"Records":[{"kinesis":{"kinesisSchemaVersion":"1.0","partitionKey":"1","sequenceNumber":"49","data":BASE64},"eventSource":"aws:kinesis","eventID":"shardId-000000000006:49"}]}""", "/Records/0/kinesis/data", "49" },
        { """{"NextShardIterator":"A","Records":[{"SequenceNumber":"49","Data":BASE64,"PartitionKey":"1"}],"MillisBehindLatest":0}""", "/Records/0/Data", "49" },
        { """{"invocationId":"i","deliveryStreamArn":"arn:x","records":[{"recordId":"50","approximateArrivalTimestamp":1,"data":BASE64}]}""", "/records/0/data", "50" },
        { """{"Messages":[{"MessageId":"059f","ReceiptHandle":"AQEB","MD5OfBody":"x","Body":TEXT}]}""", "/Messages/0/Body", "059f" },
        { """{"messageId":"059f","receiptHandle":"AQEB","body":TEXT,"attributes":{"SentTimestamp":"1"},"eventSource":"aws:sqs"}""", "/body", "059f" },
        { """{"eventSource":"aws:sqs","attributes":{},"body":TEXT}""", "/body", null },
        { """{"MessageId":"059f","ReceiptHandle":"AQEB","MD5OfBody":"x","Body":TEXT}""", "/Body", "059f" },
        { """{"EventSource":"aws:sns","Sns":{"Type":"Notification","Message":TEXT}}""", "/Sns/Message", null },
        { """{"Type":"Notification","MessageId":"ab","TopicArn":"arn:aws:sns:eu-west-1:1:grades","Message":TEXT,"Timestamp":"2018-04-06T02:42:08.000Z"}""", "/Message", null },
        { """{"kinesis":{"sequenceNumber":"49","data":BASE64},"eventSource":"aws:kinesis"}""", "/kinesis/data", "49" },
        { """{"partitionKey":"1","sequenceNumber":"49","data":BASE64}""", "/data", "49" },
        { """{"SequenceNumber":"49","Data":BASE64,"PartitionKey":"1"}""", "/Data", "49" },
        { """{"recordId":"50","data":BASE64}""", "/data", "50" },
        { """{"version":"0","id":"i","detail-type":"grade_override","source":"canvas","time":"2026-01-01T00:00:00Z","resources":[],"detail":EVENT}""", "/detail", null },
        { """{"version":"0","detail-type":"grade_override","detail":TEXT}""", "/detail", null },
        { """{"resource":"/","path":"/","httpMethod":"POST","headers":{},"requestContext":{},"body":TEXT,"isBase64Encoded":false}""", "/body", null },
        { """{"version":"2.0","requestContext":{"http":{}},"body":BASE64,"isBase64Encoded":true}""", "/body", null },
        // With no more members than it takes.
        { """{"Body":TEXT,"ReceiptHandle":"AQEB"}""", "/Body", null },
        { """{"Body":TEXT,"MessageId":"059f"}""", "/Body", "059f" },
        { """{"data":BASE64,"partitionKey":"1"}""", "/data", null },
        { """{"data":BASE64,"sequenceNumber":"49"}""", "/data", "49" },
        { """{"Data":BASE64,"PartitionKey":"1"}""", "/Data", null },
        { """{"Data":BASE64,"SequenceNumber":"49"}""", "/Data", "49" },
        { """{"body":TEXT,"httpMethod":"POST"}""", "/body", null },
        { """{"body":TEXT,"requestContext":{}}""", "/body", null },
        { """{"body":TEXT,"isBase64Encoded":false}""", "/body", null },
        { "TEXT", string.Empty, null },
        { "[EVENT]", "/0", null },
        { "[TEXT]", "/0", null },
        { """{"messageId":"1","receiptHandle":"A","body":EVENT}""", "/body", "1" }, // as people write it by hand
    };

    [Theory]
    [MemberData(nameof(Wrappers))]
    public void An_event_comes_out_of_each_wrapper(string form, string path, string? recordId)
    {
        var json = Fill(form);
        foreach (var document in new[] { json, "\uFEFF" + json, "\n " + json + "\r\n" })
        {
            var unwrapped = Unwrap(document).Should().ContainSingle().Which;

            unwrapped.Should().Be((Event, path, recordId, null));
        }
    }

    [Fact]
    public void Each_wrapper_inside_of_each_other()
    {
        foreach (var (outer, outerPath, outerId) in Wrappers.Select(static row => ((string)row[0], (string)row[1], (string?)row[2])))
        {
            foreach (var (inner, innerPath, innerId) in Wrappers.Select(static row => ((string)row[0], (string)row[1], (string?)row[2])))
            {
                if (outer is "TEXT" or "[TEXT]" && inner[0] != '{')
                {
                    continue; // a string is a wrapper when there is an object in it
                }

                var json = Fill(outer, Fill(inner));

                Unwrap(json).Should().Equal([(Event, outerPath + innerPath, outerId ?? innerId, null)], "of {0}", json);
            }
        }
    }

    [Fact]
    public void A_batch_of_Lambda_with_notifications_of_SNS_in_messages_of_SQS()
    {
        var notification = new JsonObject { ["Type"] = "Notification", ["MessageId"] = "of SNS", ["Message"] = Event };
        var records = new[] { "a", "b" }.Select(id => (JsonNode)new JsonObject { ["messageId"] = id, ["body"] = notification.ToJsonString(), ["eventSource"] = "aws:sqs" });

        Unwrap(new JsonObject { ["Records"] = new JsonArray([.. records]) }.ToJsonString()).Should().Equal(
            (Event, "/Records/0/body/Message", "a", null),
            (Event, "/Records/1/body/Message", "b", null));
    }

    [Fact]
    public void Several_events_in_one_message_have_its_id()
        => Unwrap(Fill("""{"Records":[{"messageId":"a","receiptHandle":"A","body":TEXT},{"messageId":"b","receiptHandle":"B","body":"5"}]}""", "[1," + Event + "]")).Should().Equal(
            ("1", "/Records/0/body/0", "a", null),
            (Event, "/Records/0/body/1", "a", null),
            ("5", "/Records/1/body", "b", null));

    [Fact]
    public void What_is_broken_in_one_record_leaves_the_others_alone()
    {
        const string Batch = """
            {"Records":[
              {"messageId":"no body"},
              {"messageId":"null","body":null,"eventSource":"aws:sqs"},
              {"messageId":"half","body":"{\"a\":\"\ud800\"}","eventSource":"aws:sqs"},
              {"messageId":"no JSON","body":"x{","eventSource":"aws:sqs"},
              {"messageId":"cut","body":"{\"Type\":\"Notification\",\"Message\":\"{}\"","eventSource":"aws:sqs"},
              {"messageId":"empty","body":"","eventSource":"aws:sqs"},
              {"messageId":"nothing","body":"[]","eventSource":"aws:sqs"},
              {"kinesis":{"sequenceNumber":"no base64","data":"?"},"eventSource":"aws:kinesis"},
              {"kinesis":{"sequenceNumber":"half base64","data":"\udc00"},"eventSource":"aws:kinesis"},
              {"messageId":"\ud800","body":"x","eventSource":"aws:sqs"},
              5,
              {"messageId":"good","body":TEXT,"eventSource":"aws:sqs"}
            ]}
            """;

        var unwrapped = Unwrap(Fill(Batch));

        unwrapped.Should().Equal(
            ("""{"messageId":"no body"}""", "/Records/0", "no body", null),
            ("null", "/Records/1/body", "null", null),
            (""" "{\"a\":\"\ud800\"}" """.Trim(), "/Records/2/body", "half", "$.Records[2].body: expected valid Unicode text, found invalid UTF-8 or half of a surrogate pair."),
            ("x{", "/Records/3/body", "no JSON", null),
            ("""{"Type":"Notification","Message":"{}" """.Trim(), "/Records/4/body", "cut", null),
            (string.Empty, "/Records/5/body", "empty", null),
            ("[]", "/Records/6/body", "nothing", null),
            ("\"?\"", "/Records/7/kinesis/data", "no base64", "$.Records[7].kinesis.data: expected text in base64, found other text."),
            ("\"\\udc00\"", "/Records/8/kinesis/data", "half base64", "$.Records[8].kinesis.data: expected text in base64, found other text."),
            ("x", "/Records/9/body", null, null),
            ("5", "/Records/10", null, null),
            (Event, "/Records/11/body", "good", null));
        GradeEventUnwrapper.Unwrap(Encoding.UTF8.GetBytes(Fill(Batch)))[7].Error!.Path.Should().Be("$.Records[7].kinesis.data");
    }

    [Theory]
    [InlineData(Event)]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("5")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("\"x\"")]
    [InlineData("\"{\\ud800\"")]
    [InlineData("\"" + Jws + "\"")]
    [InlineData(Jws)]
    [InlineData("""{"Records":[]}""")]
    [InlineData("""{"Records":[{"s3":{}}]}""")]
    [InlineData("""{"Records":[{"messageId":"1","body":"x","eventSource":"aws:sqs"}]} x""")]
    [InlineData("""{"Records":[{"messageId":"1","body":"x","eventSource":"aws:sqs"}],""")]
    [InlineData("""{"Type":"SubscriptionConfirmation","Message":"x"}""")]
    [InlineData("""{"body":"x"}""")]
    [InlineData("""{"Body":"x"}""")]
    [InlineData("""{"receiptHandle":"A","messageId":"1"}""")]
    [InlineData("""{"ReceiptHandle":"A","MessageId":"1"}""")]
    [InlineData("""{"detail":{}}""")]
    [InlineData("""{"detail-type":"x","body":"x"}""")]
    [InlineData("""{"Type":"Notification","Message":5}""")]
    [InlineData("""{"Sns":{"Message":5}}""")]
    [InlineData("""{"kinesis":{"sequenceNumber":"1"}}""")]
    [InlineData("""{"kinesis":{"data":5}}""")]
    [InlineData("""{"kinesis":"x","data":"x"}""")]
    [InlineData("""{"data":"x"}""")]
    [InlineData("""{"data":5,"partitionKey":"1","sequenceNumber":"1","recordId":"1"}""")]
    [InlineData("""{"Data":"x"}""")]
    [InlineData("""{"Data":5,"PartitionKey":"1","SequenceNumber":"1"}""")]
    [InlineData("""{"recordId":"1","Body":5}""")]
    [InlineData("""{"body":5,"httpMethod":"POST","requestContext":{},"isBase64Encoded":true}""")]
    public void What_is_no_wrapper_is_itself_the_event(string json)
    {
        var memory = Encoding.UTF8.GetBytes(json).AsMemory();

        var unwrapped = GradeEventUnwrapper.Unwrap(memory).Should().ContainSingle().Which;

        unwrapped.Utf8Json.Equals(memory).Should().BeTrue("it is not copied");
        (unwrapped.Path, unwrapped.RecordId, unwrapped.Error).Should().Be((string.Empty, null, null));
    }

    [Fact]
    public void The_sample_payloads_are_events()
    {
        foreach (var path in Repository.SampleFiles)
        {
            GradeEventUnwrapper.Unwrap(File.ReadAllBytes(path)).Should().ContainSingle().Which.Path.Should().BeEmpty("of {0}", path);
        }
    }

    [Fact]
    public void An_event_with_the_members_of_a_wrapper_is_an_event()
        => Unwrap(Event[..^1] + ",\"receiptHandle\":\"A\",\"Records\":[{\"body\":\"x\",\"receiptHandle\":\"A\"}]}").Should().ContainSingle().Which.Path.Should().BeEmpty();

    [Fact]
    public void A_signed_payload_is_left_to_whoever_checks_signatures()
        => Unwrap($$"""{"httpMethod":"POST","body":"{{Jws}}","isBase64Encoded":false}""").Should().Equal((Jws, "/body", null, null));

    [Fact]
    public void No_more_than_eight_wrappers_are_taken_off()
    {
        var json = Event;
        for (var i = 0; i < 8; i++)
        {
            json = $$"""{"detail-type":"x","detail":{{json}}}""";
        }

        Unwrap(json).Should().Equal((Event, string.Concat(Enumerable.Repeat("/detail", 8)), null, null));
        Unwrap($$"""{"detail-type":"x","detail":{{json}}}""").Should().ContainSingle().Which.Json.Should().StartWith("{\"detail-type\"");
    }

    [Theory]
    [InlineData("[EVENT]", "/0")]
    [InlineData("{\"Records\":[{\"receiptHandle\":\"A\",\"body\":EVENT}]}", "/Records/0/body")]
    [InlineData("{\"detail-type\":\"x\",\"detail\":TEXT}", "/detail")]
    [InlineData("{\"data\":BASE64,\"recordId\":\"1\"}", "/data")]
    public void Whatever_the_wrappers_are_there_is_an_end(string form, string path)
    {
        var json = Event;
        for (var i = 0; i < 12; i++)
        {
            json = Fill(form, json);
        }

        var unwrapped = Unwrap(json).Should().ContainSingle().Which;

        unwrapped.Path.Length.Should().BeInRange(path.Length, path.Length * 8);
        unwrapped.Json.Should().NotBe(Event);
        unwrapped.Error.Should().BeNull();
    }

    [Fact]
    public void The_id_of_a_record_is_the_first_that_it_has()
    {
        var members = new[] { "messageId", "MessageId", "kinesis", "sequenceNumber", "SequenceNumber", "recordId" };
        for (var first = 0; first < members.Length; first++)
        {
            var record = new JsonObject { ["Body"] = "x", ["ReceiptHandle"] = "A" };
            foreach (var name in members.Skip(first).Reverse())
            {
                record[name] = name == "kinesis" ? new JsonObject { ["sequenceNumber"] = name } : name;
            }

            Unwrap(record.ToJsonString()).Should().ContainSingle().Which.RecordId.Should().Be(members[first]);
        }
    }

    [Fact]
    public void An_event_as_deep_as_an_event_may_be_comes_out()
    {
        var deep = Event[..^1] + ",\"x\":" + new string('[', 63) + new string(']', 63) + "}";
        GradeEventSerializer.TryDeserialize(deep, out _, out _).Should().BeTrue();

        Unwrap($$"""[{"detail-type":"x","detail":{{deep}}}]""").Should().Equal((deep, "/0/detail", null, null));
    }

    [Fact]
    public void No_more_than_ten_thousand_events_are_made()
    {
        var most = "[" + string.Join(',', Enumerable.Repeat("1", 10_000)) + "]";
        Unwrap(most).Should().HaveCount(10_000);
        Unwrap(most.Replace("]", ",1]", StringComparison.Ordinal)).Should().ContainSingle("it is one too many");

        // The records of a batch come first, and keep their ids; what is in one of them is left as it is.
        var batch = "[" + string.Join(',', Enumerable.Repeat("[1,1]", 9_999)) + "]";
        var unwrapped = Unwrap(batch);
        unwrapped.Should().HaveCount(10_000);
        unwrapped.Count(static one => one.Json == "[1,1]").Should().Be(9_998);
    }

    [Theory]
    [InlineData("[REPEAT]", "{}", 60)]
    [InlineData("[REPEAT]", "[[[]]]", 60)]
    [InlineData("[REPEAT]", """{"body":1}""", 20)]
    [InlineData("[REPEAT]", """{"body":"","receiptHandle":1}""", 60)]
    [InlineData("""{"Records":[REPEAT]}""", """{"messageId":"059f","receiptHandle":"AQEB","body":TEXT}""", 4)]
    [InlineData("""{"Records":[REPEAT]}""", """{"kinesis":{"sequenceNumber":"49","data":BASE64}}""", 4)]
    public void It_takes_memory_by_the_size_of_the_text(string around, string one, int most)
    {
        var utf8Json = Encoding.UTF8.GetBytes(around.Replace("REPEAT", string.Join(',', Enumerable.Repeat(Fill(one), 9_000)), StringComparison.Ordinal));
        GradeEventUnwrapper.Unwrap(utf8Json);

        var before = GC.GetAllocatedBytesForCurrentThread();
        GradeEventUnwrapper.Unwrap(utf8Json).Count.Should().Be(9_000);

        ((GC.GetAllocatedBytesForCurrentThread() - before) / utf8Json.Length).Should().BeLessThan(most);
    }

    [Fact]
    public void Any_input_gives_events_and_no_exception()
    {
        var wrappers = Wrappers.Select(static row => Encoding.UTF8.GetBytes(Fill((string)row[0], Fill("""{"Type":"Notification","Message":TEXT}""")))).ToArray();
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var random = new Random(seed);
            var utf8Json = Mutations.Of(wrappers[random.Next(wrappers.Length)], random);

            return IsSound(utf8Json).Label(Encoding.UTF8.GetString(utf8Json));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Mutations.AreMany ? 50_000 : 3_000));
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), static utf8Json => IsSound(utf8Json ?? [])).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

        // What the reader calls a wrapper is opened, and nothing else is. The reader doesn't look for what stands behind a wrapper.
        static bool IsSound(byte[] utf8Json)
        {
            var unwrapped = GradeEventUnwrapper.Unwrap(utf8Json);
            GradeEventSerializer.TryDeserialize(utf8Json, out _, out var error);
            var isWrapper = error?.Message is { } message && message.Contains("$: expected an event, found ", StringComparison.Ordinal) && !message.Contains("empty array", StringComparison.Ordinal) && !message.Contains(" without an envelope", StringComparison.Ordinal);
            return unwrapped.Count > 0 && (isWrapper && IsWellFormed(utf8Json)) != unwrapped[0].Utf8Json.Equals(utf8Json.AsMemory());
        }
    }

    [Fact]
    public void The_default_value_has_no_text()
        => (default(UnwrappedEvent).Utf8Json.IsEmpty, default(UnwrappedEvent).Path, default(UnwrappedEvent).RecordId, default(UnwrappedEvent).Error).Should().Be((true, string.Empty, null, null));

    private static bool IsWellFormed(byte[] utf8Json)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8Json.AsMemory(utf8Json.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0));
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static List<(string Json, string Path, string? RecordId, string? Error)> Unwrap(string json)
        => [.. GradeEventUnwrapper.Unwrap(Encoding.UTF8.GetBytes(json)).Select(static one => (Encoding.UTF8.GetString(one.Utf8Json.Span), one.Path, one.RecordId, one.Error?.Message))];

    private static string Fill(string form) => form.Replace("TEXT", s_text, StringComparison.Ordinal).Replace("EVENT", Event, StringComparison.Ordinal).Replace("BASE64", s_base64, StringComparison.Ordinal);

    private static string Fill(string form, string json)
        => form.Replace("BASE64", "\"" + Convert.ToBase64String(Encoding.UTF8.GetBytes(json)) + "\"", StringComparison.Ordinal)
            .Replace("TEXT", JsonSerializer.Serialize(json), StringComparison.Ordinal).Replace("EVENT", json, StringComparison.Ordinal);
}
