using System.ComponentModel;
using System.Globalization;
using Instructure.GradeEvents.Caliper;
using Instructure.GradeEvents.Canvas;
using Instructure.GradeEvents.Tests.Support;
using Newtonsoft.Json;

namespace Instructure.GradeEvents.Tests;

/// <summary>What is made by hand is what is read back, or is refused with the name of what is wrong.</summary>
public class TrustedValueTests
{
    private static readonly Iri s_id = Iri.Parse("urn:instructure:canvas:user:21070000000000987");

    [Fact]
    public void An_identifier_that_was_never_set_is_not_written_and_its_member_is_named()
    {
        var change = (GradeChangeEvent)GradeEventSerializer.Deserialize(Repository.SampleText("grade-change-by-teacher.json"));
        var envelope = (CaliperEnvelope)GradeEventSerializer.Deserialize(Repository.SampleText("caliper-published-example.json"));
        var grade = (GradeEvent)envelope.Data[0];

        Refused(change with { Body = change.Body with { SubmissionId = default } }, "\"submission_id\": A Canvas id that was never set");
        Refused(change with { Body = change.Body with { GraderId = default(CanvasId) } }, "\"grader_id\": A Canvas id that was never set");
        Refused(envelope with { Data = [grade with { Actor = new Person { Id = default } }] }, "\"id\": An IRI that was never set");
        Refused(change with { Metadata = change.Metadata with { EventName = "grade_change", HttpMethod = "\ud800" } }, "\"http_method\": A text with half of a surrogate pair");
    }

    [Fact]
    public void A_thinned_entity_is_held_as_what_is_read_back()
    {
        var envelope = (CaliperEnvelope)GradeEventSerializer.Deserialize(Repository.SampleText("caliper-published-example.json"));
        var grade = (GradeEvent)envelope.Data[0];
        var person = new Person { Id = s_id, Name = "Ada", CanvasExtension = new CanvasUserExtension { UserLogin = "ada" } };
        var made = grade with
        {
            Actor = person.Thin(),
            Group = new CourseOffering { Id = Iri.Parse("urn:instructure:canvas:course:21070000000000565"), Name = "History" }.Thin(),
            Membership = grade.Membership! with { Member = person with { IsThinned = true } },
            Object = new Attempt { Id = Iri.Parse("urn:instructure:canvas:submission:21070000000000073"), Assignee = person.Thin(), Assignable = new Assessment { Id = s_id, Items = [new AssessmentItem { Id = s_id, Name = "1" }.Thin()] } },
            Generated = (grade.Generated as Score)! with { ScoredBy = new SoftwareApplication { Id = s_id }.Thin() },
        };

        made.Actor.Should().BeOfType<Agent>().And.Be(new Agent { Id = s_id, IsThinned = true });
        var read = GradeEventSerializer.Deserialize(GradeEventSerializer.Serialize(made));

        read.Should().Be(made);
        read.GetHashCode().Should().Be(made.GetHashCode());
    }

