using System.Globalization;
#if !LIBRARY_NETSTANDARD
using System.Text;
#endif
using System.Text.Json;
using FsCheck.Fluent;

namespace Instructure.GradeEvents.Tests;

public class CanvasIdTests
{
    [Theory]
    [InlineData("21070000000011086", 21070000000011086, 2107, 11086, true)]
    [InlineData("2107~11086", 21070000000011086, 2107, 11086, true)]
    [InlineData("11086", 11086, 0, 11086, false)]
    [InlineData("9999999999999", 9999999999999, 0, 9999999999999, false)]
    [InlineData("10000000000000", 10000000000000, 1, 0, true)]
    [InlineData("0", 0, 0, 0, false)]
    [InlineData("0~5", 5, 0, 5, false)]
    [InlineData("9223372036854775807", long.MaxValue, 922337, 2036854775807, true)]
    [InlineData("922337~2036854775807", long.MaxValue, 922337, 2036854775807, true)]
    public void Takes_a_text_apart_and_writes_it_again(string text, long value, int shardId, long localId, bool isGlobal)
    {
        var id = CanvasId.Parse(text);

        id.Value.Should().Be(value);
        id.ShardId.Should().Be(shardId);
        id.LocalId.Should().Be(localId);
        id.IsGlobal.Should().Be(isGlobal);
        id.ToString().Should().Be(text);
        CanvasId.TryParse(text, out var same).Should().BeTrue();
        same.Should().Be(id);
        CanvasId.Parse(text.AsSpan()).ToString().Should().Be(text);
        $"{id:D}".Should().Be(value.ToString(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("1.0")]
    [InlineData("1e3")]
    [InlineData("007")]
    [InlineData("00")]
    [InlineData("2107~")]
    [InlineData("~11086")]
    [InlineData("~")]
    [InlineData("2107~011086")]
    [InlineData("02107~11086")]
    [InlineData("1~2~3")]
    [InlineData("١٢")]
    [InlineData("12a")]
    public void Bad_text_is_a_FormatException_that_quotes_it(string text)
    {
        Action parse = () => CanvasId.Parse(text);

        parse.Should().Throw<FormatException>().WithMessage($"\"{text}\" is not a Canvas id*");
        CanvasId.TryParse(text, out var id).Should().BeFalse();
        id.Should().Be(default(CanvasId));
    }

    [Theory]
    [InlineData("9223372036854775808")]
    [InlineData("99999999999999999999999999999999999999999")]
    [InlineData("922337~2036854775808")]
    [InlineData("922338~0")]
    [InlineData("1~10000000000000")]
    [InlineData("99999999999999999999~5")]
    [InlineData("5~99999999999999999999")]
    public void Too_large_a_text_is_an_OverflowException_that_quotes_it(string text)
    {
        Action parse = () => CanvasId.Parse(text);

        parse.Should().Throw<OverflowException>().WithMessage($"\"{text}\" is too large*");
        CanvasId.TryParse(text, out _).Should().BeFalse();
    }

    [Fact]
    public void Null_text_is_an_ArgumentNullException()
    {
        Action parse = () => CanvasId.Parse(null!);

        parse.Should().Throw<ArgumentNullException>();
        CanvasId.TryParse(null, out _).Should().BeFalse();
    }

    [Fact]
    public void Is_made_of_shard_and_local_id()
    {
        new CanvasId(2107, 11086).Should().Be(CanvasId.Parse("21070000000011086"));
        new CanvasId(2107, 11086).ToString().Should().Be("21070000000011086");
        new CanvasId(21070000000011086).ShardId.Should().Be(2107);
        new CanvasId(0, 5).IsGlobal.Should().BeFalse();
    }

    [Theory]
    [InlineData(922338, 0)]
    [InlineData(922337, 2036854775808)]
    [InlineData(1, 10_000_000_000_000)]
    [InlineData(int.MaxValue, 1)]
    public void Too_large_a_shard_or_local_id_is_an_OverflowException(int shardId, long localId)
    {
        Action make = () => _ = new CanvasId(shardId, localId);

        make.Should().Throw<OverflowException>().WithMessage($"\"{shardId}~{localId}\" is too large*");
    }

    [Fact]
    public void A_negative_number_is_an_ArgumentOutOfRangeException()
    {
        foreach (var make in new Action[] { () => _ = new CanvasId(-1), () => _ = new CanvasId(-1, 1), () => _ = new CanvasId(1, -1) })
        {
            make.Should().Throw<ArgumentOutOfRangeException>();
        }
    }

    [Fact]
    public void Has_the_formats_G_D_and_S()
    {
        var tilde = CanvasId.Parse("2107~11086");

        tilde.ToString("G").Should().Be("2107~11086");
        tilde.ToString("D").Should().Be("21070000000011086");
        CanvasId.Parse("21070000000011086").ToString("s").Should().Be("2107~11086");
        CanvasId.Parse("11086").ToString("S").Should().Be("11086");
        string.Format(CultureInfo.GetCultureInfo("de-DE"), "{0:S}", tilde).Should().Be("2107~11086");
        Action other = () => tilde.ToString("X");
        other.Should().Throw<FormatException>().WithMessage("\"X\"*");
    }

    [Fact]
    public void Formats_into_a_span_when_there_is_room()
    {
        Span<char> text = stackalloc char[10];

        CanvasId.Parse("2107~11086").TryFormat(text, out var length).Should().BeTrue();
        length.Should().Be(10);
        text.ToString().Should().Be("2107~11086");
        CanvasId.Parse("21070000000011086").TryFormat(text, out length).Should().BeFalse();
        length.Should().Be(0);
    }

    [Fact]
    public void Equality_and_order_are_those_of_the_number()
    {
        var (global, tilde, local) = (CanvasId.Parse("21070000000011086"), CanvasId.Parse("2107~11086"), CanvasId.Parse("11086"));

        (global == tilde).Should().BeTrue();
        global.GetHashCode().Should().Be(tilde.GetHashCode());
        (global != local).Should().BeTrue();
        (local < global && local <= global && global > local && global >= tilde && global <= tilde).Should().BeTrue();
        (global < tilde || global > tilde).Should().BeFalse();
        new Dictionary<CanvasId, int> { [global] = 1 }.Should().ContainKey(tilde);
        new[] { global, local }.Order().Should().Equal(local, global);
        default(CanvasId).ToString().Should().BeEmpty();
        default(CanvasId).Should().NotBe(new CanvasId(0)).And.NotBe(CanvasId.Parse("0")).And.Be(default(CanvasId));
        new[] { new CanvasId(0), default }.Order().Should().Equal(default, new CanvasId(0));
        default(CanvasId).TryFormat([], out var written).Should().BeTrue();
        written.Should().Be(0);
        Action compare = () => ((IComparable)global).CompareTo("21070000000011086");
        compare.Should().Throw<ArgumentException>();
    }

    [Theory]
    [InlineData("\"21070000000011086\"", "\"21070000000011086\"")]
    [InlineData("21070000000011086", "\"21070000000011086\"")]
    [InlineData("\"2107~11086\"", "\"2107~11086\"")]
    [InlineData("\"922337~2036854775807\"", "\"922337~2036854775807\"")]
    [InlineData("\"\\u0031\"", "\"1\"")]
    public void Reads_a_string_or_an_integer_and_writes_a_string(string json, string written)
        => JsonSerializer.Serialize(JsonSerializer.Deserialize<CanvasId>(json)).Should().Be(written);

    [Fact]
    public void An_empty_string_is_null_where_null_is_allowed()
    {
        JsonSerializer.Deserialize<CanvasId?>("\"\"", GradeEventSerializer.Options).Should().BeNull();
        JsonSerializer.Deserialize<CanvasId?>("null", GradeEventSerializer.Options).Should().BeNull();
        JsonSerializer.Deserialize<CanvasId?>("\"5\"", GradeEventSerializer.Options).Should().Be(new CanvasId(5));
        Action read = () => JsonSerializer.Deserialize<CanvasId>("\"\"", GradeEventSerializer.Options);
        read.Should().Throw<JsonException>();
    }

    [Fact]
    public void Is_the_key_of_a_JSON_object_too()
    {
        var scores = new Dictionary<CanvasId, int> { [CanvasId.Parse("2107~5")] = 3 };

        var json = JsonSerializer.Serialize(scores);

        json.Should().Be("{\"2107~5\":3}");
        JsonSerializer.Deserialize<Dictionary<CanvasId, int>>(json).Should().Equal(scores);
        Action read = () => JsonSerializer.Deserialize<Dictionary<CanvasId, int>>("{\"x\":1}");
        read.Should().Throw<JsonException>().WithMessage("*Canvas id*");
    }

    [Fact]
    public void Text_and_number_go_together_for_any_shard_and_local_id()
    {
        var ids = from shard in Gen.Choose(0, 922336) from high in Gen.Choose(0, 999_999) from low in Gen.Choose(0, 9_999_999) select (shard, (high * 10_000_000L) + low);
        FsCheck.Check.QuickThrowOnFailure(Prop.ForAll(ids.ToArbitrary(), pair =>
        {
            var id = new CanvasId(pair.shard, pair.Item2);
            (id.ShardId, id.LocalId).Should().Be(pair);
            CanvasId.Parse(id.ToString()).Should().Be(id);
            CanvasId.Parse(id.ToString("S")).Should().Be(id);
            CanvasId.Parse(id.Value.ToString(CultureInfo.InvariantCulture)).Should().Be(id);
            if (pair.shard > 0)
            {
                CanvasId.Parse($"{pair.shard}~{pair.Item2}").Should().Be(id);
            }
        }));
    }

    [Fact]
    public void Any_text_parses_and_formats_to_itself_or_is_refused()
        => FsCheck.Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
        {
            if (CanvasId.TryParse(text, out var id))
            {
                id.ToString().Should().Be(text);
            }
            else if (text is not null)
            {
                Action parse = () => CanvasId.Parse(text);
                parse.Should().Throw<Exception>().Which.Should().Match(it => it is FormatException || it is OverflowException);
            }
        }));

#if !LIBRARY_NETSTANDARD
    [Fact]
    public void Parses_and_formats_as_generic_code_asks_for_it()
    {
        Parse<CanvasId>("2107~5").Should().Be("2107~5");
        Parse<CanvasUrn>("urn:instructure:canvas:user:5").Should().Be("urn:instructure:canvas:user:5");
        Parse<Iri>("urn:a:ü").Should().Be("urn:a:ü");
        CanParse<CanvasId>("x").Should().BeFalse();
        CanParse<CanvasUrn>("urn:x").Should().BeFalse();
        CanParse<Iri>("x").Should().BeFalse();

        static string Parse<T>(string text)
            where T : ISpanParsable<T>, IUtf8SpanParsable<T>, ISpanFormattable
        {
            var utf8Text = Encoding.UTF8.GetBytes(text);
            var all = new[] { T.Parse(text, null), T.Parse(text.AsSpan(), null), T.Parse(utf8Text, null) };
            T.TryParse(text, null, out var fromString).Should().BeTrue();
            T.TryParse(text.AsSpan(), null, out var fromSpan).Should().BeTrue();
            T.TryParse(utf8Text, null, out var fromUtf8).Should().BeTrue();
            all.Concat([fromString, fromSpan, fromUtf8]).Distinct().Should().ContainSingle();
            Span<char> formatted = stackalloc char[100];
            fromString!.TryFormat(formatted, out var length, default, null).Should().BeTrue();
            fromString.TryFormat(formatted[..3], out _, default, null).Should().BeFalse();
            fromString.ToString(null, null).Should().Be(formatted[..length].ToString());
            return formatted[..length].ToString();
        }

        static bool CanParse<T>(string text)
            where T : ISpanParsable<T>, IUtf8SpanParsable<T>
        {
            foreach (var parse in new Action[] { () => T.Parse(text, null), () => T.Parse(text.AsSpan(), null), () => T.Parse(Encoding.UTF8.GetBytes(text), null) })
            {
                parse.Should().Throw<FormatException>().WithMessage($"\"{text}\"*");
            }

            T.TryParse((byte[])[0xFF, (byte)':', 0xC3], null, out _).Should().BeFalse();
            Action invalid = () => T.Parse((byte[])[0xFF, (byte)':', 0xC3], null);
            invalid.Should().Throw<FormatException>();
            return T.TryParse(text, null, out _) || T.TryParse(text.AsSpan(), null, out _) || T.TryParse(Encoding.UTF8.GetBytes(text), null, out _);
        }
    }

    [Fact]
    public void Parsing_allocates_nothing_but_the_kept_string()
    {
        const string Text = "urn:instructure:canvas:course:21070000000000565:Instructor:21070000000000987";
        var utf8Id = "21070000000011086"u8.ToArray();
        ParseAll(); // what is made once is made here
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 100; i++)
        {
            ParseAll();
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        // A loop that allocated would show a hundred times; the runtime itself may take a little when it compiles anew.
        allocated.Should().BeLessThan(100 * 16);

        void ParseAll()
        {
            _ = CanvasUrn.Parse(Text);
            _ = Iri.Parse(Text);
            _ = CanvasId.Parse("2107~11086");
            _ = Utf8(utf8Id);
            _ = CanvasUrn.Parse(Text).MemberId;
        }

        static CanvasId Utf8(ReadOnlySpan<byte> text) => Parse<CanvasId>(text);

        static T Parse<T>(ReadOnlySpan<byte> text)
            where T : IUtf8SpanParsable<T>
            => T.Parse(text, null);
    }
#endif
}
