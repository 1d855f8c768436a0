using System.Text.Json;
using Instructure.GradeEvents.Caliper;
using Instructure.GradeEvents.Tests.Support;

namespace Instructure.GradeEvents.Tests.Caliper;

/// <summary>What the records say about the Caliper payloads.</summary>
public class CaliperEnvelopeTests
{
    private static readonly CanvasId s_student = new(2107, 48);
    private static readonly CanvasId s_teacher = new(2107, 987);
    private static readonly CanvasId s_submission = new(2107, 11086);

    [Fact]
    public void The_Canvas_id_of_an_entity_is_that_of_its_urn_before_the_one_that_Canvas_adds()
    {
        var extension = new CanvasUserExtension { EntityId = new(5) };

        new Person { Id = Iri.Parse("urn:instructure:canvas:user:21070000000000987"), CanvasExtension = extension }.CanvasId.Should().Be(new CanvasId(2107, 987));
        new Person { Id = Iri.Parse("https://a.b/users/3"), CanvasExtension = extension }.CanvasId.Should().Be(new CanvasId(5));
        new Person { Id = Iri.Parse("https://a.b/users/3") }.CanvasId.Should().BeNull();
    }

    [Theory]
    [InlineData("2147483647", int.MaxValue)]
    [InlineData("-2147483648", int.MinValue)]
    [InlineData("2147483648", null)]
    [InlineData("-2147483649", null)]
    [InlineData("1.5", null)]
    public void A_count_has_32_bits(string json, int? count)
    {
        var read = () => JsonSerializer.Deserialize<Attempt>($$"""{"id":"a:b","type":"Attempt","count":{{json}}}""")!;

        if (count is null)
        {
            read.Should().Throw<JsonException>().WithMessage("*count: expected an integer of 32 bits*");
        }
        else
        {
            read().Count.Should().Be(count);
        }
    }

    [Fact]
    public void The_published_example_reads_into_records()
    {
        var envelope = Read("caliper-published-example.json");

        envelope.Sensor.Should().Be("http://oxana.instructure.com/");
        envelope.SendTime.Should().Be(new DateTimeOffset(2019, 11, 16, 2, 9, 6, 543, TimeSpan.Zero));
        envelope.DataVersion.Should().Be(CaliperContext.V1p1.Iri);
        var graded = envelope.Data.Should().ContainSingle().Which.Should().BeOfType<GradeEvent>().Subject;
        graded.Context.Should().Be(CaliperContext.V1p1);
        graded.Id.TryGetGuid(out var guid).Should().BeTrue();
        guid.Should().Be(Guid.Parse("319f0132-0584-4efd-9489-4959b7101731"));
        graded.Type.Should().Be("GradeEvent");
        graded.Action.Should().Be("Graded");
        graded.EventTime.Should().Be(new DateTimeOffset(2019, 11, 1, 19, 11, 5, 222, TimeSpan.Zero));
        IdOf(graded.Actor.Should().BeOfType<Person>().Subject).Should().Be(s_teacher);

        IdOf(graded.Object).Should().Be(s_submission);
        graded.Object.CanvasExtension.Should().Be(new CanvasAttemptExtension { Grade = "5", EntityId = s_submission });
        IdOf(graded.Object.Assignee!).Should().Be(s_student);
        graded.Object.Assignee!.CanvasExtension!.SisId.Should().Be("ABC.123");
        graded.Object.Assignable.Should().BeOfType<AssignableDigitalResource>();

        graded.Generated!.ScoreGiven.Should().Be(5m);
        graded.Generated.MaxScore.Should().Be(1m);
        graded.Generated.CanvasExtension!.Grade.Should().Be("5");
        graded.Generated.Attempt!.CanvasExtension.Should().Be(new CanvasAttemptExtension { Grade = "5" });
        graded.Generated.ScoredBy!.IsThinned.Should().BeTrue();
        IdOf(graded.Generated.ScoredBy).Should().Be(s_teacher);

        graded.Referrer!.Id.ToString().Should().Be("https://oxana.instructure.com/courses/565/gradebook");
        graded.EdApp!.Id.ToString().Should().Be("http://oxana.instructure.com/");
        graded.Group.Should().BeOfType<CourseOffering>().Which.CanvasExtension!.ContextType.Should().Be("Course");
        graded.Membership!.Roles.Should().Equal("Instructor");
        graded.Membership.Member.Should().Be(graded.Actor);
        graded.Membership.Organization!.Id.Should().Be(graded.Group!.Id);
        graded.Membership.Id.TryGetCanvasUrn(out var membership).Should().BeTrue();
        membership.MemberId.Should().Be(s_teacher);
        graded.Session!.Id.TryGetCanvasUrn(out var session).Should().BeTrue();
        session.Key.Should().Be("ef686f8ed684abf78cbfa1f6a58112b5");
        graded.CanvasExtension!.ClientIp.Should().Be("93.184.216.34");
        graded.CanvasExtension.JobId.Should().BeNull();
        graded.Extensions.Should().BeNull();
    }

