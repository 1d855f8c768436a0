using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Instructure.GradeEvents.Canvas;
using Instructure.GradeEvents.Tests.Support;

namespace Instructure.GradeEvents.Tests;

/// <summary><c>ReadArchiveAsync</c>, rule by rule.</summary>
public class ReadArchiveTests
{
    private const int MaxBytes = 32 * 1024 * 1024;

    private static readonly string s_line = Repository.SampleText("grade-change-compact.json").Trim();
    private static readonly LiveEvent s_event = GradeEventSerializer.Deserialize(s_line);
    private static readonly string s_pretty = Repository.SampleText("grade-change-by-teacher.json").Trim();

    private static byte[] Mark => [0xEF, 0xBB, 0xBF];

    [Theory]
    [InlineData("LINELINE", 1, 1)]
    [InlineData("LINE\nLINE\n", 1, 2)]
    [InlineData("LINE\r\nLINE\r\n", 1, 2)]
    [InlineData("LINE LINE\tLINE", 1, 1, 1)]
    [InlineData("\n\r\n \t\nLINE\n\n\n  LINE", 4, 7)]
    [InlineData("PRETTYPRETTY\nLINEPRETTY", 1, 47, 94, 94)]
    [InlineData("LINE", 1)]
    public async Task Behind_a_document_the_next_begins(string text, params int[] lines)
    {
        s_pretty.Split('\n').Should().HaveCount(47);

        var entries = await ReadEntry.AllOf(Fill(text));

        entries.Should().OnlyContain(static entry => entry.Error == null);
        entries.Select(static entry => (int)entry.Line).Should().Equal(lines);
        entries.Should().OnlyContain(static entry => entry.Text == s_line || entry.Text == s_pretty);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData(" \t\r\n")]
    [InlineData("\ufeff")]
    [InlineData("\ufeff\r\n\ufeff ")]
    public async Task What_is_empty_or_blank_has_no_entries(string text)
    {
        (await ReadEntry.AllOf(text)).Should().BeEmpty();
        (await ReadEntry.AllOf(Gzip.Of(text))).Should().BeEmpty();
    }

