using System.Text.Json;
using FsCheck.Fluent;

namespace Instructure.GradeEvents.Tests;

public class CanvasUrnTests
{
    [Theory]
    [InlineData("urn:instructure:canvas:user:21070000000000987", "user", "21070000000000987")]
    [InlineData("urn:instructure:canvas:course:21070000000000565", "course", "21070000000000565")]
    [InlineData("urn:instructure:canvas:assignment:21070000000000355", "assignment", "21070000000000355")]
    [InlineData("urn:instructure:canvas:submission:21070000000011086", "submission", "21070000000011086")]
    [InlineData("urn:instructure:canvas:quiz:12", "quiz", "12")]
    [InlineData("URN:Instructure:canvas:user:2107~987", "user", "2107~987")]
    public void Tells_kind_and_id(string text, string kind, string id)
    {
        var urn = CanvasUrn.Parse(text);

        urn.Kind.Should().Be(kind);
        urn.Key.Should().Be(id);
        urn.Id.Should().Be(CanvasId.Parse(id));
        urn.IsMembership.Should().BeFalse();
        urn.Role.Should().BeNull();
        urn.MemberId.Should().BeNull();
        urn.ToString().Should().Be(text);
    }

    [Theory]
    [InlineData("urn:instructure:canvas:session:ef686f8ed684abf78cbfa1f6a58112b5", "session", "ef686f8ed684abf78cbfa1f6a58112b5")]
    [InlineData("urn:instructure:canvas:session:12345678901234567890123456789012", "session", "12345678901234567890123456789012")]
    [InlineData("urn:instructure:canvas:session:1234", "session", "1234")]
    [InlineData("urn:instructure:canvas:q:x", "q", "x")]
    [InlineData("urn:instructure:canvas:page:syllabus", "page", "syllabus")]
    public void The_key_of_a_session_is_text_and_never_an_id(string text, string kind, string key)
    {
        var urn = CanvasUrn.Parse(text);

        urn.Kind.Should().Be(kind);
        urn.Key.Should().Be(key);
        urn.Id.Should().BeNull();
    }

    [Fact]
    public void Takes_a_membership_apart()
    {
        var urn = CanvasUrn.Parse("urn:instructure:canvas:course:21070000000000565:Instructor:21070000000000987");

        urn.IsMembership.Should().BeTrue();
        urn.Kind.Should().Be("course");
        urn.Key.Should().Be("21070000000000565");
        urn.Id.Should().Be(new CanvasId(2107, 565));
        urn.Role.Should().Be(new Role("Instructor"));
        urn.MemberId.Should().Be(new CanvasId(2107, 987));
    }

    [Theory]
    [InlineData("")]
    [InlineData("urn:uuid:319f0132-0584-4efd-9489-4959b7101731")]
    [InlineData("urn:instructure:canvas")]
    [InlineData("urn:instructure:canvas:")]
    [InlineData("urn:instructure:canvas:user")]
    [InlineData("urn:instructure:canvas:user:")]
    [InlineData("urn:instructure:canvas::5")]
    [InlineData("urn:instructure:canvas:page::x")]
    [InlineData("urn:instructure:canvas:course::Learner:6")]
    [InlineData("urn:instructure:canvas:user:abc")]
    [InlineData("urn:instructure:canvas:user:-5")]
    [InlineData("urn:instructure:canvas:user:99999999999999999999")]
    [InlineData("urn:instructure:canvas:user:5 ")]
    [InlineData(" urn:instructure:canvas:user:5")]
    [InlineData("urn:instructure:canvas:session:a b")]
    [InlineData("urn:instructure:CANVAS:user:5")]
    [InlineData("urn:instructure:canvas:user:5:Instructor:6")]
    [InlineData("urn:instructure:canvas:course:5:Instructor")]
    [InlineData("urn:instructure:canvas:course:5:Instructor:")]
    [InlineData("urn:instructure:canvas:course:5::6")]
    [InlineData("urn:instructure:canvas:course:x:Instructor:6")]
    [InlineData("urn:instructure:canvas:course:5:Instructor:x")]
    [InlineData("urn:instructure:canvas:course:5:Instructor:6:7")]
    public void Bad_text_is_a_FormatException_that_quotes_it(string text)
    {
        Action parse = () => CanvasUrn.Parse(text);

        parse.Should().Throw<FormatException>().WithMessage($"\"{text}\" is not a Canvas URN*");
        CanvasUrn.TryParse(text, out _).Should().BeFalse();
    }

