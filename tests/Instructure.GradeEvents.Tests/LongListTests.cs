using System.Text.Json;
using Instructure.GradeEvents.Caliper;
using Instructure.GradeEvents.Tests.Support;

namespace Instructure.GradeEvents.Tests;

/// <summary>A list with very many items, which are not all kept as records, is a list like any other.</summary>
public class LongListTests
{
    private const string Head = "{\"sensor\":\"http://a.b/\",\"sendTime\":\"2019-11-16T02:09:00.036Z\",\"dataVersion\":\"http://purl.imsglobal.org/ctx/caliper/v1p1\",\"data\":[";

    public static TheoryData<int> Counts => [999, 1000, 1001, 1002, 3000];

    [Theory]
    [MemberData(nameof(Counts))]
    public void It_has_all_items_in_order(int count)
    {
        var data = Read(Envelope(count)).Data;

        data.Should().HaveCount(count);
        data.Select(static item => ((Entity)item).Id.ToString()).Should().Equal(Enumerable.Range(0, count).Select(static number => $"a:{number}"));
        ((Person)data[count - 1]).Id.ToString().Should().Be($"a:{count - 1}");
        data[0].Should().BeSameAs(data[0]);
        data.Should().Contain(data[count - 1]).And.Contain(data[0]).And.NotContain(new Person { Id = Iri.Parse("a:none") });
        data.ToArray().Should().Equal(data);
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public void It_is_equal_to_one_that_was_made_and_is_written_the_same(int count)
    {
        var json = Envelope(count);
        var envelope = Read(json);
        var made = envelope with { Data = [.. envelope.Data] };

        envelope.Should().Be(made).And.Be(Read(json)).And.NotBe(Read(Envelope(count + 1))).And.NotBe(made with { Data = [.. made.Data.Reverse()] });
        envelope.GetHashCode().Should().Be(made.GetHashCode());
        GradeEventSerializer.Serialize(envelope).Should().Be(json).And.Be(GradeEventSerializer.Serialize(made));
        envelope.DeduplicationKey.Should().Be(made.DeduplicationKey);
    }

    [Fact]
    public void It_cannot_be_changed()
    {
        var data = (IList<ICaliperItem>)Read(Envelope(2000)).Data;

        data.IsReadOnly.Should().BeTrue();
        data.Invoking(static list => list.Clear()).Should().Throw<NotSupportedException>();
        data.Invoking(static list => list.Add(list[0])).Should().Throw<NotSupportedException>();
        data.IndexOf(data[1500]).Should().Be(1500);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(999)]
    [InlineData(1000)]
    [InlineData(1999)]
    public void A_fault_in_an_item_is_told_where_it_is(int index)
    {
        var json = Envelope(2000).Replace($"\"a:{index}\"", "7", StringComparison.Ordinal);

        var read = () => GradeEventSerializer.Deserialize(json);

        read.Should().Throw<JsonException>().WithMessage($"$.data[{index}].id: expected an absolute IRI (urn:…, https://…), found the number 7 (line 1, byte *").Which.Path.Should().Be($"$.data[{index}].id");
    }

    [Fact]
    public void Every_list_can_be_long_and_what_is_unknown_in_it_is_kept()
    {
        var many = string.Concat(Enumerable.Range(0, 1500).Select(static number => $"\"a:{number}\",{{\"id\":\"b:{number}\",\"type\":\"Person\",\"x\":[{number}.0,{{}}]}},"));
        var keywords = string.Concat(Enumerable.Range(0, 1500).Select(static number => $"\"{number}\","));
        var json = $$"""
            {"@context":[{{many}}"http://purl.imsglobal.org/ctx/caliper/v1p1"],"id":"urn:uuid:b1f5a0c2-1f0a-4e7e-9b39-0d1b6a6c7b11","type":"GradeEvent","actor":"a:b","action":"Graded","object":
            {"id":"a:c","type":"Attempt","assignable":{"id":"a:d","type":"AssignableDigitalResource","creators":[{{many.TrimEnd(',')}}],"keywords":[{{keywords}}"k"] } },
            "eventTime":"2019-11-16T02:09:00.036Z"}
            """.ReplaceLineEndings(string.Empty);

        var graded = (GradeEvent)GradeEventSerializer.Deserialize(json);

        graded.Context.Before.Should().HaveCount(3000);
        graded.Context.Iri.Should().Be("http://purl.imsglobal.org/ctx/caliper/v1p1");
        JsonText.Difference(json, GradeEventSerializer.Serialize(graded)).Should().BeNull();
        graded.Should().Be(GradeEventSerializer.Deserialize(json));
        graded.GetHashCode().Should().Be(GradeEventSerializer.Deserialize(json).GetHashCode());
    }

    private static CaliperEnvelope Read(string json) => (CaliperEnvelope)GradeEventSerializer.Deserialize(json);

    private static string Envelope(int count)
        => Head + string.Join(',', Enumerable.Range(0, count).Select(static number => $"{{\"id\":\"a:{number}\",\"type\":\"Person\"}}")) + "]}";
}