    [Fact]
    public void Automatic_grading_has_a_program_as_actor_a_job_and_no_membership()
    {
        var graded = (GradeEvent)Read("caliper-graded-automatically.json").Data[0];

        graded.Actor.Should().BeOfType<SoftwareApplication>();
        graded.Membership.Should().BeNull();
        graded.CanvasExtension!.JobId.Should().Be(new CanvasId(1020010034567812));
        graded.EdApp!.Id.ToString().Should().Be("www.canvaslms.com");
        graded.EdApp.Id.IsAbsolute.Should().BeFalse();
    }

    [Fact]
    public void Thinned_entities_are_in_the_same_properties()
    {
        var graded = (GradeEvent)Read("caliper-thinned.json").Data[0];

        graded.Actor.Should().Be(new Agent { Id = CanvasUrn.Create("user", s_teacher).ToIri(), IsThinned = true });
        graded.Object.Should().Be(new Attempt { Id = CanvasUrn.Create("submission", new(2107, 12901)).ToIri(), IsThinned = true });
        graded.Generated!.IsThinned.Should().BeFalse();
        graded.Group!.IsThinned.Should().BeTrue();
        graded.Membership!.IsThinned.Should().BeTrue();
        graded.Referrer.Should().BeOfType<UnknownEntity>().Which.Type.Should().Be("Entity");
        graded.Context.Iri.Should().Be(CaliperContext.V1p1.Iri);
        graded.Context.Before!.Select(element => element.ValueKind).Should().Equal(JsonValueKind.String, JsonValueKind.Object);
    }

    [Fact]
    public void An_application_can_be_thinned_to_the_name_of_its_host()
    {
        var json = Repository.SampleText("caliper-thinned.json").Replace("\"edApp\": \"http://maple.instructure.example/\"", "\"edApp\":\"www.canvaslms.com\"", StringComparison.Ordinal);

        var envelope = (CaliperEnvelope)GradeEventSerializer.Deserialize(json);

        ((GradeEvent)envelope.Data[0]).EdApp!.Id.ToString().Should().Be("www.canvaslms.com");
        JsonText.Difference(json, GradeEventSerializer.Serialize(envelope)).Should().BeNull();
    }

    [Fact]
    public void A_number_as_text_is_a_number_and_others_extensions_are_kept()
    {
        var graded = (GradeEvent)Read("caliper-number-as-text.json").Data[0];

        graded.Generated!.MaxScore.Should().Be(10m);
        graded.Generated.ScoreGiven.Should().Be(10m);
        graded.Actor.Should().BeOfType<Person>().Which.CanvasExtension!.RealUserId.Should().Be(new CanvasId(2107, 3));
        graded.Membership!.Roles.Should().Contain("Instructor#TeachingAssistant");
        graded.Extensions!["example.maple.pipeline"].GetProperty("hops").GetArrayLength().Should().Be(2);
    }

    [Fact]
    public void Several_events_and_entities_come_in_their_order()
    {
        var envelope = Read("caliper-several-items.json");

        envelope.Data.Select(item => item.GetType()).Should().Equal(typeof(GradeEvent), typeof(UnknownCaliperEvent), typeof(CourseSection));
        var unknown = (UnknownCaliperEvent)envelope.Data[1];
        unknown.Type.Should().Be("NavigationEvent");
        unknown.Id!.Value.TryGetGuid(out _).Should().BeTrue();
        unknown.Json.GetProperty("object").GetProperty("name").GetString().Should().Be("Syllabus");
        var section = (CourseSection)envelope.Data[2];
        section.Category.Should().Be("seminar");
        section.SubOrganizationOf.Should().BeOfType<CourseOffering>().Which.CourseNumber.Should().Be("STAT 210");
        section.Context.Should().Be(CaliperContext.V1p1);
    }

