using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Instructure.GradeEvents.Caliper;
using Instructure.GradeEvents.Tests.Support;

namespace Instructure.GradeEvents.Tests;

/// <summary>A long entity, which is kept as its text and read when somebody asks for it, is an entity like any other.</summary>
public class LongEntityTests
{
    private static readonly string s_long = new('x', 20_000);

    public static TheoryData<string> Roots =>
        [.. Facts.Roots.Where(static root => root is "CaliperEnvelope" or "GradeEvent")];

    [Fact]
    public void It_is_read_when_asked_for_and_is_the_same_one_each_time()
    {
        var graded = Read("""
            {"id":"a:1","type":"Attempt","description":"…","count":3,"assignee":{"id":"a:2","type":"Person","name":"\u00e9","new":[1.0]},
            "assignable":{"id":"a:4","type":"Document","description":"…"},"isPartOf":{"id":"a:5","type":"Attempt","description":"…","isPartOf":"a:6"}}
            """);

        var attempt = (Attempt)graded.Object;

        graded.Object.Should().BeSameAs(attempt);
        attempt.Count.Should().Be(3);
        attempt.Description.Should().Be(s_long);
        attempt.Assignee!.Name.Should().Be("é");
        attempt.Assignee.UnknownMembers["new"].GetRawText().Should().Be("[1.0]");
        attempt.Assignable.Should().BeSameAs(attempt.Assignable).And.BeAssignableTo<DigitalResource>().Which.Type.Should().Be("Document");
        attempt.IsPartOf!.IsPartOf!.IsThinned.Should().BeTrue();
        attempt.IsPartOf.IsPartOf.Id.ToString().Should().Be("a:6");
        attempt.StartedAtTime.Should().BeNull();
    }

    [Fact]
    public void It_is_equal_to_one_that_was_made_and_is_written_the_same()
    {
        const string Attempt = "{\"id\":\"a:1\",\"type\":\"Attempt\",\"description\":\"…\",\"isPartOf\":{\"id\":\"a:5\",\"type\":\"Attempt\",\"description\":\"…\"}}";
        var read = Read(Attempt);
        var json = GradeEventSerializer.Serialize(Read(Attempt)); // nobody has asked for the entity
        var attempt = new Attempt { Id = Iri.Parse("a:1"), Description = s_long, IsPartOf = new() { Id = Iri.Parse("a:5"), Description = s_long } };

        var made = read with { Object = attempt };

        read.Should().Be(made).And.Be(Read(Attempt)).And.NotBe(made with { Object = attempt with { Count = 1 } });
        made.Should().Be(Read(Attempt));
        Read(Attempt).GetHashCode().Should().Be(made.GetHashCode());
        GradeEventSerializer.Serialize(made).Should().Be(json);
        GradeEventSerializer.Serialize(read).Should().Be(json);
        read.DeduplicationKey.Should().Be(made.DeduplicationKey).And.Be(Read(Attempt).DeduplicationKey);
        read.Object.ToString().Should().Be(attempt.ToString());
    }

    [Fact]
    public void A_long_iri_stands_for_an_entity_too()
    {
        var graded = Read($"\"a:{s_long}\"");

        GradeEventSerializer.Serialize(graded).Should().Contain($"\"object\":\"a:{s_long}\"");
        graded.Object.IsThinned.Should().BeTrue();
        graded.Object.Id.ToString().Should().Be("a:" + s_long);
    }

    [Fact]
    public async Task All_threads_get_the_same_one()
    {
        for (var round = 0; round < 20; round++)
        {
            var graded = Read("{\"id\":\"a:1\",\"type\":\"Attempt\",\"description\":\"…\"}");
            using var start = new Barrier(4);

            var entities = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(
                () =>
                {
                    start.SignalAndWait();
                    return graded.Object;
                },
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default)));

