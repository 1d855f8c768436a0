using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using Instructure.GradeEvents.Caliper;
using Instructure.GradeEvents.Canvas;
using Instructure.GradeEvents.Tests.Support;

namespace Instructure.GradeEvents.Tests;

/// <summary>A document in several pieces of memory reads as in one, wherever it is cut: in an id, a name, a text, a number, a time.</summary>
public class PieceTests
{
    public static TheoryData<string> SampleNames => Repository.SampleNames();

    public static TheoryData<string> Roots() => [.. Facts.Roots];

    [Theory]
    [MemberData(nameof(SampleNames))]
    public void A_sample_cut_anywhere_reads(string name)
    {
        var utf8Json = Repository.Sample(name);
        var expected = GradeEventSerializer.Deserialize(utf8Json);
        for (var i = 1; i < utf8Json.Length; i += Mutations.AreMany ? 1 : 3)
        {
            GradeEventSerializer.Deserialize(Cut(utf8Json, i)).Should().Be(expected, "cut at {0}", i);
        }
    }

    [Theory]
    [MemberData(nameof(Roots))]
    public void A_payload_in_pieces_of_any_size_reads_and_is_written_the_same(string root)
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var json = JsonText.Write(new PayloadMaker(new(seed)).MakeWithUnknownMembers(root));
            var expected = GradeEventSerializer.Deserialize(json);
            foreach (var size in new[] { 1, 2, 3, 7, 61 })
            {
                var actual = GradeEventSerializer.Deserialize(Pieces(Encoding.UTF8.GetBytes(json), size));
                actual.Should().Be(expected, "in pieces of {0} bytes: {1}", size, json);
                GradeEventSerializer.Serialize(actual).Should().Be(GradeEventSerializer.Serialize(expected));
            }
        }
    }

    [Fact]
    public void A_list_too_long_to_be_kept_as_records_reads_from_pieces()
    {
        var person = "{\"id\":\"a:b\",\"type\":\"Person\",\"new\":[1.0,\"\\u00e9\"]},";
        var json = Repository.SampleText("caliper-thinned.json").Replace("\"data\": [", "\"data\": [" + string.Concat(Enumerable.Repeat(person, 1200)), StringComparison.Ordinal);
        var expected = GradeEventSerializer.Deserialize(json);

        var actual = GradeEventSerializer.Deserialize(Pieces(Encoding.UTF8.GetBytes(json), 7));

        actual.Should().Be(expected);
        GradeEventSerializer.Serialize(actual).Should().Be(GradeEventSerializer.Serialize(expected));
        ((CaliperEnvelope)actual).Data.Should().HaveCount(1201);
    }

    [Theory]
    [MemberData(nameof(SampleNames))]
    public void A_fault_in_pieces_is_told_as_in_one(string name)
    {
        var text = Repository.SampleText(name);
        foreach (var broken in new[] { text[..^3], text.Replace("\": \"2", "\": \"x", StringComparison.Ordinal), text.Replace(":", ";", StringComparison.Ordinal), text.Replace("\"", "\"\\ud800", StringComparison.Ordinal) })
        {
            var utf8Json = Encoding.UTF8.GetBytes(broken);
            if (!GradeEventSerializer.TryDeserialize(utf8Json, out _, out var expected))
            {
                Action read = () => GradeEventSerializer.Deserialize(Pieces(utf8Json, 5));
                read.Should().Throw<JsonException>().Which.Message.Should().Be(expected.Message);
            }
        }
    }

    [Theory]
    [InlineData("\u001f\ufffd", "this is compressed with gzip")]
    [InlineData("{\0}\0", "this is UTF-16")]
    [InlineData(" \n <html>", "this is XML or HTML")]
    [InlineData("eyJhbGciOiJSUzI1NiJ9.e30.c2ln", "this is a signed payload (a JWS)")]
    [InlineData("nxll\r\n}", "'nxll\\u000d\\u000a}' is an invalid JSON literal")]
    public void What_is_no_JSON_is_told_apart_in_pieces_too(string text, string expected)
    {
        byte[] bytes = [.. text.Select(static c => c == '\ufffd' ? (byte)0x8B : (byte)c)];
        foreach (var pieces in new[] { Pieces(bytes, 1), Pieces(bytes, 7), Cut(bytes, 0) })
        {
            Action read = () => GradeEventSerializer.Deserialize(pieces);
            read.Should().Throw<JsonException>().WithMessage("*; " + expected + "*");
        }
    }

    [Fact]
    public void A_byte_order_mark_may_be_cut()
    {
        byte[] utf8Json = [0xEF, 0xBB, 0xBF, .. Repository.Sample("grade-change-compact.json")];
        var expected = GradeEventSerializer.Deserialize(utf8Json);

        GradeEventSerializer.Deserialize(Pieces(utf8Json, 1)).Should().Be(expected);
        GradeEventSerializer.Deserialize(Pieces(utf8Json, 2)).Should().Be(expected);
        GradeEventSerializer.Deserialize(new ReadOnlySequence<byte>(utf8Json)).Should().Be(expected);

        Action readTwoMarks = () => GradeEventSerializer.Deserialize(Pieces([0xEF, 0xBB, 0xBF, .. utf8Json], 2));
        readTwoMarks.Should().Throw<JsonException>();
    }

    [Fact]
    public void Nothing_at_all_is_a_JsonException()
    {
        Action read = () => GradeEventSerializer.Deserialize(ReadOnlySequence<byte>.Empty);

        read.Should().Throw<JsonException>().WithMessage("$: expected*");
    }

    [Fact]
    public async Task An_integer_id_across_the_buffers_of_a_pipe_reads()
    {
        var text = Repository.SampleText("grade-change-compact.json");
        for (var length = 4000; length < 4200; length++)
        {
            var json = text.Replace("\"metadata\":{", $"\"metadata\":{{\"referrer\":\"{new string('x', length)}\",\"job_id\":21070000000000073,\"x\":{{", StringComparison.Ordinal)
                .Replace("\"event_name\"", "\"y\":1},\"event_name\"", StringComparison.Ordinal);
            var reader = PipeReader.Create(new MemoryStream(Encoding.UTF8.GetBytes(json)));

            var liveEvent = await JsonSerializer.DeserializeAsync<LiveEvent>(reader, GradeEventSerializer.Options);

            liveEvent.Should().BeOfType<GradeChangeEvent>().Which.Metadata.JobId.Should().Be(new CanvasId(2107, 73));
        }
    }

    private static ReadOnlySequence<byte> Cut(byte[] bytes, int at) => PiecedText.Join([bytes.AsMemory(0, at), bytes.AsMemory(at)]);

    private static ReadOnlySequence<byte> Pieces(byte[] bytes, int size)
        => PiecedText.Join(Enumerable.Range(0, (bytes.Length + size - 1) / size).Select(i => (ReadOnlyMemory<byte>)bytes.AsMemory(i * size, Math.Min(size, bytes.Length - (i * size)))));
}