    [Theory]
    [InlineData("Document", typeof(DigitalResource))]
    [InlineData("WebPage", typeof(DigitalResource))]
    [InlineData("DigitalResource", typeof(DigitalResource))]
    [InlineData("Assessment", typeof(Assessment))]
    [InlineData("AssessmentItem", typeof(AssessmentItem))]
    public void An_assignable_is_any_kind_of_resource(string type, Type record)
    {
        var json = Repository.SampleText("caliper-published-example.json").Replace("AssignableDigitalResource", type, StringComparison.Ordinal);

        var envelope = (CaliperEnvelope)GradeEventSerializer.Deserialize(json);

        var assignable = ((GradeEvent)envelope.Data[0]).Object.Assignable!;
        assignable.Should().BeOfType(record);
        assignable.Type.Should().Be(type);
        JsonText.Difference(json, GradeEventSerializer.Serialize(envelope)).Should().BeNull();
    }

    [Theory]
    [InlineData("\"type\": \"AssignableDigitalResource\"", "\"type\": \"Person\"", "$.data[0].object.assignable.type: expected one of the types Assess*, found the string \"Person\"*")]
    [InlineData("\"type\": \"Attempt\"", "\"type\": \"GradeEvent\"", "$.data[0].object.type: expected the type \"Attempt\", found the string \"GradeEvent\"*")]
    [InlineData("\"type\": \"Score\"", "\"type\": \"Result\"", "$.data[0].generated.type: expected the type \"Score\"*")]
    [InlineData("\"type\": \"CourseOffering\"", "\"type\": \"Person\"", "$.data[0].group.type: expected one of the types CourseOffering, CourseSection, Group, Organization, found*")]
    [InlineData("\"type\": \"SoftwareApplication\"", "\"type\": \"Person\"", "$.data[0].edApp.type: expected the type \"SoftwareApplication\"*")]
    [InlineData("\"type\": \"Session\"", "\"type\": \"Bot\"", "$.data[0].session.type: expected one of the types LtiSession, Session*")]
    public void An_entity_of_a_wrong_type_is_refused(string right, string wrong, string message)
    {
        var json = Repository.SampleText("caliper-published-example.json");
        json = json.Remove(json.IndexOf(right, StringComparison.Ordinal), right.Length).Insert(json.IndexOf(right, StringComparison.Ordinal), wrong);
        Action read = () => GradeEventSerializer.Deserialize(json);

        read.Should().Throw<JsonException>().WithMessage(message);
    }