    [Fact]
    public void Only_the_case_of_scheme_and_namespace_does_not_matter()
    {
        var urn = CanvasUrn.Parse("urn:instructure:canvas:session:ab");

        CanvasUrn.Parse("URN:InStructure:canvas:session:ab").Should().Be(urn);
        CanvasUrn.Parse("URN:InStructure:canvas:session:ab").GetHashCode().Should().Be(urn.GetHashCode());
        (CanvasUrn.Parse("urn:instructure:canvas:session:AB") == urn).Should().BeFalse();
        (CanvasUrn.Parse("urn:instructure:canvas:Session:ab") != urn).Should().BeTrue();
        new HashSet<CanvasUrn> { urn }.Contains(CanvasUrn.Parse("urn:INSTRUCTURE:canvas:session:ab")).Should().BeTrue();
    }

    [Fact]
    public void Is_made_of_its_parts()
    {
        CanvasUrn.Create("user", CanvasId.Parse("2107~987")).ToString().Should().Be("urn:instructure:canvas:user:21070000000000987");
        CanvasUrn.CreateMembership(new(2107, 565), "Instructor", new(2107, 987)).ToString()
            .Should().Be("urn:instructure:canvas:course:21070000000000565:Instructor:21070000000000987");
        CanvasUrn.Create("user", new(5)).ToIri().Should().Be(Iri.Parse("urn:instructure:canvas:user:5"));
        foreach (var make in new Action[] { () => CanvasUrn.Create(" ", new CanvasId(1)), () => CanvasUrn.Create("", new CanvasId(1)), () => CanvasUrn.Create("a:b", new CanvasId(1)), () => CanvasUrn.Create("course:1:Learner", new CanvasId(1)), () => CanvasUrn.CreateMembership(new CanvasId(1), "a:b", new CanvasId(1)) })
        {
            make.Should().Throw<FormatException>();
        }

        CanvasUrn.TryParse("urn:instructure:canvas:session:" + '\ud800', out _).Should().BeFalse("that is half of a surrogate pair");
        Iri.TryParse("urn:x:" + '\udc00' + "\ud800", out _).Should().BeFalse("those are the wrong halves");
    }

    [Fact]
    public void The_default_value_has_no_text()
    {
        default(CanvasUrn).ToString().Should().BeEmpty();
        default(CanvasUrn).Should().Be(default(CanvasUrn)).And.NotBe(CanvasUrn.Create("user", new CanvasId(1)));
        default(CanvasUrn).GetHashCode().Should().Be(0);
        foreach (var get in new Func<object?>[] { () => default(CanvasUrn).Kind, () => default(CanvasUrn).Id, () => default(CanvasUrn).ToIri(), () => default(CanvasUrn).IsMembership, () => JsonSerializer.Serialize(default(CanvasUrn)) })
        {
            get.Should().Throw<InvalidOperationException>();
        }
    }

    [Fact]
    public void Reads_and_writes_JSON()
    {
        const string Json = "\"urn:instructure:canvas:user:5\"";

        JsonSerializer.Serialize(JsonSerializer.Deserialize<CanvasUrn>(Json)).Should().Be(Json);
        JsonSerializer.Serialize(new Dictionary<CanvasUrn, int> { [CanvasUrn.Create("user", new(5))] = 1 }).Should().Be("{" + Json + ":1}");
        JsonSerializer.Deserialize<Dictionary<CanvasUrn, int>>("{" + Json + ":1}").Should().ContainKey(CanvasUrn.Create("user", new(5)));
        foreach (var bad in new[] { "5", "null", "\"urn:x\"", "\"\\ud800\"" })
        {
            Action read = () => JsonSerializer.Deserialize<CanvasUrn>(bad);
            read.Should().Throw<JsonException>().WithMessage("$: expected*");
        }
    }

    [Fact]
    public void Any_parts_make_a_URN_that_has_them()
    {
        var ids = from value in Gen.Choose(0, int.MaxValue) select new CanvasId(value % 900_000, value);
        var words = Gen.Elements("user", "course", "assignment", "submission", "quiz", "a-b_c");
        var parts = from kind in words from id in ids from other in ids select (kind, id, other);
        FsCheck.Check.QuickThrowOnFailure(Prop.ForAll(parts.ToArbitrary(), part =>
        {
            var urn = CanvasUrn.Create(part.kind, part.id);
            (urn.Kind, urn.Id).Should().Be((part.kind, part.id));
            CanvasUrn.Parse(urn.ToString()).Should().Be(urn);
            var membership = CanvasUrn.CreateMembership(part.id, part.kind, part.other);
            (membership.Id, membership.Role, membership.MemberId).Should().Be((part.id, new Role(part.kind), part.other));
            CanvasUrn.Parse(membership.ToString()).Should().Be(membership);
        }));
    }
}
