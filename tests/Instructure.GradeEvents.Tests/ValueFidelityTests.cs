using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Instructure.GradeEvents.Caliper;
using Instructure.GradeEvents.Canvas;
using Instructure.GradeEvents.Tests.Support;

namespace Instructure.GradeEvents.Tests;

/// <summary>Values at the edge of what can be: they come back the same, or are refused when they are read or written.</summary>
public class ValueFidelityTests
{
    private static readonly string[] s_pieces = ["0", "1", "00", "9", "12345678901234567890", ".0", ".5", ".50", "e0", "E+1", "e-1", "e400", "e-99999999999", "e99999999999", "e123456789012345678901234567890"];

    public static TheoryData<string> Cultures => ["sv-SE", "ar-SA", "fa-IR", "tr-TR", "de-DE"];

    [Fact]
    public void Numbers_of_any_size_come_back_equal()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), static seed =>
        {
            var number = Number(new(seed));
            var liveEvent = GradeEventSerializer.Deserialize(Unknown(number));
            var again = GradeEventSerializer.Deserialize(GradeEventSerializer.Serialize(liveEvent));
            return (liveEvent.Equals(again) && liveEvent.GetHashCode() == again.GetHashCode()).Label(number);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Theory]
    [InlineData("1e99999999999", "10e99999999998", true)]
    [InlineData("1e99999999999", "1E+99999999999", true)]
    [InlineData("1e2147483000", "10e2147482999", true)]
    [InlineData("10e999999999999999999999999", "1e1000000000000000000000000", true)]
    [InlineData("0.01e1000000000000000000000000", "1e+00999999999999999999999998", true)]
    [InlineData("0.1e-999999999999999999999999", "1e-1000000000000000000000000", true)]
    [InlineData("100e-1000000000000000000000000", "1e-999999999999999999999998", true)]
    [InlineData("1e-99999999999999999999", "1e99999999999999999999", false)]
    [InlineData("1e99999999999", "1e99999999999", true)]
    [InlineData(" 1e99999999999\t", "1e99999999999", true)]
    [InlineData("1e99999999999", "1e99999999998", false)]
    [InlineData("{\"a\": [ 1e99999999999 ], \"b\":2}", "{\"b\":2.0,\"a\":[1e99999999999]}", true)]
    [InlineData("{\"a\":[1e99999999999],\"b\":2}", "{\"b\":2,\"a\":[1e99999999999,0]}", false)]
    [InlineData("{\"a\":1e99999999999,\"b\":2}", "{\"a\":1e99999999999,\"c\":2}", false)]
    [InlineData("{\"a\":1e99999999999}", "[1e99999999999]", false)]
    [InlineData("-0", "0e5", true)]
    [InlineData("0.10", "1e-1", true)]
    [InlineData("-1", "1", false)]
    [InlineData("100", "1.00e2", true)]
    [InlineData("100", "1e3", false)]
    public void Numbers_are_equal_by_their_amount(string left, string right, bool areEqual)
    {
        var (one, other) = (GradeEventSerializer.Deserialize(Unknown(left)), GradeEventSerializer.Deserialize(Unknown(right)));

        one.Equals(other).Should().Be(areEqual);
        (one.GetHashCode() == other.GetHashCode()).Should().Be(areEqual);
    }

    [Theory]
    [InlineData("999999999999999999e8")]
    [InlineData("79228162514264337593543950335")]
    [InlineData("-1e23")]
    [InlineData("1e22")]
    [InlineData("10.0")]
    public void A_number_in_a_text_stays_valid_when_it_is_written(string number)
    {
        var json = Repository.SampleText("caliper-number-as-text.json");
        json = Regex.Replace(json, "\"numberStr\": *\"[^\"]*\"", $"\"numberStr\":\"{number}\"", RegexOptions.None, TimeSpan.FromSeconds(10));
        var liveEvent = GradeEventSerializer.Deserialize(json);

        var written = GradeEventSerializer.Serialize(liveEvent);

        GradeEventSerializer.Deserialize(written).Should().Be(liveEvent);
        var isLarge = Math.Abs(decimal.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture)) > 1e22m;
        written.Contains("numberStr", StringComparison.Ordinal).Should().Be(isLarge, "the schemas allow numbers up to 1e22 only");
    }

    [Theory]
    [InlineData("2019-11-01T00:00:00.Z")]
    [InlineData("2019-11-01T00:00:00.+00:00")]
    [InlineData("2019-11-01T00:00:00.-07:00")]
    public void A_time_with_a_point_and_no_digit_is_none(string time)
    {
        foreach (var sample in new[] { "grade-change-compact.json", "caliper-thinned.json" })
        {
            var json = Regex.Replace(Repository.SampleText(sample), "\"(?<name>event_time|eventTime|sendTime)\":(?<blank> *)\"[^\"]*\"", $"\"${{name}}\":${{blank}}\"{time}\"", RegexOptions.None, TimeSpan.FromSeconds(10));
            GradeEventSerializer.TryDeserialize(json, out _, out var error).Should().BeFalse();
            error!.Message.Should().Contain("expected a time in ISO 8601").And.Contain(time);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("€")]
    public void A_text_that_is_written_in_pieces_comes_back_wherever_they_end(string start)
    {
        var text = start + string.Concat(Enumerable.Repeat("\ud83d\ude00", 60_000));
        var change = (GradeChangeEvent)GradeEventSerializer.Deserialize(Repository.SampleText("grade-change-by-teacher.json"));
        change = change with { Body = change.Body with { AssignmentName = text, UnknownMembers = new Dictionary<string, JsonElement> { ["new"] = JsonSerializer.SerializeToElement(text) } } };

        var once = (GradeChangeEvent)GradeEventSerializer.Deserialize(GradeEventSerializer.Serialize(change));
        var again = (GradeChangeEvent)GradeEventSerializer.Deserialize(GradeEventSerializer.Serialize(once)); // now from the text that was kept

        again.Body.AssignmentName.Should().Be(text);
        again.Body.UnknownMembers["new"].GetString().Should().Be(text);
        again.Should().Be(change);
    }

    [Fact]
    public void Half_of_a_surrogate_pair_in_JSON_that_a_user_made_is_compared_and_not_written()
    {
        foreach (var json in new[] { "\"\\ud800\"", "[\"a\\udc00\"]", "{\"\\ud800\":1}", "{\"a\":{\"\\udfff\":\"\\ud800\"}}" })
        {
            foreach (var make in s_places)
            {
                var (one, same) = (make(Parse(json)), make(Parse(json)));
                one.Equals(same).Should().BeTrue("of {0}", json);
                one.GetHashCode().Should().Be(same.GetHashCode());
                one.Equals(make(Parse("{\"a\":1}"))).Should().BeFalse();
                var write = () => GradeEventSerializer.Serialize(one);
                write.Should().Throw<InvalidOperationException>("of {0}", json);
            }
        }
    }

    [Fact]
    public void What_could_not_be_read_back_is_not_written()
    {
        var deep = new string('[', 64) + new string(']', 64);
        foreach (var json in new[] { "{\"a\":1,\"a\":2}", "[{\"b\":{\"a\":1,\"\\u0061\":2}}]", deep })
        {
            foreach (var make in s_places)
            {
                var liveEvent = make(Parse(json));
                var actions = new Action[]
                {
                    () => GradeEventSerializer.Serialize(liveEvent),
                    () => GradeEventSerializer.SerializeToUtf8Bytes(liveEvent),
                    () => GradeEventSerializer.Serialize(new System.Buffers.ArrayBufferWriter<byte>(), liveEvent),
                };
                foreach (var write in actions)
                {
                    write.Should().Throw<InvalidOperationException>("of {0} in {1}", json, liveEvent.GetType());
                }

                // JsonSerializer makes a JsonException of some.
                var serialize = () => JsonSerializer.Serialize(liveEvent, GradeEventSerializer.Options);
                serialize.Should().Throw<Exception>().Which.Should().Match(static error => error is JsonException || error is InvalidOperationException);
            }
        }
    }

    [Fact]
    public void JSON_of_a_user_that_is_nested_beyond_any_stack_is_compared_and_not_written()
    {
        const int Depth = 20_000;
        using var document = JsonDocument.Parse(new string('[', Depth) + new string(']', Depth), new() { MaxDepth = Depth });
        var deep = Sample() with { UnknownMembers = Named(document.RootElement) };
        var same = Sample() with { UnknownMembers = Named(document.RootElement) };

        var write = () => GradeEventSerializer.Serialize(deep);
        write.Should().Throw<InvalidOperationException>().WithMessage("*depth of 64*");
        deep.GetHashCode().Should().Be(same.GetHashCode());
        deep.Equals(same).Should().BeTrue();
        deep.Equals(Sample() with { UnknownMembers = Named(document.RootElement[0]) }).Should().BeFalse();
    }

    [Fact]
    public void Entities_nested_too_deep_are_not_written_and_others_read_back()
    {
        for (var depth = 1; depth < 80; depth++)
        {
            var attempt = new Attempt { Id = Iri.Parse("urn:a:0") };
            for (var i = 1; i < depth; i++)
            {
                attempt = new Attempt { Id = Iri.Parse("urn:a:1"), IsPartOf = attempt };
            }

            var envelope = (CaliperEnvelope)GradeEventSerializer.Deserialize(Repository.Sample("caliper-thinned.json")) with { Data = [attempt] };
            var isWritten = Try(() => GradeEventSerializer.Serialize(envelope), out var json);
            isWritten.Should().Be(depth <= 62, "the envelope and its data are two levels of 64, at depth {0}", depth);
            if (isWritten)
            {
                GradeEventSerializer.Deserialize(json!).Should().Be(envelope);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Messages_are_the_same_in_every_culture(string culture)
    {
        var expected = Messages();
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Messages().Should().Equal(expected);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Nothing_of_a_payload_in_a_message_or_path_is_unprintable_or_long()
    {
        foreach (var c in new[] { "\u202e", "\u200b", "\u2066", "\u0000", "\u001b", "\u2028", "\u0085", "\U000E0041", "\U000E007F", "\ufeff", "\u00ad" })
        {
            var escaped = JsonSerializer.Serialize(c)[1..^1];
            var text = string.Concat(Enumerable.Repeat(c, 100_000));
            foreach (var written in new[] { c, escaped })
            {
                foreach (var json in new[]
                {
                    $$$"""{"metadata":{"event_name":"x","event_time":"{{{written}}}"},"body":{}}""",
                    $$$"""{"metadata":{"event_name":"x","{{{written}}}":{"a":1,"a":2},"event_time":"2026-01-01T00:00:00Z"},"body":{}}""",
                    $$$"""{"{{{written}}}":{"b":[{"a":1,"a":2}]},"metadata":{"event_name":"x","event_time":"2026-01-01T00:00:00Z"},"body":{}}""",
                    $$$"""{"metadata":{{{written}}},"body":{}}""",
                    written,
                    $"[{written}",
                })
                {
                    GradeEventSerializer.TryDeserialize(json, out _, out var error).Should().BeFalse();
                    ShouldBePrintable(error!.Message);
                    ShouldBePrintable(error.Path!);
                }
            }

            foreach (var parse in new Action[]
            {
                () => CanvasId.Parse(text), () => CanvasId.Parse("1" + c), () => CanvasUrn.Parse(text), () => Iri.Parse(text), () => new CanvasId(5).ToString(text),
                () => JsonSerializer.Deserialize<Dictionary<CanvasId, int>>($"{{\"{escaped}\":1}}"), () => JsonSerializer.Deserialize<Dictionary<Iri, int>>($"{{\"{escaped}{new string('x', 100_000)}\":1}}"),
                () => JsonSerializer.Deserialize<Dictionary<CanvasUrn, int>>($"{{\"{escaped}\":1}}"),
            })
            {
                ShouldBePrintable(parse.Should().Throw<Exception>().Which.Message.Split(" Path: ")[0]);
            }
        }
    }

    /// <summary>Events with JSON of a user at each place that takes any.</summary>
    private static readonly Func<JsonElement, LiveEvent>[] s_places =
    [
        static json => Sample() with { UnknownMembers = Named(json) },
        static json => Sample() with { Metadata = Sample().Metadata with { UnknownMembers = Named(json) } },
        static json => new UnknownCanvasEvent { Metadata = Sample().Metadata with { EventName = "x" }, Body = json },
        static json => new UnknownCaliperEvent(Parse($$"""{"type":"ViewEvent","x":{{json.GetRawText()}}}""")),
        static json => Envelope() with { Data = [new Person { Id = Iri.Parse("urn:a:b"), Extensions = Named(json) }] },
        static json => Envelope() with { Data = [new Person { Id = Iri.Parse("urn:a:b"), Context = new([Parse($$"""{"x":{{json.GetRawText()}}}""")], "urn:c:d") }] },
    ];

    private static GradeChangeEvent Sample() => (GradeChangeEvent)GradeEventSerializer.Deserialize(Repository.Sample("grade-change-compact.json"));

    private static CaliperEnvelope Envelope() => (CaliperEnvelope)GradeEventSerializer.Deserialize(Repository.Sample("caliper-thinned.json"));

    private static Dictionary<string, JsonElement> Named(JsonElement json) => new() { ["x"] = json };

    private static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json, new() { MaxDepth = 1000 });
        return document.RootElement.Clone();
    }

    private static string Unknown(string number) => $$$"""{"metadata":{"event_name":"x","event_time":"2026-01-01T00:00:00Z"},"body":{"a":{{{number}}}}}""";

    private static string Number(Random random)
    {
        var text = new StringBuilder(random.Next(2) == 0 ? "-" : null).Append(random.Next(1, 100).ToString(CultureInfo.InvariantCulture));
        var pieces = new[] { s_pieces[random.Next(5)], s_pieces[random.Next(5, 8)], s_pieces[random.Next(8, s_pieces.Length)] };
        foreach (var piece in pieces)
        {
            text.Append(random.Next(2) == 0 ? piece : null);
        }

        return text.ToString();
    }

    private static bool Try(Func<string> write, out string? json)
    {
        try
        {
            json = write();
            return true;
        }
        catch (InvalidOperationException)
        {
            json = null;
            return false;
        }
    }

    private static List<string> Messages()
    {
        var messages = new List<string>();
        foreach (var action in new Func<object>[]
        {
            () => new CanvasId(-5), () => new CanvasId(-1, 5), () => new CanvasId(1, -5), () => CanvasId.Parse("-5"), () => CanvasId.Parse("99999999999999999999"), () => new CanvasId(int.MaxValue, 5),
            () => GradeEventSerializer.Deserialize(Unknown("-")), () => GradeEventSerializer.Deserialize("{\"metadata\":-5}"), () => GradeEventSerializer.Deserialize("{\"metadata\":{\"event_name\":-1.5e7}}"),
            () => GradeEventSerializer.Deserialize("\n\n[[[-1,-2" + new string('\n', 1200)),
        })
        {
            messages.Add(action.Should().Throw<Exception>().Which.Message);
        }

        return messages;
    }

    private static void ShouldBePrintable(string text)
    {
        text.Length.Should().BeLessThan(1000);
        for (var i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1)
        {
            CharUnicodeInfo.GetUnicodeCategory(text, i).Should().NotBe(UnicodeCategory.Control).And.NotBe(UnicodeCategory.Format)
                .And.NotBe(UnicodeCategory.LineSeparator).And.NotBe(UnicodeCategory.ParagraphSeparator).And.NotBe(UnicodeCategory.Surrogate);
        }
    }
}