    [Fact]
    public void An_unknown_entity_keeps_what_it_has()
    {
        const string Json = """{"extensions":{"com.instructure.canvas":{"x":1}},"type":"Frame","index":3,"id":"urn:a:1","name":"a frame"}""";

        var entity = JsonSerializer.Deserialize<Entity>(Json, GradeEventSerializer.Options).Should().BeOfType<UnknownEntity>().Subject;

        entity.Type.Should().Be("Frame");
        entity.Name.Should().Be("a frame");
        entity.UnknownMembers["index"].GetInt32().Should().Be(3);
        entity.Extensions!["com.instructure.canvas"].GetProperty("x").GetInt32().Should().Be(1);
        JsonText.Difference(Json, JsonSerializer.Serialize<Entity>(entity, GradeEventSerializer.Options)).Should().BeNull();
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"com.instructure.canvas":null}""")]
    [InlineData("""{"com.instructure.canvas":{}}""")]
    [InlineData("""{"com.instructure.canvas":{"grade":null,"new":[1]},"a":1}""")]
    [InlineData("null")]
    public void Extensions_come_back_as_they_were(string extensions)
    {
        var json = """{"id":"urn:a:1","type":"Attempt","extensions":EXT}""".Replace("EXT", extensions, StringComparison.Ordinal);

        var attempt = JsonSerializer.Deserialize<Attempt>(json, GradeEventSerializer.Options)!;

        JsonSerializer.Serialize(attempt, GradeEventSerializer.Options).Should().Be(json);
    }

    [Theory]
    [InlineData("12", "an object (CanvasAttemptExtension)")]
    [InlineData("\"x\"", "an object (CanvasAttemptExtension)")]
    [InlineData("{},\"com.instructure.canvas\":{}", "each member once")]
    [InlineData("null,\"com.instructure.canvas\":{}", "each member once")]
    public void The_extension_of_Canvas_must_be_one_object(string value, string expected)
    {
        var json = """{"id":"urn:a:1","type":"Attempt","extensions":{"com.instructure.canvas":EXT}}""".Replace("EXT", value, StringComparison.Ordinal);
        Action read = () => JsonSerializer.Deserialize<Attempt>(json, GradeEventSerializer.Options);

        read.Should().Throw<JsonException>().WithMessage("$.extensions['com.instructure.canvas']: expected " + expected + "*");
    }

    [Fact]
    public void Events_can_be_made_and_changed_and_read_back()
    {
        var student = new Person { Id = CanvasUrn.Create("user", s_student).ToIri(), CanvasExtension = new() { SisId = "S-1" } };
        var attempt = new Attempt
        {
            Id = CanvasUrn.Create("submission", s_submission).ToIri(),
            Assignee = student,
            Assignable = new DigitalResource("Document") { Id = Iri.Parse("https://example.edu/essay"), Keywords = ["essay"] },
            Extensions = new Dictionary<string, JsonElement> { ["org.example"] = JsonSerializer.SerializeToElement(1) },
            CanvasExtension = new() { Grade = "A" },
        };
        var envelope = new CaliperEnvelope
        {
            Sensor = "https://example.edu/",
            SendTime = DateTimeOffset.UnixEpoch,
            DataVersion = CaliperContext.V1p1.Iri,
            Data =
            [
                new GradeEvent
                {
                    Context = CaliperContext.V1p1,
                    Id = Iri.Parse("urn:uuid:319f0132-0584-4efd-9489-4959b7101731"),
                    Actor = new SoftwareApplication { Id = Iri.Parse("https://example.edu/") },
                    Action = "Graded",
                    Object = attempt,
                    EventTime = DateTimeOffset.UnixEpoch,
                    Generated = new Score { Id = attempt.Id, Attempt = attempt with { IsThinned = true }, ScoreGiven = 0.5m },
                    Membership = new Membership { Id = CanvasUrn.CreateMembership(new(1), "Learner", s_student).ToIri(), Roles = ["Learner", "Learner#GuestLearner"] },
                },
                new UnknownCaliperEvent(JsonSerializer.SerializeToElement(new { type = "ViewEvent", id = 1 })) { UnknownMembers = new Dictionary<string, JsonElement> { ["more"] = JsonSerializer.SerializeToElement("x") } },
                student,
            ],
        };

        var json = GradeEventSerializer.Serialize(envelope);

        json.Should().Contain("\"attempt\":\"urn:instructure:canvas:submission:21070000000011086\"").And.Contain("\"more\":\"x\"");
        GradeEventSerializer.Serialize(GradeEventSerializer.Deserialize(json)).Should().Be(json);
        (envelope with { Sensor = "x" }).Should().NotBe(envelope);
        (envelope with { Data = envelope.Data.ToList() }).Should().Be(envelope);
        ((UnknownCaliperEvent)envelope.Data[1]).Id.Should().BeNull();
    }

    [Fact]
    public void What_could_not_be_read_back_cannot_be_made()
    {
        foreach (var make in new Action[]
        {
            () => _ = new DigitalResource("Assessment") { Id = default },
            () => _ = new UnknownEntity("Person") { Id = default },
            () => _ = new UnknownCaliperEvent(JsonSerializer.SerializeToElement(new { type = "GradeEvent" })),
            () => _ = new UnknownCaliperEvent(JsonSerializer.SerializeToElement(1)),
            () => _ = new UnknownCaliperEvent(default),
            () => _ = new CaliperContext(null!),
            () => _ = new Membership { Id = default, UnknownMembers = new Dictionary<string, JsonElement> { ["x"] = default } },
            () => _ = new CaliperEnvelope { Sensor = "", SendTime = default, DataVersion = "", Data = [null!] },
            () => _ = new CaliperEnvelope { Sensor = null!, SendTime = default, DataVersion = "", Data = [] },
        })
        {
            make.Should().Throw<ArgumentException>();
        }

    }

    [Fact]
    public void What_could_not_be_read_back_cannot_be_written()
    {
        var id = Iri.Parse("urn:a:1");
        var envelope = Read("caliper-graded-automatically.json");
        var graded = (GradeEvent)envelope.Data[0];
        var one = JsonSerializer.SerializeToElement(1);
        foreach (var item in new ICaliperItem[]
        {
            new Agent { Id = default },
            new Agent { Id = graded.EdApp!.Id },
            new Agent { Id = id, Name = "half \ud800" },
            new DigitalResource("\udc00") { Id = id },
            new Membership { Id = id, Roles = ["\ud800"] },
            new Membership { Id = id, UnknownMembers = new Dictionary<string, JsonElement> { ["\ud800"] = one } },
            new Membership { Id = id, Extensions = new Dictionary<string, JsonElement> { ["\ud800"] = one } },
            new Person { Id = graded.EdApp.Id, IsThinned = true },
            new Membership { Id = id, UnknownMembers = new Dictionary<string, JsonElement> { ["roles"] = one } },
            new UnknownCaliperEvent(JsonSerializer.SerializeToElement(new { type = "ViewEvent" })) { UnknownMembers = new Dictionary<string, JsonElement> { ["type"] = one } },
        })
        {
            Action write = () => JsonSerializer.Serialize(item, GradeEventSerializer.Options);
            write.Should().Throw<InvalidOperationException>("of {0}", item);
        }

        Action thinned = () => GradeEventSerializer.Serialize(envelope with { Data = [new Agent { Id = id, IsThinned = true }] });
        thinned.Should().Throw<InvalidOperationException>().WithMessage("*thinned*");
        JsonSerializer.Serialize(graded.EdApp with { IsThinned = true }, GradeEventSerializer.Options).Should().Be("\"www.canvaslms.com\"");
    }

    [Theory]
    [InlineData("actor", "urn:instructure:canvas:user:21070000000000987")]
    [InlineData("scoredBy", "urn:instructure:canvas:user:21070000000000987")]
    [InlineData("referrer", "https://maple.instructure.example/courses/588/gradebook/speed_grader?assignment_id=431&student_id=73")]
    public void The_name_of_a_host_can_stand_where_an_application_can(string member, string iri)
    {
        var json = Repository.SampleText("caliper-thinned.json").Replace($"\"{member}\": \"{iri}\"", $"\"{member}\":\"www.canvaslms.com\"", StringComparison.Ordinal);

        var envelope = GradeEventSerializer.Deserialize(json);

        json.Should().Contain("www.canvaslms.com");
        JsonText.Difference(json, GradeEventSerializer.Serialize(envelope)).Should().BeNull();
    }

    [Fact]
    public void A_context_can_be_made_as_an_array()
    {
        var graded = (GradeEvent)Read("caliper-thinned.json").Data[0];

        new CaliperContext(graded.Context.Before!, CaliperContext.V1p1.Iri).Should().Be(graded.Context);
        Action make = () => _ = new CaliperContext([JsonSerializer.SerializeToElement(1)], "x");
        make.Should().Throw<ArgumentException>();
    }

    [Fact]
    public void A_null_for_what_Canvas_adds_gives_way_to_it()
    {
        var attempt = JsonSerializer.Deserialize<Attempt>("""{"id":"urn:a:1","type":"Attempt","extensions":{"com.instructure.canvas":null,"q":1}}""")!;

        var changed = attempt with { CanvasExtension = new() { Grade = "B" } };

        var json = JsonSerializer.Serialize(changed);
        json.Should().Be("""{"id":"urn:a:1","type":"Attempt","extensions":{"com.instructure.canvas":{"grade":"B"},"q":1}}""");
        JsonSerializer.Deserialize<Attempt>(json).Should().Be(changed);
    }

    [Fact]
    public void What_Canvas_adds_cannot_be_in_two_places()
    {
        var extensions = new Dictionary<string, JsonElement> { ["com.instructure.canvas"] = JsonSerializer.SerializeToElement(new { grade = "A" }) };
        var graded = (GradeEvent)Read("caliper-published-example.json").Data[0];
        foreach (var make in new Action[] { () => _ = graded with { Extensions = extensions }, () => _ = graded.Object with { Extensions = extensions }, () => _ = graded.Group! with { Extensions = extensions }, () => _ = new Person { Id = graded.Id, Extensions = extensions }, () => _ = graded.Generated! with { Extensions = extensions } })
        {
            make.Should().Throw<ArgumentException>().WithMessage("*CanvasExtension*");
        }

        (graded.Membership! with { Extensions = extensions }).Extensions.Should().ContainKey("com.instructure.canvas", "a membership has no record for it");
    }

    private static CaliperEnvelope Read(string name) => (CaliperEnvelope)GradeEventSerializer.Deserialize(Repository.Sample(name));

    private static CanvasId? IdOf(Entity entity) => entity.Id.TryGetCanvasUrn(out var urn) ? urn.Id : null;
}