            entities.Should().AllSatisfy(entity => entity.Should().BeSameAs(graded.Object));
        }
    }

    [Theory]
    [InlineData("\"count\":\"x\"", "$.object.isPartOf.isPartOf.count: expected an integer")]
    [InlineData("\"count\":1,\"count\":2", "$.object.isPartOf.isPartOf.count: expected each member once")]
    [InlineData("\"u\":{\"a\":1,\"a\":2}", "$.object.isPartOf.isPartOf.u.a: expected each member once")]
    [InlineData("\"assignee\":{\"type\":\"Person\"}", "$.object.isPartOf.isPartOf.assignee.id: the required member \"id\" is missing")]
    [InlineData("\"assignable\":{\"id\":\"a:b\",\"type\":\"Document\",\"creators\":[\"a:b\",{\"id\":\"a:b\",\"type\":\"Person\",\"name\":\"…\"},\"a:b\",7]}", "$.object.isPartOf.isPartOf.assignable.creators[3]: expected an object")]
    public void Its_faults_are_told_when_the_event_is_read(string member, string message)
    {
        var inner = $$$"""{"id":"a:5","type":"Attempt","description":"…","isPartOf":{"id":"a:6","type":"Attempt",{{{member}}},"description":"…"}}""";

        var read = () => Read($$"""{"id":"a:1","type":"Attempt","isPartOf":{{inner}}}""");

        read.Should().Throw<JsonException>().WithMessage(message + "*");
    }

    [Theory]
    [InlineData(10)]
    [InlineData(400)]
    [InlineData(1200)]
    public void Lists_in_it_have_all_items(int count)
    {
        var people = string.Join(',', Enumerable.Range(0, count).Select(static number => number % 3 == 0 ? $"\"a:{number}\"" : $$"""{"id":"a:{{number}}","type":"Person","name":"{{new string('n', number)}}"}"""));
        var keywords = string.Join(',', Enumerable.Range(0, count).Select(static number => $"\"keyword {number}\""));
        var json = $$$"""{"id":"a:1","type":"Attempt","assignable":{"id":"a:b","type":"AssignableDigitalResource","creators":[{{{people}}},{"id":"a:c","type":"Person","description":"…"}],"keywords":[{{{keywords}}}],"learningObjectives":[]}}""";
        var graded = Read(json);

        var assignable = ((Attempt)graded.Object).Assignable!;

        assignable.Creators!.Select(static person => person.Id.ToString()).Should().Equal([.. Enumerable.Range(0, count).Select(static number => $"a:{number}"), "a:c"]);
        ((Person)assignable.Creators![count]).Description.Should().Be(s_long);
        assignable.Keywords.Should().Equal(Enumerable.Range(0, count).Select(static number => $"keyword {number}"));
        assignable.LearningObjectives.Should().BeEmpty();
        GradeEventSerializer.Serialize(graded).Should().Be(GradeEventSerializer.Serialize(Read(json))).And.Contain(json.Replace("…", s_long, StringComparison.Ordinal));
        graded.Should().Be(Read(json));
    }

    [Theory]
    [InlineData("\"dataVersion\":7")]
    [InlineData("\"sensor\":7")]
    public void What_was_tried_in_another_format_before_leaves_no_trace(string fault)
    {
        // It has the members of an envelope, and is read as one first, until there is a fault within or behind an item.
        var item = $$"""{"id":"a:9","type":"Person","name":"{{s_long}}"}""";
        var people = string.Concat(Enumerable.Repeat(item + ",", 3));
        var graded = JsonNode.Parse(Event("{\"id\":\"a:1\",\"type\":\"Attempt\",\"description\":\"…\"}"))!.AsObject();
        var rest = graded.ToJsonString()[1..];
        foreach (var json in new[]
        {
            $$$"""{"data":[{{{people}}}{"id":"a:9","type":"Attempt","isPartOf":{"id":7,"type":"Attempt"}}],{{{rest}}}""",
            $$"""{"data":[{{people}}{{item}}],{{fault}},{{rest}}""",
        })
        {
            var read = GradeEventSerializer.Deserialize(json);

            read.Should().BeOfType<GradeEvent>().Which.Object.Description.Should().Be(s_long);
            JsonText.Difference(json, GradeEventSerializer.Serialize(read)).Should().BeNull();
        }
    }

    [Theory]
    [MemberData(nameof(Roots))]
    public void Payloads_with_long_texts_anywhere_come_back_the_same_also_in_pieces(string root)
    {
        var count = Mutations.AreMany ? 150 : 40;
        for (var seed = 0; seed < count; seed++)
        {
            var random = new Random(seed);
            var payload = new PayloadMaker(random).MakeWithUnknownMembers(root);
            Lengthen(payload, random);
            var json = JsonText.Write(payload);
            var read = GradeEventSerializer.Deserialize(json);
            var expected = GradeEventSerializer.Serialize(read);

            JsonText.Difference(json, expected).Should().BeNull("seed {0}", seed);
            GradeEventSerializer.Deserialize(expected).Should().Be(read, "seed {0}", seed);
            read.GetHashCode().Should().Be(GradeEventSerializer.Deserialize(expected).GetHashCode(), "seed {0}", seed);
            GradeEventSerializer.Serialize(read).Should().Be(expected, "seed {0}", seed); // all of it has been asked for by now
            GradeEventSerializer.Serialize(GradeEventSerializer.Deserialize(PiecedText.Join(Encoding.UTF8.GetBytes(json).Chunk(61).Select(static piece => (ReadOnlyMemory<byte>)piece)))).Should().Be(expected, "seed {0}", seed);
        }
    }

    [Fact]
    public void An_entity_of_its_own_keeps_long_ones_too()
    {
        var json = "{\"id\":\"a:1\",\"type\":\"Attempt\",\"isPartOf\":{\"id\":\"a:5\",\"type\":\"Attempt\",\"description\":\"…\"},\"description\":\"…\"}".Replace("…", s_long, StringComparison.Ordinal);

        var attempt = JsonSerializer.Deserialize<Attempt>(json)!;
        var two = JsonSerializer.Deserialize<List<Entity>>($"[{json},{json}]")!;

        attempt.IsPartOf!.Description.Should().Be(s_long);
        two.Should().Equal(attempt, attempt);
        JsonSerializer.Serialize(two).Should().Be($"[{JsonSerializer.Serialize(attempt)},{JsonSerializer.Serialize(attempt)}]");
    }

    /// <summary>Gives some of the entities a long member that they don't have otherwise.</summary>
    private static void Lengthen(JsonNode? node, Random random)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (_, value) in members.ToArray())
                {
                    Lengthen(value, random);
                }

                if (members.ContainsKey("type") && members.ContainsKey("id") && random.Next(3) == 0)
                {
                    members["long"] = new string('ä', random.Next(3) * 4000);
                }

                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    Lengthen(item, random);
                }

                break;
        }
    }

    private static GradeEvent Read(string attempt) => (GradeEvent)GradeEventSerializer.Deserialize(Event(attempt));

    private static string Event(string attempt) => $$"""
        {"@context":"http://purl.imsglobal.org/ctx/caliper/v1p1","id":"urn:uuid:b1f5a0c2-1f0a-4e7e-9b39-0d1b6a6c7b11","type":"GradeEvent","actor":"a:b","action":"Graded",
        "object":{{attempt}},"eventTime":"2019-11-16T02:09:00.036Z"}
        """.Replace("…", s_long, StringComparison.Ordinal);
}
