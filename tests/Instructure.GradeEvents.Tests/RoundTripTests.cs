using System.Text.Json.Nodes;
using FsCheck.Fluent;
using Instructure.GradeEvents.Caliper;
using Instructure.GradeEvents.Canvas;
using Instructure.GradeEvents.Tests.Support;

namespace Instructure.GradeEvents.Tests;

/// <summary>What is read and written back is the same JSON by value.</summary>
public class RoundTripTests
{
    public static TheoryData<string> Roots => [.. Facts.Roots];

    public static TheoryData<string> SampleNames => Repository.SampleNames();

    [Theory]
    [MemberData(nameof(SampleNames))]
    public void Samples_come_back_the_same(string name)
    {
        var json = Repository.SampleText(name);

        var written = GradeEventSerializer.Serialize(GradeEventSerializer.Deserialize(json));

        JsonText.Difference(json, written).Should().BeNull();
    }

    [Theory]
    [MemberData(nameof(Roots))]
    public void Generated_payloads_come_back_the_same(string root)
    {
        var count = root == "CaliperEnvelope" ? 1500 : 500;
        var property = Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var json = JsonText.Write(new PayloadMaker(new Random(seed)).MakeWithUnknownMembers(root));
            var read = GradeEventSerializer.Deserialize(json);
            var written = GradeEventSerializer.Serialize(read);
            JsonText.Difference(json, written).Should().BeNull("seed {0} makes {1}", seed, json);
            GradeEventSerializer.Deserialize(written).Should().Be(read, "seed {0} makes {1}", seed, json);
        });

        FsCheck.Check.One(FsCheck.Config.QuickThrowOnFailure.WithMaxTest(Mutations.AreMany ? count : count / 3).WithEndSize(1_000_000), property);
    }

    [Theory]
    [InlineData("metadata")]
    [InlineData("attributes")]
    public void Order_of_members_and_the_name_of_the_metadata_do_not_matter(string name)
    {
        var payload = JsonNode.Parse(Repository.Sample("grade-change-by-teacher.json"))!.AsObject();
        var (metadata, body) = (payload["metadata"], payload["body"]);
        payload.Clear();
        payload["before"] = 1;
        payload["body"] = body;
        payload[name] = metadata;
        payload["after"] = null;

        var liveEvent = GradeEventSerializer.Deserialize(JsonText.Write(payload));

        liveEvent.Should().BeOfType<GradeChangeEvent>().Which.MetadataIsNamedAttributes.Should().Be(name == "attributes");
        JsonText.Difference(JsonText.Write(payload), GradeEventSerializer.Serialize(liveEvent)).Should().BeNull();
    }

    [Theory]
    [InlineData("caliper-thinned.json", "metadata", "{}", false)]
    [InlineData("caliper-thinned.json", "attributes", "1", false)]
    [InlineData("caliper-thinned.json", "body", "{}", false)]
    [InlineData("grade-change-compact.json", "dataVersion", "1", false)]
    [InlineData("grade-change-compact.json", "data", "[]", false)]
    [InlineData("grade-change-compact.json", "sensor", "null", false)]
    [InlineData("submission-created.json", "dataVersion", "\"x\"", true)]
    [InlineData("caliper-thinned.json", "metadata", "{\"event_name\":\"x\",\"event_time\":\"2026-01-01T00:00:00Z\"}", true)]
    public void A_member_of_the_other_format_is_one_like_any_other_wherever_it_stands(string name, string member, string value, bool last)
    {
        var json = Repository.SampleText(name).Trim();
        json = last ? $"{json[..^1]},\"{member}\":{value}}}" : $"{{\"{member}\":{value},{json[1..]}";

        var liveEvent = GradeEventSerializer.Deserialize(json);

        liveEvent.GetType().Should().Be(GradeEventSerializer.Deserialize(Repository.Sample(name)).GetType());
        liveEvent.UnknownMembers.Should().ContainKey(member);
        JsonText.Difference(json, GradeEventSerializer.Serialize(liveEvent)).Should().BeNull();
    }

    [Fact]
    public void Attributes_beside_metadata_are_a_member_like_any_other()
    {
        var json = """{"attributes":{"a":1},"metadata":{"event_name":"x","event_time":"2026-01-01T00:00:00Z"},"body":null}""";

        var liveEvent = GradeEventSerializer.Deserialize(json);

        liveEvent.UnknownMembers.Should().ContainKey("attributes");
        JsonText.Difference(json, GradeEventSerializer.Serialize(liveEvent)).Should().BeNull();
    }

    [Fact]
    public void Times_are_written_in_UTC_with_the_digits_of_their_format()
    {
        var caliper = (CaliperEnvelope)GradeEventSerializer.Deserialize(Repository.Sample("caliper-published-example.json"));
        Write(caliper with { SendTime = new(2026, 1, 2, 5, 4, 5, TimeSpan.FromHours(2)) }).Should().Contain("\"sendTime\":\"2026-01-02T03:04:05.000Z\"");
        Write(caliper with { SendTime = DateTimeOffset.UnixEpoch.AddTicks(1_200_001) }).Should().Contain("\"sendTime\":\"1970-01-01T00:00:00.1200001Z\"");

        var canvas = (GradeChangeEvent)GradeEventSerializer.Deserialize(Repository.Sample("grade-change-compact.json"));
        Write(canvas with { Metadata = canvas.Metadata with { EventTime = DateTimeOffset.UnixEpoch } }).Should().Contain("\"event_time\":\"1970-01-01T00:00:00Z\"");
        Write(canvas with { Metadata = canvas.Metadata with { EventTime = DateTimeOffset.UnixEpoch.AddMilliseconds(120) } }).Should().Contain("\"event_time\":\"1970-01-01T00:00:00.12Z\"");

        static string Write(LiveEvent liveEvent) => GradeEventSerializer.Serialize(liveEvent);
    }

    [Fact]
    public void Text_is_written_as_it_is()
    {
        var json = Repository.SampleText("submission-created.json");

        GradeEventSerializer.Serialize(GradeEventSerializer.Deserialize(json)).Should().Contain("<p>Zażółć gęślą jaźń</p>");
    }
}