    [Fact]
    public async Task A_byte_order_mark_may_stand_before_any_document()
    {
        var entries = await ReadEntry.AllOf(Fill("\ufeffLINE\ufeffLINE\n\ufeffLINE\n{\"a\":\n\ufeffLINE\nLINE\ufeff"));

        entries.Select(static entry => (entry.Line, entry.Event == s_event)).Should().Equal((1, true), (1, true), (2, true), (3, false), (4, true), (5, true));
        entries[3].Text.Should().Be("{\"a\":", "a marked line ends an open document like any other");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"a\":[{\"b\":[]},\"}{\\\"\\\\\",-1.5e+3,0,true,false,null,\"\\u00fc\\/\"],\"c\":{\"d\":{}}}")]
    [InlineData("[1,\n[2],\n{\"a\":\n3}\n]")]
    [InlineData("[\n{}\n,\n{}\n]")]
    [InlineData("\"text\"")]
    [InlineData("\"\\ud800 \\n\"")]
    [InlineData("\"\\uABCD\\uEF01\\uabcd\\uef23\\u4567\\u89AF\\u0faf\"")]
    [InlineData("17")]
    [InlineData("0")]
    [InlineData("-0")]
    [InlineData("100.050")]
    [InlineData("0e0")]
    [InlineData("-0.5E-7")]
    [InlineData("9.9e+10")]
    [InlineData("null")]
    [InlineData("true")]
    public async Task What_is_well_formed_but_no_event_is_one_entry_consumed_whole(string text)
    {
        var entries = await ReadEntry.AllOf(Fill(text + "LINE" + text + "\nLINE"));

        entries.Select(static entry => entry.Event is null).Should().Equal(true, false, true, false);
        entries[0].Text.Should().Be(text);
        entries[2].Text.Should().Be(text);
        entries[0].Error!.Message.Should().Be(ErrorOf(text).Message);
        entries[3].Line.Should().Be(1 + (2 * text.Count(static c => c == '\n')) + 1);
    }

    [Theory]
    [InlineData("01")]
    [InlineData("-01")]
    [InlineData("+1")]
    [InlineData("--1")]
    [InlineData("-")]
    [InlineData(".5")]
    [InlineData("1.")]
    [InlineData("1.e5")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("1e1.5")]
    [InlineData("tru")]
    [InlineData("nulll")]
    [InlineData("True")]
    [InlineData("\"\\u00G0\"")]
    [InlineData("\"\\u00@0\"")]
    [InlineData("\"\\u00g0\"")]
    [InlineData("\"\\u00`0\"")]
    [InlineData("\"\\u00/0\"")]
    [InlineData("\"\\u00:0\"")]
    [InlineData("\"\\u123\"")]
    [InlineData("\"\\x\"")]
    [InlineData("\"\t\"")]
    public async Task What_is_malformed_takes_the_rest_of_its_line(string value)
    {
        foreach (var text in new[] { $"{{\"a\":{value}}}", $"[{value}]", $"{{\"b\":[{{}},{value} ]}}" })
        {
            var entries = await ReadEntry.AllOf(Fill(text + "LINE\nLINE"));

            entries.Select(static entry => (entry.Line, entry.Event is null)).Should().Equal((1, true), (2, false));
            entries[0].Text.Should().Be(Fill(text + "LINE"));
        }
    }

    [Theory]
    [InlineData("17")]
    [InlineData("true")]
    [InlineData("-1.5e3")]
    public async Task Behind_a_number_or_literal_a_document_may_begin_without_space(string text)
    {
        foreach (var between in new[] { string.Empty, " ", "\t", "\r\n", "\n", "\ufeff" })
        {
            foreach (var next in new[] { "LINE", "[1]", "\"x\"" })
            {
                var entries = await ReadEntry.AllOf(Fill(text + between + next + "\n" + text));

                entries.Select(static entry => entry.Text).Should().Equal(text, Fill(next), text);
            }
        }
    }

    [Fact]
    public async Task An_array_of_events_is_one_error()
    {
        foreach (var array in new[] { $"[{s_line},{s_line}]", $"[\n{s_line},\n{s_line}\n]\n", $"[{s_line}\n,{s_line}\n]" })
        {
            var entries = await ReadEntry.AllOf(array);

            entries.Should().ContainSingle().Which.Error!.Message.Should().Contain("array");
        }
    }

    [Fact]
    public async Task Nesting_of_any_depth_is_consumed_whole()
    {
        foreach (var depth in new[] { 63, 64, 65, 200, 100_000 })
        {
            var deep = string.Concat(Enumerable.Repeat("[{\"a\":", depth / 2)) + "1" + string.Concat(Enumerable.Repeat("}]", depth / 2));

            var entries = await ReadEntry.AllOf(new MemoryStream(Encoding.UTF8.GetBytes(deep + s_line)));

            entries.Select(static entry => entry.Event == s_event).Should().Equal([false, true], "of a depth of {0}", depth);
            entries[0].Text.Should().Be(deep);
        }
    }

    [Theory]
    [InlineData("{\"a\":[1,", 0, 8)]
    [InlineData("{", 0, 1)]
    [InlineData("{\"a\":\n  {\"b\":1},", 1, 10)]
    [InlineData("{\n\n", 2, 0)]
    [InlineData("{\r\n  \"a\"", 1, 5)]
    public async Task A_line_that_begins_with_a_brace_ends_the_open_document_where_the_line_before_ended(string open, long line, long position)
    {
        foreach (var end in new[] { "\n", "\r\n" })
        {
            var entries = await ReadEntry.AllOf(Fill($"LINE\n{open}{end}LINE\n"));

            entries.Select(static entry => entry.Event == s_event).Should().Equal(true, false, true);
            entries[1].Line.Should().Be(2);
            entries[1].Text.Should().Be(open);
            entries[1].Error!.LineNumber.Should().Be(1 + line);
            entries[1].Error!.BytePositionInLine.Should().Be(position);
            entries[1].Error!.Message.Should().Contain($"(line {1 + line + 1}, byte {position + 1})");
        }
    }

    [Fact]
    public async Task A_line_that_begins_otherwise_ends_no_document_and_one_that_began_otherwise_is_not_ended()
    {
        foreach (var text in new[] { "{\"a\":\n {}}", "{\"a\":\n[{}\n]}", "[\n{}\n]", " {\"a\":\n{}}", "{\"a\"\n:\n1}" })
        {
            var entries = await ReadEntry.AllOf(text + s_line);

            entries.Select(static entry => entry.Event == s_event).Should().Equal([false, true], "of {0}", text);
            entries[0].Text.Should().Be(text.TrimStart());
        }

        // The second of a line did not begin in the first column.
        (await ReadEntry.AllOf("{} {\"a\":\n{}}" + s_line)).Select(static entry => entry.Text).Should().Equal("{}", "{\"a\":\n{}}", s_line);
    }

    [Theory]
    [InlineData("oops")]
    [InlineData("{oops")]
    [InlineData("nul")]
    [InlineData("truely")]
    [InlineData("01")]
    [InlineData("1.")]
    [InlineData("-")]
    [InlineData("1e+")]
    [InlineData("2026-03-02T14:05:09Z INFO")]
    [InlineData("{\"a\":1,}")]
    [InlineData("{\"a\" 1}")]
    [InlineData("{\"a\":01}")]
    [InlineData("{\"a\":1.}")]
    [InlineData("{\"a\":tru }")]
    [InlineData("{\"a\":\"\\x\"}")]
    [InlineData("{\"a\":\"\\u12g4\"}")]
    [InlineData("{\"a\":\"\t\"}")]
    [InlineData("{\"a\":\"")]
    [InlineData("{\"a\":\u000b1}")]
    [InlineData("{1:2}")]
    [InlineData("[1,]")]
    [InlineData("[1}")]
    [InlineData("{\"a\":1]")]
    [InlineData("{,}")]
    [InlineData("//")]
    [InlineData("<html>")]
    [InlineData("\u0000")]
    [InlineData(",")]
    [InlineData("\ufeffx")]
    [InlineData("{\n  \"a\": oops,\n  \"b\": {\n\t\"c\": [\n]\n}\n\n\n}")]
    [InlineData("{\n  \"a\": \"open\n  \"b\": 1\r\n}")]
    [InlineData("oops\n  {\"in the\": \"text\"}\n] }\n}")]
    public async Task Behind_malformed_text_reading_resumes_at_the_next_line_that_begins_with_no_blank_or_end(string text)
    {
        foreach (var next in new[] { "LINE", "[1]", "\"\"", "7" })
        {
            var entries = await ReadEntry.AllOf(Fill($"LINE\n{text}\n{next}\nLINE"));

            var lines = text.Count(static c => c == '\n') + 1;
            entries.Select(static entry => entry.Line).Should().Equal([1, 2, 2 + lines, 3 + lines], "of {0}", text);
            entries[1].Text.Should().Be(text.TrimStart('\ufeff'));
            entries[1].Error!.LineNumber.Should().BeInRange(1, lines);
            var alone = ErrorOf(text);
            (entries[1].Error!.LineNumber, entries[1].Error!.BytePositionInLine).Should().Be((alone.LineNumber + 1, alone.BytePositionInLine));
            entries[2].Text.Should().Be(Fill(next));
            entries[3].Event.Should().Be(s_event);
        }
    }

    [Fact]
    public async Task Malformed_text_behind_a_document_is_an_entry_of_its_own()
    {
        var entries = await ReadEntry.AllOf(Fill("LINE, LINE\nLINE}\n}\nLINE"));

        entries.Select(static entry => (entry.Line, entry.Text)).Should().Equal((1, s_line), (1, ", " + s_line), (2, s_line), (2, "}\n}"), (4, s_line));
    }

    [Fact]
    public async Task A_document_that_the_end_of_the_archive_ends_is_an_error()
    {
        foreach (var text in new[] { "{\"a\":", "{\"a\":\"x", "{\"a\":1\n\n \n", "oops\n\n }\n\n", "[", "-", "1.5e", "fals" })
        {
            var entries = await ReadEntry.AllOf(Fill("LINE\n" + text));

            entries.Should().HaveCount(2);
            entries[1].Text.Should().Be(text.TrimEnd());
            entries[1].Error.Should().NotBeNull();
        }
    }

    [Fact]
    public async Task Places_in_an_error_are_those_of_the_archive()
    {
        var bad = s_line.Replace("\"muted\":false", "\"muted\":7", StringComparison.Ordinal);
        var position = bad.IndexOf(":7", StringComparison.Ordinal) + 1;

        var entries = await ReadEntry.AllOf($"\n{s_line}{bad}\n  {bad}\n\ufeff{bad}");

        entries.Where(static entry => entry.Error is not null).Select(static entry => (entry.Line, entry.Error!.LineNumber, entry.Error.BytePositionInLine, entry.Error.Path)).Should().Equal(
            (2, 1, s_line.Length + position, "$.body.muted"),
            (3, 2, 2 + position, "$.body.muted"),
            (4, 3, position, "$.body.muted"));
        entries[1].Error!.Message.Should().EndWith($"(line 2, byte {s_line.Length + position + 1}).");
    }

    [Fact]
    public async Task The_text_is_that_of_the_archive_byte_by_byte()
    {
        byte[] invalid = [.. Encoding.UTF8.GetBytes(s_line[..^2]), .. ",\"x\":\""u8, 0xFF, 0xC3, .. "\"}}"u8];
        var texts = new List<byte[]>();

        await foreach (var entry in GradeEventSerializer.ReadArchiveAsync(new MemoryStream([.. Mark, .. "\n "u8, .. invalid, .. "\n"u8, .. Encoding.UTF8.GetBytes(s_line)])))
        {
            texts.Add(entry.Utf8Json.ToArray());
        }

        texts.Should().HaveCount(2);
        texts[0].Should().Equal(invalid);
    }

    [Fact]
    public async Task More_than_32_MB_is_one_error()
    {
        // Well formed, and malformed behind the limit; and what is just not too large, one with very much white space behind it.
        var most = Huge(MaxBytes);
        var archive = string.Concat(
            s_line, Huge(MaxBytes + 1), s_line, most, "\n",
            Huge(MaxBytes + 70_000)[..^1], "oops\n }\n",
            s_line, "\n", "{oops\n", new string(' ', MaxBytes + 1000), "\n", s_line);
        var longest = 0;
        var entries = new List<(long Line, bool IsEvent, string? Error, int Length)>();

        await foreach (var entry in GradeEventSerializer.ReadArchiveAsync(new MemoryStream(Encoding.UTF8.GetBytes(archive))))
        {
            MemoryMarshal.TryGetArray(entry.Utf8Json, out var buffer).Should().BeTrue();
            longest = Math.Max(longest, buffer.Array!.Length);
            entries.Add((entry.Line, entry.Event is not null, entry.Error?.Message, entry.Utf8Json.Length));
        }

        const string TooLarge = "$: expected one event, found a document larger than 32 MB";
        entries.Select(static entry => (entry.Line, entry.IsEvent, entry.Error?.StartsWith(TooLarge, StringComparison.Ordinal) == true, entry.Length)).Should().Equal(
            (1, true, false, s_line.Length),
            (1, false, true, MaxBytes),
            (1, true, false, s_line.Length),
            (1, false, false, MaxBytes),
            (2, false, true, MaxBytes),
            (4, true, false, s_line.Length),
            (5, false, false, 5),
            (7, true, false, s_line.Length));
        entries[1].Error.Should().EndWith($"(line 1, byte {s_line.Length + 1}).");
        longest.Should().BeLessThanOrEqualTo(2 * MaxBytes, "no more than one document is held");
    }

    [Fact]
    public async Task Gzip_is_told_by_its_first_bytes()
    {
        var text = Fill("LINE\noops\nPRETTYLINE");
        var expected = await ReadEntry.AllOf(text);

        foreach (var level in new[] { CompressionLevel.Optimal, CompressionLevel.Fastest, CompressionLevel.NoCompression })
        {
            (await ReadEntry.AllOf(Gzip.Of(text, level))).Select(static entry => (entry.Line, entry.Event, entry.Text)).Should().Equal(expected.Select(static entry => (entry.Line, entry.Event, entry.Text)));
        }

        (await ReadEntry.AllOf(Gzip.WithLongHeader(text))).Should().HaveCount(4);
        (await ReadEntry.AllOf("\u001f")).Should().ContainSingle("that alone is not gzip").Which.Text.Should().Be("\u001f");
        (await ReadEntry.AllOf("\u001f{}")).Should().ContainSingle();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(512)]
    [InlineData(40_000)]
    public async Task Gzip_may_have_several_members_and_zeros_behind_them(int zeros)
    {
        // A document may begin in one and end in another; one of nothing may be between.
        var (first, second) = (s_line[..100], s_line[100..]);
        byte[] archive = [.. Gzip.Of(s_line + first), .. Gzip.Of(string.Empty), .. Gzip.Of(second + "\n", CompressionLevel.NoCompression), .. Gzip.WithLongHeader("\ufeff" + s_line), .. new byte[zeros]];

        var entries = await ReadEntry.AllOf(archive);

        entries.Select(static entry => (entry.Line, entry.Event == s_event)).Should().Equal((1, true), (1, true), (2, true));
    }

    [Fact]
    public async Task Gzip_of_very_many_members()
    {
        var archive = Enumerable.Range(0, 3000).SelectMany(static number => Gzip.Of(number % 3 == 0 ? string.Empty : s_line)).ToArray();

        var entries = await ReadEntry.AllOf(new MemoryStream(archive));

        entries.Should().HaveCount(2000).And.OnlyContain(static entry => entry.Event != null);
    }

    [Fact]
    public async Task Gzip_that_is_cut_anywhere_is_a_last_entry_with_an_error()
    {
        byte[] archive = [.. Gzip.Of(Fill("LINE\nLINE")), .. Gzip.WithLongHeader(Fill("\nLINE"))];
        var end = Gzip.Of(Fill("LINE\nLINE")).Length;
        for (var length = 2; length < archive.Length; length++)
        {
            if (length == end)
            {
                continue;
            }

            var entries = await ReadEntry.AllOf(new SmallReads(archive[..length], length % 5 == 0 ? 3 : 1000));

            entries[^1].Error!.Message.Should().StartWith("$: expected whole gzip data, found that they are corrupt or cut short here (line ", "of {0} bytes", length);
            entries.Take(entries.Count - 1).Count(static entry => entry.Event == s_event).Should().Be(entries.Count - 1);
            entries.Should().HaveCountGreaterThanOrEqualTo(length > end ? 3 : 1);
        }
    }

    [Fact]
    public async Task Gzip_that_is_corrupt_is_a_last_entry_with_an_error()
    {
        var member = Gzip.Of(Fill("LINE\n{\"a\":1"));
        var number = 0;
        foreach (var (archive, isOpen) in new (byte[], bool)[]
        {
            ([.. member[..^8], 1, 2, 3, 4, .. member[^4..]], true), // a wrong checksum
            ([.. member[..^4], 9, 9, 9, 9], true), // a wrong size
            ([.. member, 1], true), // something else behind
            ([.. member, 0x1F, 0x8B, 7, .. new byte[20]], true), // packed by another method
            ([.. Gzip.Of(s_line), .. "{}"u8], false),
        })
        {
            var entries = await ReadEntry.AllOf(archive);

            entries.Should().HaveCount(2, "of archive {0}", number++);
            entries[0].Event.Should().Be(s_event);
            entries[1].Error!.Message.Should().Contain("corrupt or cut short");
            entries[1].Text.Should().Be(isOpen ? "{\"a\":1" : string.Empty);
            entries[1].Line.Should().Be(isOpen ? 2 : 1);
            entries[1].Error!.LineNumber.Should().Be(isOpen ? 1 : 0);
            entries[1].Error!.BytePositionInLine.Should().Be(isOpen ? 6 : s_line.Length);
        }

        byte[] noDeflate = [.. member[..10], 0xFF, 0xFF, 0xFF, 0xFF, .. member[14..]];
        (await ReadEntry.AllOf(noDeflate)).Should().ContainSingle().Which.Error!.Message.Should().Contain("corrupt or cut short");
        (await ReadEntry.AllOf(Gzip.Of("oops")[..^1])).Select(static entry => entry.Text).Should().Equal("oops", string.Empty);
    }

    [Fact]
    public async Task Random_damage_to_gzip_never_throws_and_always_ends()
    {
        var random = new Random(7);
        byte[] archive = [.. Gzip.Of(Fill("LINE\nLINE\n")), .. Gzip.Of(Fill("PRETTY"))];
        for (var round = 0; round < 300; round++)
        {
            byte[] damaged = [.. archive];
            damaged[random.Next(2, damaged.Length)] ^= (byte)(1 << random.Next(8));

            var entries = await ReadEntry.AllOf(new SmallReads(damaged, random.Next(1, 400)));

            // A bit of the header, such as its time, may mean nothing; whatever else is found, and said last.
            entries.Take(3).Count(static entry => entry.Event is not null).Should().BeLessThanOrEqualTo(3);
            (entries.Count == 3 && entries.TrueForAll(static entry => entry.Error is null) || entries[^1].Error!.Message.Contains("corrupt or cut", StringComparison.Ordinal)).Should().BeTrue();
        }
    }

    [Fact]
    public async Task A_bomb_costs_no_memory()
    {
        // A text and nesting that are larger than a document, and blank lines; each packed into very little.
        foreach (var (begin, c, count) in new[] { ("\"", 'x', 36), (string.Empty, '[', 36), ("[", '\n', 8) })
        {
            byte[] piece = Gzip.Of(new string(c, 1_000_000));
            byte[] archive = [.. Gzip.Of(s_line + begin), .. Enumerable.Repeat(piece, count).SelectMany(static bytes => bytes)];
            archive.Length.Should().BeLessThan(50_000);
            var largest = 0;
            var entries = 0;

            await foreach (var entry in GradeEventSerializer.ReadArchiveAsync(new MemoryStream(archive)))
            {
                entries++;
                MemoryMarshal.TryGetArray(entry.Utf8Json, out var buffer);
                largest = Math.Max(largest, buffer.Array!.Length);
            }

            entries.Should().Be(2);
            largest.Should().BeLessThanOrEqualTo(2 * MaxBytes);
        }
    }

    [Fact]
    public async Task Any_size_streams_in_the_memory_of_one_document()
    {
        // By default it is short enough to be quick; a gigabyte where many documents are broken too.
        var count = (Mutations.AreMany ? 1_000_000_000 : 20_000_000) / (s_line.Length + 1);
        await using var archive = new Endless(Encoding.UTF8.GetBytes(s_line + "\n"), count);
        var (read, largest, lastLine) = (0, 0, 0L);

        await foreach (var entry in GradeEventSerializer.ReadArchiveAsync(archive))
        {
            read += entry.Event is null ? 0 : 1;
            lastLine = entry.Line;
            MemoryMarshal.TryGetArray(entry.Utf8Json, out var buffer);
            largest = Math.Max(largest, buffer.Array!.Length);
        }

        read.Should().Be(count);
        lastLine.Should().Be(count);
        largest.Should().BeLessThanOrEqualTo(256 * 1024);
    }

    [Theory]
    [InlineData("{\"a\":[", "1,", "\n")]
    [InlineData("{\"a\":\"", "x", "x")]
    [InlineData("", "\n", " ")]
    [InlineData("", "{\n", "{\n")]
    [InlineData("", "{\"a\":{}\n", "}\n")]
    [InlineData("", "{}", "{}")]
    [InlineData("oops", "\n", " }\n")]
    [InlineData("", "\ufeff", "\ufeff")]
    [InlineData("1", "1", "1")]
    public async Task No_input_is_looked_at_more_than_once(string start, string first, string second)
    {
        // A few bytes at a time: whoever begins again with each of them looks at 10^11 bytes and more, which takes minutes and not a second.
        var half = Mutations.AreMany ? 2_000_000 : 1_000_000;
        var text = start + string.Concat(Enumerable.Repeat(first, half / first.Length)) + string.Concat(Enumerable.Repeat(second, half / second.Length));
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var length = 0L;

        var stream = new SmallReads(Encoding.UTF8.GetBytes(text), 10);
        await foreach (var entry in GradeEventSerializer.ReadArchiveAsync(stream, stop.Token))
        {
            length += entry.Utf8Json.Length;
            if (length > 100_000 && first.StartsWith('{'))
            {
                break; // each is an exception, which takes its time
            }
        }

        length.Should().BeLessThanOrEqualTo(stream.Length);
    }

    [Fact]
    public async Task Three_events_that_Firehose_wrote()
    {
        var entries = await ReadEntry.AllOf(await File.ReadAllBytesAsync(Input("firehose-without-newlines")));

        entries.Select(static entry => entry.Line).Should().Equal(1, 1, 1);
        string.Concat(entries.Select(static entry => entry.Text)).Should().Be(await File.ReadAllTextAsync(Input("firehose-without-newlines")));
        entries[0].Event.Should().BeOfType<CourseGradeChangeEvent>();
        entries[1].Event.Should().BeOfType<GradeChangeEvent>();
        entries[1].Text.Should().StartWith("{\"attributes\": {\"event_name\": \"grade_change\"").And.EndWith("\"user_id\": \"30120000000000055\"}}");
        entries[2].Event.Should().Be(entries[0].Event);
    }

    [Fact]
    public async Task Four_lines_of_gzip_one_of_which_is_broken()
    {
        var entries = await ReadEntry.AllOf(await File.ReadAllBytesAsync(Input("archive.jsonl.gz")));

        entries.Select(static entry => entry.Line).Should().Equal(1, 2, 3, 4);
        entries[0].Event.Should().BeOfType<CourseGradeChangeEvent>();
        entries[1].Event.Should().BeOfType<GradeChangeEvent>();
        entries[2].Text.Should().Be("{broken");
        entries[2].Error!.LineNumber.Should().Be(2);
        entries[2].Error!.BytePositionInLine.Should().Be(1);
        entries[3].Event.Should().Be(entries[0].Event);
    }

    [Fact]
    public async Task Stops_when_told_to()
    {
        using var cancellation = new CancellationTokenSource();
        Func<Task> act = async () =>
        {
            await foreach (var entry in GradeEventSerializer.ReadArchiveAsync(StreamOf(Fill("LINE\nLINE"))).WithCancellation(cancellation.Token))
            {
                entry.Event.Should().NotBeNull();
                await cancellation.CancelAsync();
            }
        };

        await act.Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task The_exceptions_of_the_stream_come_through_behind_the_documents_before_them()
    {
        foreach (var packed in new[] { false, true })
        {
            foreach (var error in new Exception[] { new IOException("the network"), new InvalidDataException("not ours") })
            {
                var text = Fill("LINE\n{\"a\":");
                var read = new List<LiveEvent?>();
                Func<Task> act = async () =>
                {
                    await foreach (var entry in GradeEventSerializer.ReadArchiveAsync(new Failing(packed ? Gzip.Of(text)[..^1] : Encoding.UTF8.GetBytes(text), error)))
                    {
                        read.Add(entry.Event);
                    }
                };

                (await act.Should().ThrowAsync<Exception>()).Which.Should().BeSameAs(error);
                read.Should().Equal(s_event);
            }
        }
    }

    [Fact]
    public async Task The_stream_is_left_open()
    {
        foreach (var bytes in new[] { Encoding.UTF8.GetBytes(s_line), Gzip.Of(s_line) })
        {
            var stream = new SmallReads(bytes, 100);

            (await ReadEntry.AllOf(stream)).Should().ContainSingle();

            stream.IsDisposed.Should().BeFalse();
        }
    }

    [Fact]
    public void The_default_entry_is_nothing()
    {
        var entry = default(ArchiveEntry);

        (entry.Line, entry.Event, entry.Error, entry.Utf8Json.IsEmpty).Should().Be((0, null, null, true));
    }

    private static string Fill(string text) => text.Replace("LINE", s_line, StringComparison.Ordinal).Replace("PRETTY", s_pretty, StringComparison.Ordinal);

    private static string Huge(int length) => "{\"x\":\"" + new string('x', length - 8) + "\"}";

    private static string Input(string name) => Repository.PathOf("tests", "Instructure.GradeEvents.Tests", "Inputs", name);

    private static MemoryStream StreamOf(string text) => new(Encoding.UTF8.GetBytes(text));

    private static JsonException ErrorOf(string text)
    {
        GradeEventSerializer.TryDeserialize(text, out _, out var error).Should().BeFalse();
        return error!;
    }

    /// <summary>A text again and again, without all of it in memory.</summary>
    private sealed class Endless(byte[] text, long count) : MemoryStream
    {
        private long _rest = text.Length * count;
        private int _at;

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
            => Task.FromResult(Next(buffer.AsSpan(offset, count)));

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            => new(Next(buffer.Span));

        private int Next(Span<byte> buffer)
        {
            var length = 0;
            while (length < buffer.Length && _rest > 0)
            {
                var piece = text.AsSpan(_at, Math.Min(buffer.Length - length, text.Length - _at));
                piece.CopyTo(buffer[length..]);
                length += piece.Length;
                _rest -= piece.Length;
                _at = (_at + piece.Length) % text.Length;
            }

            return length;
        }
    }

    /// <summary>A stream that breaks behind its bytes.</summary>
    private sealed class Failing(byte[] bytes, Exception error) : MemoryStream(bytes)
    {
        public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
            => await ReadAsync(buffer.AsMemory(offset, count), cancellationToken);

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            => await base.ReadAsync(buffer, cancellationToken) is > 0 and var read ? read : throw error;
    }
}
