using System.Text.Json;
using FsCheck.Fluent;
using Instructure.GradeEvents.Caliper;

namespace Instructure.GradeEvents.Tests;

public class IriTests
{
    [Theory]
    [InlineData("http://oxana.instructure.com/")]
    [InlineData("https://example.edu/ä?q=[1]|{2}")]
    [InlineData("urn:uuid:319f0132-0584-4efd-9489-4959b7101731")]
    [InlineData("mailto:a@example.edu")]
    [InlineData("a+b-c.d:x")]
    [InlineData("A:x")]
    [InlineData("z0+-.9Z:x")]
    public void Keeps_any_absolute_IRI_as_it_is(string text)
    {
        var iri = Iri.Parse(text);

        iri.ToString().Should().Be(text);
        iri.IsAbsolute.Should().BeTrue();
        JsonSerializer.Serialize(iri, GradeEventSerializer.Options).Should().Be($"\"{text}\"");
        JsonSerializer.Deserialize<Iri>($"\"{text}\"").Should().Be(iri);
    }

    [Theory]
    [InlineData("")]
    [InlineData("www.canvaslms.com")]
    [InlineData("/courses/1")]
    [InlineData("http:")]
    [InlineData(":x")]
    [InlineData("1a:x")]
    [InlineData("a b:x")]
    [InlineData("ä:x")]
    [InlineData("aä:x")]
    [InlineData("a_b:x")]
    [InlineData("a/b:x")]
    [InlineData("a@b:x")]
    [InlineData("a[b:x")]
    [InlineData("a`b:x")]
    [InlineData("a{b:x")]
    [InlineData("http://ä b")]
    [InlineData("http://ä\tb")]
    [InlineData("http://a b")]
    [InlineData("http://a\tb")]
    [InlineData("http://a\u0085b")]
    [InlineData("http://a\u00a0b")]
    public void Bad_text_is_a_FormatException_that_quotes_it(string text)
    {
        Action parse = () => Iri.Parse(text);

        var shown = text.Replace("\t", "\\u0009", StringComparison.Ordinal).Replace("\u0085", "\\u0085", StringComparison.Ordinal);
        parse.Should().Throw<FormatException>().WithMessage($"\"{shown}\" is not an absolute IRI*");
        Iri.TryParse(text, out _).Should().BeFalse();
    }

    [Fact]
    public void Half_of_a_surrogate_pair_is_in_no_IRI()
    {
        foreach (var whole in new[] { "https://example.edu/\ud83d\ude00", "https://example.edu/\ud83d\ude00\ud83d\ude00ä" })
        {
            Iri.TryParse(whole, out _).Should().BeTrue();
        }

        foreach (var half in new[] { "https://example.edu/\ud83d", "https://example.edu/\ud83dä", "https://example.edu/ä\ude00" }) // an attribute can't hold these
        {
            Iri.TryParse(half, out _).Should().BeFalse();
        }
    }

    [Fact]
    public void Gives_the_Guid_of_a_urn_uuid()
    {
        var guid = Guid.Parse("319f0132-0584-4efd-9489-4959b7101731");

        Iri.Parse("urn:uuid:319f0132-0584-4efd-9489-4959b7101731").TryGetGuid(out var found).Should().BeTrue();
        found.Should().Be(guid);
        Iri.Parse("URN:UUID:319F0132-0584-4EFD-9489-4959B7101731").TryGetGuid(out found).Should().BeTrue();
        found.Should().Be(guid);
        foreach (var other in new[] { Iri.Parse("urn:uuid:319f0132"), Iri.Parse("http://a/319f0132-0584-4efd-9489-4959b7101731"), default })
        {
            other.TryGetGuid(out found).Should().BeFalse();
            found.Should().BeEmpty();
        }
    }

    [Fact]
    public void Gives_the_Canvas_URN()
    {
        Iri.Parse("urn:instructure:canvas:user:5").TryGetCanvasUrn(out var urn).Should().BeTrue();
        urn.Id.Should().Be(new CanvasId(5));
        Iri.Parse("http://example.edu/").TryGetCanvasUrn(out _).Should().BeFalse();
        default(Iri).TryGetCanvasUrn(out _).Should().BeFalse();
    }

    [Fact]
    public void Equality_is_letter_by_letter()
    {
        (Iri.Parse("a:x") == Iri.Parse("a:x")).Should().BeTrue();
        (Iri.Parse("a:x") != Iri.Parse("A:x")).Should().BeTrue();
        Iri.Parse("a:x").GetHashCode().Should().Be(Iri.Parse("a:x").GetHashCode());
        new Dictionary<Iri, int> { [Iri.Parse("a:x")] = 1 }.Should().ContainKey(Iri.Parse("a:x"));
        default(Iri).Should().Be(default(Iri)).And.NotBe(Iri.Parse("a:x"));
        default(Iri).ToString().Should().BeEmpty();
        default(Iri).IsAbsolute.Should().BeFalse();
        new HashSet<Iri> { default, Iri.Parse("a:x") }.Should().Contain(default(Iri));
    }

    [Theory]
    [InlineData("www.canvaslms.com", true)]
    [InlineData("a.b", true)]
    [InlineData("canvas", false)]
    [InlineData(".com", false)]
    [InlineData("a b.c", false)]
    [InlineData("192.0.2.1", false)]
    public void An_application_can_be_the_name_of_a_host(string name, bool isRead)
    {
        var read = () => JsonSerializer.Deserialize<SoftwareApplication>($"\"{name}\"", GradeEventSerializer.Options)!;

        if (isRead)
        {
            read().Id.ToString().Should().Be(name);
            read().Id.IsAbsolute.Should().BeFalse();
        }
        else
        {
            read.Should().Throw<JsonException>().WithMessage("$: expected an absolute IRI*");
        }
    }

    [Fact]
    public void The_default_value_cannot_be_written()
    {
        Action write = () => JsonSerializer.Serialize(default(Iri));

        write.Should().Throw<InvalidOperationException>().WithMessage("*never set*");
    }

    [Fact]
    public void Any_text_parses_and_formats_to_itself_or_is_refused()
        => FsCheck.Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
        {
            foreach (var candidate in new[] { text, "urn:" + text })
            {
                if (Iri.TryParse(candidate, out var iri))
                {
                    iri.ToString().Should().Be(candidate);
                    iri.IsAbsolute.Should().BeTrue();
                }
            }
        }));
}
