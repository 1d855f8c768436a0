using System.Text.Json;
using System.Text.Json.Nodes;
using Instructure.GradeEvents.Canvas;
using Instructure.GradeEvents.Tests.Support;

namespace Instructure.GradeEvents.Tests;

/// <summary>Events are compared by value, all the way down.</summary>
public class EqualityTests
{
    public static TheoryData<string> SampleNames => Repository.SampleNames();

    [Theory]
    [MemberData(nameof(SampleNames))]
    public void Two_reads_of_a_sample_are_equal(string name)
    {
        var first = GradeEventSerializer.Deserialize(Repository.Sample(name));
        var second = GradeEventSerializer.Deserialize(Repository.SampleText(name));

        second.Should().Be(first);
        second.GetHashCode().Should().Be(first.GetHashCode());
    }

    [Fact]
    public void Two_reads_of_a_generated_payload_are_equal_whatever_the_order_of_members()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var payload = new PayloadMaker(new Random(seed)).MakeWithUnknownMembers(Facts.Roots[seed % Facts.Roots.Count]);
            var first = GradeEventSerializer.Deserialize(JsonText.Write(payload));
            Reverse(payload);
            var second = GradeEventSerializer.Deserialize(JsonText.Write(payload));

            second.Should().Be(first, "seed {0}", seed);
            second.GetHashCode().Should().Be(first.GetHashCode(), "seed {0}", seed);
        }
    }

    [Fact]
    public void A_change_of_any_member_makes_them_differ()
    {
        foreach (var root in Facts.Roots)
        {
            var maker = new PayloadMaker(random: null);
            var payload = maker.Make(root);
            var original = GradeEventSerializer.Deserialize(JsonText.Write(payload));
            foreach (var (owner, fact) in maker.Places)
            {
                foreach (var value in OthersThan(owner[fact.Name]!, fact))
                {
                    var json = JsonText.Write(payload, owner, fact.Name, (name, _) => $"{name}:{value}");
                    GradeEventSerializer.Deserialize(json).Should().NotBe(original, "{0} is {1}", owner[fact.Name]!.GetPath(), value);
                }

                if (!fact.Required)
                {
                    var json = JsonText.Write(payload, owner, fact.Name, (_, _) => "\"removed\":1");
                    GradeEventSerializer.Deserialize(json).Should().NotBe(original, "{0} is missing", owner[fact.Name]!.GetPath());
                }
            }
        }
    }

    [Fact]
    public void A_change_of_an_unknown_member_anywhere_makes_them_differ()
    {
        foreach (var root in Facts.Roots)
        {
            var maker = new PayloadMaker(random: null);
            var payload = maker.Make(root);
            foreach (var owner in maker.Open)
            {
                owner["unknown"] = 1;
                var same = Read("{\"a\":[1,{\"b\":null}],\"c\":\"\\u0061\"}");
                Read("{\"c\":\"a\",\"a\":[1.0,{\"b\":null}]}").Should().Be(same).And.Match(it => it.GetHashCode() == same.GetHashCode());
                foreach (var other in new[] { "{\"a\":[1,{\"b\":0}],\"c\":\"a\"}", "{\"a\":[{\"b\":null},1],\"c\":\"a\"}", "{\"a\":[1,{\"b\":null}],\"c\":\"A\"}", "{}", "null" })
                {
                    Read(other).Should().NotBe(same, "{0} is {1}", owner.GetPath(), other);
                }

                owner.Remove("unknown");

                LiveEvent Read(string value) => GradeEventSerializer.Deserialize(JsonText.Write(payload, owner, "unknown", (name, _) => $"{name}:{value}"));
            }
        }
    }

    [Fact]
    public void Null_and_missing_are_equal_and_yet_written_as_they_came()
    {
        const string WithNull = """{"metadata":{"event_name":"x","event_time":"2026-01-01T00:00:00Z","user_id":null},"body":{}}""";
        const string Without = """{"metadata":{"event_name":"x","event_time":"2026-01-01T00:00:00Z"},"body":{}}""";

        var (full, compact) = (GradeEventSerializer.Deserialize(WithNull), GradeEventSerializer.Deserialize(Without));

        full.Should().Be(compact).And.Match(it => it.GetHashCode() == compact.GetHashCode());
        GradeEventSerializer.Serialize(full).Should().Be(WithNull);
        GradeEventSerializer.Serialize(compact).Should().Be(Without);
    }

    [Theory]
    [InlineData("1e-30", "2e-30", "1E-30")]
    [InlineData("1e-30", "0", "0.01e-28")]
    [InlineData("0.12345678901234567890123456789012", "0.12345678901234567890123456789013", "0.123456789012345678901234567890120")]
    public void What_was_rounded_is_compared_by_what_it_was(string number, string other, string same)
    {
        var first = Read(number);

        Read(other).Should().NotBe(first);
        first.Should().NotBe(Read(other));
        Read(same).Should().Be(first).And.Match(it => it.GetHashCode() == first.GetHashCode());
        (first with { Body = first.Body with { Score = 3m } }).Should().Be(Read("3"));

        static GradeChangeEvent Read(string number) => (GradeChangeEvent)GradeEventSerializer.Deserialize(
            Repository.SampleText("grade-change-by-teacher.json").Replace("\"score\": 8.5", "\"score\":" + number, StringComparison.Ordinal));
    }

    [Fact]
    public void Numbers_that_no_type_holds_are_compared_without_an_exception()
    {
        var first = Read("1e99999999999");
        Read("1e99999999999").Should().Be(first).And.Match(it => it.GetHashCode() == first.GetHashCode());
        Read("1e99999999998").Should().NotBe(first);

        static LiveEvent Read(string number)
            => GradeEventSerializer.Deserialize("{\"metadata\":{\"event_name\":\"x\",\"event_time\":\"2026-01-01T00:00:00Z\"},\"body\":[" + number + "]}");
    }

    [Fact]
    public void What_the_sender_disposes_of_or_changes_does_not_matter()
    {
        var body = JsonDocument.Parse("{\"a\":1}");
        var members = new Dictionary<string, JsonElement> { ["b"] = body.RootElement };
        var liveEvent = new UnknownCanvasEvent
        {
            Metadata = new() { EventName = "x", EventTime = DateTimeOffset.UnixEpoch },
            Body = body.RootElement,
            UnknownMembers = members,
        };
        members.Clear();
        body.Dispose();

        GradeEventSerializer.Serialize(liveEvent).Should().Be("""{"metadata":{"event_name":"x","event_time":"1970-01-01T00:00:00Z"},"body":{"a":1},"b":{"a":1}}""");
    }

    private static IEnumerable<string> OthersThan(JsonNode value, Fact fact)
    {
        switch (fact.Kind)
        {
            case "text":
                yield return "\"other\"";
                yield return "\"\"";
                break;
            case "boolean":
                yield return value.GetValue<bool>() ? "false" : "true";
                break;
            case "integer":
                yield return "4";
                break;
            case "number" or "score":
                yield return "0.25";
                break;
            case "ctime" or "ntime":
                yield return "\"2026-07-01T00:00:00.001Z\"";
                break;
            case "iri" or "appid":
                yield return "\"urn:other:1\"";
                break;
            case "id":
                yield return "\"99\"";
                break;
            case "context":
                yield return "\"http://example.org/other\"";
                yield return $"[\"http://example.org/other\",{value.ToJsonString()}]";
                break;
            case "object" or "any":
                yield return "{\"other\":1}";
                break;
            case var list when list.StartsWith("list:", StringComparison.Ordinal):
                yield return "[" + string.Join(',', Enumerable.Repeat(value[0]!.ToJsonString(), 2)) + "]";
                break;
            case var kind when Facts.TypesAt(kind).Count > 0:
                // Thinned to its IRI, it says less.
                yield return value["id"]!.ToJsonString();
                break;
        }
    }

    private static void Reverse(JsonNode? node)
    {
        if (node is JsonObject members)
        {
            var copy = members.ToArray();
            members.Clear();
            foreach (var (name, value) in copy.Reverse())
            {
                Reverse(value);
                members.Add(name, value);
            }
        }
        else if (node is JsonArray items)
        {
            foreach (var item in items)
            {
                Reverse(item);
            }
        }
    }
}