    [Fact]
    public void A_thinned_entity_has_its_id_and_nothing_else()
    {
        var person = new Person { Id = s_id, Name = "Ada" };

        person.Thin().Should().BeOfType<Person>().And.Match<Person>(static thinned => thinned.IsThinned && thinned.Name == null && thinned.Id == s_id);
        person.Thin().Thin().Should().Be(person.Thin());
        new UnknownEntity("Frame") { Id = s_id }.Thin().Type.Should().Be("Entity");
        var thin = static () => ((Person)null!).Thin();
        thin.Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public void A_thinned_entity_is_not_written_where_none_is_read()
    {
        var envelope = (CaliperEnvelope)GradeEventSerializer.Deserialize(Repository.SampleText("caliper-published-example.json"));

        Refused(envelope with { Data = [new Person { Id = s_id }.Thin()] }, "A thinned entity can't stand in the data of an envelope");
    }

    [Fact]
    public void An_entity_tells_its_Canvas_id()
    {
        new Person { Id = s_id }.CanvasId.Should().Be(new CanvasId(2107, 987));
        new Person { Id = s_id }.Thin().CanvasId.Should().Be(new CanvasId(2107, 987));
        new Person { Id = Iri.Parse("https://example.edu/ada"), CanvasExtension = new() { EntityId = new(12) } }.CanvasId.Should().Be(new CanvasId(12));
        new Attempt { Id = Iri.Parse("https://example.edu/a"), CanvasExtension = new() { EntityId = new(13) } }.CanvasId.Should().Be(new CanvasId(13));
        new Score { Id = Iri.Parse("https://example.edu/s"), CanvasExtension = new() { EntityId = new(14) } }.CanvasId.Should().Be(new CanvasId(14));
        new CourseOffering { Id = Iri.Parse("https://example.edu/c"), CanvasExtension = new() { EntityId = new(15) } }.CanvasId.Should().Be(new CanvasId(15));
        new Person { Id = Iri.Parse("https://example.edu/ada") }.CanvasId.Should().BeNull();
        new Membership { Id = Iri.Parse("urn:instructure:canvas:course:1:Learner:2") }.CanvasId.Should().BeNull();
        new Session { Id = Iri.Parse("urn:instructure:canvas:session:123") }.CanvasId.Should().BeNull();
    }

    [Fact]
    public void Newtonsoft_Json_writes_and_reads_identifiers_as_text()
    {
        var row = new Row(new CanvasId(2107, 73), null, CanvasUrn.Parse(s_id.ToString()), s_id, "Instructor", new Dictionary<CanvasId, int> { [new(5)] = 1 });

        var json = JsonConvert.SerializeObject(row);

        json.Should().Be("{\"Id\":\"21070000000000073\",\"Grader\":null,\"Urn\":\"" + s_id + "\",\"Iri\":\"" + s_id + "\",\"Role\":\"Instructor\",\"Counts\":{\"5\":1}}");
        var again = JsonConvert.DeserializeObject<Row>(json)!;
        (again with { Counts = row.Counts }).Should().Be(row);
        again.Counts.Should().Equal(row.Counts);
        var read = static () => JsonConvert.DeserializeObject<Row>("""{"Id":"x"}""");
        read.Should().Throw<JsonSerializationException>();
    }

    [Fact]
    public void Newtonsoft_Json_writes_and_reads_the_ids_of_a_record_as_text()
    {
        var change = (GradeChangeEvent)GradeEventSerializer.Deserialize(Repository.SampleText("grade-change-by-teacher.json"));

        var json = JsonConvert.SerializeObject(change.Body);

        json.Should().Contain($"\"SubmissionId\":\"{change.Body.SubmissionId}\"").And.Contain($"\"GraderId\":\"{change.Body.GraderId}\"");
        JsonConvert.DeserializeObject<GradeChangeBody>(json, new JsonSerializerSettings { ObjectCreationHandling = ObjectCreationHandling.Replace })!.SubmissionId.Should().Be(change.Body.SubmissionId);
    }

    [Theory]
    [InlineData(typeof(CanvasId), "2107~73")]
    [InlineData(typeof(CanvasUrn), "urn:instructure:canvas:user:73")]
    [InlineData(typeof(Iri), "https://example.edu/1")]
    [InlineData(typeof(Role), "Instructor#Grader")]
    public void A_type_converter_gives_and_takes_text(Type type, string text)
    {
        var converter = TypeDescriptor.GetConverter(type);

        var value = converter.ConvertFromInvariantString(text);
        value.Should().BeOfType(type);
        converter.ConvertTo(null, new CultureInfo("sv-SE"), value, typeof(string)).Should().Be(text);
        converter.Invoking(it => it.ConvertTo(null, CultureInfo.InvariantCulture, value, typeof(int))).Should().Throw<NotSupportedException>();
        converter.ConvertFromInvariantString(string.Empty).Should().Be(Activator.CreateInstance(type), "an empty text is an identifier that was never set");
        converter.CanConvertFrom(typeof(string)).Should().BeTrue();
        converter.CanConvertFrom(typeof(DateTime)).Should().BeFalse();
        TypeDescriptor.GetConverter(typeof(Nullable<>).MakeGenericType(type)).ConvertFrom(string.Empty).Should().BeNull();
    }

    private static void Refused(LiveEvent liveEvent, string message)
    {
        var write = () => GradeEventSerializer.Serialize(liveEvent);
        write.Should().Throw<InvalidOperationException>().WithMessage($"*{message}*");
    }

    private sealed record Row(CanvasId Id, CanvasId? Grader, CanvasUrn Urn, Iri Iri, Role Role, Dictionary<CanvasId, int> Counts);
}
