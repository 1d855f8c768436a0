using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Instructure.GradeEvents.Caliper;
using Instructure.GradeEvents.Canvas;
using Instructure.GradeEvents.Tests.Support;

namespace Instructure.GradeEvents.Tests.Gradings;

/// <summary>The key is the same for a redelivery, and another for anything else.</summary>
public partial class DeduplicationKeyTests
{
    public static TheoryData<string> Samples => Repository.SampleNames();

    public static TheoryData<string> CanvasSamples
        => [.. Repository.SampleFiles.Select(static path => Path.GetFileName(path)).Where(static name => GradeEventSerializer.Deserialize(Repository.SampleText(name)) is CanvasEvent)];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_redelivery_written_another_way_has_the_same_key(string sample)
    {
        using var json = JsonDocument.Parse(Repository.SampleText(sample));
        var key = Key(json.RootElement.GetRawText());
        key.Should().NotBeNullOrEmpty();
        for (var seed = 0; seed < 20; seed++)
        {
            var again = Redelivery.Of(json.RootElement, new(seed));
            Key(again).Should().Be(key, "of {0}", again);
        }

        var liveEvent = GradeEventSerializer.Deserialize(json.RootElement.GetRawText());
        Key(GradeEventSerializer.Serialize(liveEvent)).Should().Be(key);
    }

    [Theory]
    [MemberData(nameof(CanvasSamples))]
    public void The_key_is_the_same_when_the_body_is_not_typed(string sample)
    {
        var liveEvent = (CanvasEvent)GradeEventSerializer.Deserialize(Repository.SampleText(sample));
        using var json = JsonDocument.Parse(Repository.SampleText(sample));

        new UnknownCanvasEvent { Metadata = liveEvent.Metadata, Body = json.RootElement.GetProperty("body") }.DeduplicationKey.Should().Be(liveEvent.DeduplicationKey);
    }

    [Theory]
    [MemberData(nameof(CanvasSamples))]
    public void Any_other_value_gives_another_key_but_for_metadata_that_differ_between_deliveries(string sample)
    {
        var key = Key(Repository.SampleText(sample));
        var names = JsonNode.Parse(Repository.SampleText(sample))!["body"]!.AsObject().Select(static member => member.Key).ToList();
        foreach (var name in names)
        {
            foreach (var value in new JsonNode?[] { "7", 7.25m, "2019-01-01T00:00:00Z", true, null, new JsonArray(1) })
            {
                var json = JsonNode.Parse(Repository.SampleText(sample))!;
                var before = json["body"]![name];
                if (JsonNode.DeepEquals(before, value) || before?.ToJsonString() == value?.ToJsonString())
                {
                    continue;
                }

                json["body"]![name] = value;
                var body = JsonSerializer.SerializeToElement(json["body"]);
                var changed = new UnknownCanvasEvent { Metadata = ((CanvasEvent)GradeEventSerializer.Deserialize(Repository.SampleText(sample))).Metadata, Body = body };
                changed.DeduplicationKey.Should().NotBe(key, "of {0} {1}", name, value);
            }
        }

        Key(With(sample, "metadata", "event_time", "2001-01-01T00:00:00Z")).Should().NotBe(key);
        Key(With(sample, "metadata", "root_account_id", "12345")).Should().NotBe(key);
        Key(With(sample, "metadata", "request_id", "another")).Should().Be(key);
        Key(With(sample, "metadata", "user_agent", "another")).Should().Be(key);
        Key(With(sample, "body", "a_new_member", "x")).Should().NotBe(key);
        Key(With(sample, "body", "a_new_member", null)).Should().Be(key, "null and missing mean the same");
    }

    [Fact]
    public void Times_are_compared_as_instants_with_all_their_digits()
    {
        string KeyAt(string time, string created = "2020-01-01T00:00:00Z")
            => Key($$$"""{"metadata":{"event_name":"e","event_time":"{{{time}}}"},"body":{"created_at":"{{{created}}}"}}""");
        var key = KeyAt("2026-03-02T14:05:09.120Z");

        KeyAt("2026-03-02T14:05:09.12Z").Should().Be(key);
        KeyAt("2026-03-02T15:05:09.1200000000+01:00").Should().Be(key);
        KeyAt("2026-03-02T14:05:09.121Z").Should().NotBe(key);
        KeyAt("2026-03-02T14:05:09.12000001Z").Should().NotBe(key);
        KeyAt("2026-03-02T14:05:09.120Z", "2020-01-01T01:00:00.000+01:00").Should().Be(key);
        KeyAt("2026-03-02T14:05:09.120Z", "2020-01-01T00:00:00.00000001Z").Should().NotBe(key);
        KeyAt("2026-03-02T14:05:09.120Z", "2020-01-01").Should().NotBe(KeyAt("2026-03-02T14:05:09.120Z", "2020-01-01T00:00:00Z"));
    }

    [Fact]
    public void The_key_of_a_Caliper_event_is_its_id_with_and_without_envelope()
    {
        var envelope = (CaliperEnvelope)GradeEventSerializer.Deserialize(Repository.SampleText("caliper-published-example.json"));
        var graded = (GradeEvent)envelope.Data[0];

        graded.DeduplicationKey.Should().Be("urn:uuid:319f0132-0584-4efd-9489-4959b7101731");
        envelope.DeduplicationKey.Should().Be(graded.DeduplicationKey);
        (envelope with { SendTime = envelope.SendTime.AddMinutes(1) }).DeduplicationKey.Should().Be(graded.DeduplicationKey);
    }

    [Fact]
    public void The_key_of_an_envelope_of_several_is_that_of_its_items_in_their_order()
    {
        var envelope = (CaliperEnvelope)GradeEventSerializer.Deserialize(Repository.SampleText("caliper-published-example.json"));
        var graded = (GradeEvent)envelope.Data[0];
        var second = graded with { Id = Iri.Parse("urn:uuid:319f0132-0584-4efd-9489-4959b7101732") };
        using var json = JsonDocument.Parse("""{"type":"ViewEvent","score":1.50,"empty":null}""");
        var withoutId = new UnknownCaliperEvent(json.RootElement);
        string KeyOf(params ICaliperItem[] items) => (envelope with { Data = items }).DeduplicationKey;

        KeyOf(graded, second).Should().Be(Sha256("caliper-1:", $"""["{graded.Id}","{second.Id}"]"""));
        KeyOf(second, graded).Should().NotBe(KeyOf(graded, second));
        (envelope with { Data = [graded, second], SendTime = default }).DeduplicationKey.Should().Be(KeyOf(graded, second));
        KeyOf(graded, withoutId).Should().Be(Sha256("caliper-1:", $$"""["{{graded.Id}}",{"score":15e-1,"type":"ViewEvent"}]"""));
        KeyOf(withoutId).Should().Be(withoutId.DeduplicationKey).And.Be(Sha256("caliper-1:", """[{"score":15e-1,"type":"ViewEvent"}]"""));
        KeyOf(new Person { Id = graded.Id }).Should().Be(Sha256("caliper-1:", $$"""[{"id":"{{graded.Id}}","type":"Person"}]"""), "the id of an entity doesn't tell what is said of it");
        KeyOf().Should().Be(Sha256("caliper-1:", "[]"));
    }

    [Fact]
    public void An_event_as_deep_as_one_can_be_has_a_key()
    {
        foreach (var json in new[] { """{"@context":"http://purl.imsglobal.org/ctx/caliper/v1p1","type":"ViewEvent","deep":DEEP}""", """{"metadata":{"event_name":"e","event_time":"2026-01-01T00:00:00Z"},"body":DEEP}""" })
        {
            Key(json.Replace("DEEP", new string('[', 63) + new string(']', 63), StringComparison.Ordinal)).Should().Contain("-1:");
        }
    }

    [Fact]
    public void A_number_takes_no_longer_than_its_length()
    {
        var digits = new string('9', 1_000_000);
        string KeyOf(string number) => Key($$$"""{"metadata":{"event_name":"e","event_time":"2026-01-01T00:00:00Z"},"body":{"a":{{{number}}}}}""");

        KeyOf($"1e{digits}").Should().Be(KeyOf($"0.1e1{new string('0', digits.Length)}")).And.NotBe(KeyOf($"1e-{digits}"));
        KeyOf($"{digits}e-{digits}").Should().NotBe(KeyOf($"{digits}e{digits}"));
    }

    [Fact]
    public void An_event_that_cannot_be_written_has_no_key()
    {
        var change = (GradeChangeEvent)GradeEventSerializer.Deserialize(Repository.SampleText("grade-change-by-teacher.json"));
        var key = () => (change with { Body = change.Body with { SubmissionId = default } }).DeduplicationKey;

        key.Should().Throw<InvalidOperationException>();
        ((Func<string>)(() => With("\ud83d", 1).DeduplicationKey)).Should().Throw<InvalidOperationException>().WithMessage("*surrogate*");
        change.DeduplicationKey.Should().StartWith("canvas-1:", "the memory of the thread is usable after an exception");
    }

    [Fact]
    public void The_worked_examples_of_the_documentation_are_right()
    {
        var examples = Examples().Matches(File.ReadAllText(Repository.PathOf("docs", "deduplication-key.md")));

        examples.Should().HaveCount(3);
        foreach (Match example in examples)
        {
            var (json, canonical, key) = (example.Groups["json"].Value, example.Groups["canonical"].Value, example.Groups["key"].Value);
            Key(json).Should().Be(key, "of {0}", json);
            Sha256(key[..(key.IndexOf("-1:", StringComparison.Ordinal) + 3)], canonical).Should().Be(key);
        }
    }

    /// <summary>The steps of the documentation, done in the plainest way.</summary>
    [Fact]
    public void Any_body_has_the_key_that_the_documented_steps_give()
        => Prop.ForAll(ArbMap.Default.ArbFor<int>(), static seed =>
        {
            var body = RandomJson(new(seed), depth: 0);
            var json = $$"""{"metadata":{"event_name":"any","event_time":"2026-03-02T14:05:09.120Z","root_account_id":7},"body":{{body}}}""";
            using var document = JsonDocument.Parse(body);
            var expected = Sha256("canvas-1:", $"""["any","2026-03-02T14:05:09.12Z","7",{Canonical(document.RootElement, isId: false)}]""");
            return (Key(json) == expected && Key(Redelivery.Of(JsonDocument.Parse(json).RootElement, new(seed))) == expected).Label(body);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Mutations.AreMany ? 5000 : 500));

    [Theory]
    [InlineData("2026-03-02T14:05:09.123456789Z", "2026-03-02T14:05:09.123456789Z")]
    [InlineData("2026-03-02T15:05:09.1234567000+01:00", "2026-03-02T14:05:09.1234567Z")]
    [InlineData("2026-03-02T14:05:09.1Z", "2026-03-02T14:05:09.1Z")]
    public void The_time_of_an_event_is_in_its_key_with_all_its_digits(string time, string canonical)
    {
        var sample = JsonNode.Parse(Repository.Sample("grade-change-by-teacher.json"))!;
        sample["metadata"]!["event_time"] = time;
        var other = sample.DeepClone();
        other["metadata"]!["event_time"] = canonical;

        Key($$$"""{"metadata":{"event_name":"any","event_time":"{{{time}}}"},"body":{}}""").Should().Be(Sha256("canvas-1:", $$"""["any","{{canonical}}",null,{}]"""));
        Key(sample.ToJsonString()).Should().Be(Key(other.ToJsonString()));
        other["metadata"]!["event_time"] = canonical.Replace("Z", "1Z", StringComparison.Ordinal);
        Key(sample.ToJsonString()).Should().NotBe(Key(other.ToJsonString()));
    }

    /// <summary>The hard cases of those steps, which a random body seldom has.</summary>
    [Theory]
    [InlineData("\"\\u000f\\u0010\\u001f \\u0080\\u07ff\\u0800\"", "\"\\u000f\\u0010\\u001f \u0080\u07ff\u0800\"")]
    [InlineData("1e000000000000000000000", "1")]
    [InlineData("1e-000000000000000000000", "1")]
    [InlineData("10e000000000000000000004", "1e5")]
    [InlineData("100e9999999999999999", "1e10000000000000001")]
    [InlineData("100e99999999999999999", "1e100000000000000001")]
    [InlineData("0.01e-99999999999999999", "1e-100000000000000001")]
    [InlineData("100e-100000000000000001", "1e-99999999999999999")]
    [InlineData("-0.0e5", "0")]
    [InlineData("00.5", null)]
    [InlineData("{\"b\":1,\"a\":{},\"\\u0061b\":[]}", "{\"a\":{},\"ab\":[],\"b\":1}")]
    public void A_value_has_the_documented_form(string json, string? canonical)
    {
        var key = () => Key($$$"""{"metadata":{"event_name":"any","event_time":"2026-03-02T14:05:09Z"},"body":{"v":{{{json}}}}}""");

        if (canonical is null)
        {
            key.Should().Throw<JsonException>();
            return;
        }

        key().Should().Be(Sha256("canvas-1:", $$$"""["any","2026-03-02T14:05:09Z",null,{"v":{{{canonical}}}}]"""));
    }

    /// <summary>The bodies that have records are not written as JSON to be made canonical.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("A-")]
    [InlineData("Zoë 学 😀")]
    [InlineData("say \"A\\B\"\n")]
    [InlineData("2026-03-02T15:05:10.50+01:00")]
    [InlineData("2026-03-02 or later")]
    [InlineData("2026-03-02Tomorrow and later")]
    [InlineData("\u0000\u0010\u001f\u0020\u007f\u0080\u07ff\u0800\uffff")]
    public void Any_text_of_a_typed_body_gives_the_same_key_as_its_json(string text)
        => KeyOfJson(With(text, 12.50m)).Should().Be(With(text, 12.50m).DeduplicationKey);

    [Fact]
    public void Any_value_of_a_typed_body_gives_the_same_key_as_its_json()
        => Prop.ForAll(ArbMap.Default.ArbFor<UnicodeString>(), ArbMap.Default.ArbFor<decimal>(), static (text, score) =>
        {
            // Half of a surrogate pair can't be written, and has no key.
            var change = With(string.Concat(text.Get.Where(static c => !char.IsSurrogate(c))), score);
            return (KeyOfJson(change) == change.DeduplicationKey).Label($"{text} {score}");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Mutations.AreMany ? 5000 : 500));

    [Fact]
    public void Distinct_events_have_distinct_keys()
    {
        var change = (GradeChangeEvent)GradeEventSerializer.Deserialize(Repository.SampleText("grade-change-by-teacher.json"));
        var count = Mutations.AreMany ? 1_000_000 : 20_000;
        var keys = new HashSet<string>(count, StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            keys.Add((change with { Body = change.Body with { Score = i % 1000, SubmissionId = new(i / 1000) } }).DeduplicationKey);
        }

        keys.Should().HaveCount(count);
    }

    [Fact]
    public void A_key_costs_little_memory()
    {
        // Code that is not optimized allocates more: that of a debug build, and what the JIT has not got to, so the least of many counts.
#if LIBRARY_NETSTANDARD
        const int Most = 20_000;
#elif DEBUG
        const int Most = 1_000;
#else
        const int Most = 600;
#endif
        var change = GradeEventSerializer.Deserialize(Repository.SampleText("grade-change-by-teacher.json"));
        var least = long.MaxValue;
        for (var i = 0; i < 20_000 && least > Most; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            _ = change.DeduplicationKey;
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        least.Should().BeLessThanOrEqualTo(Most);
    }

    [GeneratedRegex("```json\n(?<json>.*)\n```\n\n```text\n(?<canonical>.*)\n(?<key>.*)\n```", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Examples();

    private static GradeChangeEvent With(string text, decimal score)
    {
        var change = (GradeChangeEvent)GradeEventSerializer.Deserialize(Repository.SampleText("grade-change-by-teacher.json"));
        return change with { Body = change.Body with { AssignmentName = text, Grade = text, StudentSisId = text, Score = score, GraderId = null, Muted = score > 0 } };
    }

    private static string KeyOfJson(GradeChangeEvent change)
    {
        using var json = JsonDocument.Parse(GradeEventSerializer.Serialize(change));
        return new UnknownCanvasEvent { Metadata = change.Metadata, Body = json.RootElement.GetProperty("body") }.DeduplicationKey;
    }

    private static string Key(string json) => GradeEventSerializer.Deserialize(json).DeduplicationKey;

    private static string With(string sample, string part, string name, JsonNode? value)
    {
        var json = JsonNode.Parse(Repository.SampleText(sample))!;
        (json[part] ?? json["attributes"])![name] = value;
        return json.ToJsonString();
    }

    private static string Sha256(string prefix, string canonical) => prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));

    private static string Canonical(JsonElement json, bool isId) => json.ValueKind switch
    {
        JsonValueKind.Object => "{" + string.Join(',', json.EnumerateObject()
            .Select(static member => (member.Name, Value: Canonical(member.Value, member.Name.EndsWith("_id", StringComparison.Ordinal))))
            .Where(static member => member.Value != "null")
            .OrderBy(static member => Encoding.UTF8.GetBytes(member.Name), Comparer<byte[]>.Create(static (one, other) => one.AsSpan().SequenceCompareTo(other)))
            .Select(static member => Quote(member.Name) + ":" + member.Value)) + "}",
        JsonValueKind.Array => "[" + string.Join(',', json.EnumerateArray().Select(static item => Canonical(item, isId: false))) + "]",
        JsonValueKind.String when isId && json.GetString()!.Length == 0 => "null",
        JsonValueKind.String when IsTime(json.GetString()!, out var time) => Quote(time),
        JsonValueKind.String => Quote(json.GetString()!),
        JsonValueKind.Number when isId && json.GetRawText().All(static c => char.IsAsciiDigit(c) || c == '-') => Quote(json.GetRawText() == "-0" ? "0" : json.GetRawText()),
        JsonValueKind.Number => Number(json.GetRawText()),
        _ => json.GetRawText(),
    };

    private static bool IsTime(string text, out string time)
    {
        var isTime = DateTimeOffset.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var value) && text[10] == 'T' && (text[^1] == 'Z' || text[^6] is '+' or '-');
        time = value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
        return isTime;
    }

    private static string Number(string number)
    {
        var parts = number.TrimStart('-').Split('e', 'E');
        var mantissa = parts[0].Split('.');
        var exponent = (parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0) - (mantissa.Length > 1 ? mantissa[1].Length : 0);
        var digits = string.Concat(mantissa).TrimStart('0');
        exponent += digits.Length - digits.TrimEnd('0').Length;
        digits = digits.TrimEnd('0');
        return digits.Length == 0 ? "0" : (number[0] == '-' ? "-" : null) + digits + (exponent == 0 ? null : "e" + exponent.ToString(CultureInfo.InvariantCulture));
    }

    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            quoted.Append(c is '"' or '\\' ? "\\" + c : c < ' ' ? $"\\u{(int)c:x4}" : c.ToString());
        }

        return quoted.Append('"').ToString();
    }

    private static string RandomJson(Random random, int depth) => random.Next(depth > 3 ? 8 : 11) switch
    {
        0 => "null",
        1 => "true",
        2 => random.Next(-1000, 1000).ToString(CultureInfo.InvariantCulture),
        3 => (random.Next(-100000, 100000) / 1000m).ToString(CultureInfo.InvariantCulture),
        4 => $"{random.Next(10)}.{random.Next(100)}{(random.Next(2) == 0 ? "e" : "E")}{random.Next(-40, 40)}",
        5 => Quote("2026-0" + random.Next(1, 10) + "-01T00:00:0" + random.Next(10) + (random.Next(2) == 0 ? ".0" + random.Next(100) + "0" : null) + (random.Next(2) == 0 ? "Z" : "+05:30")),
        6 => Quote(random.Next(2) == 0 ? string.Empty : "21070000000000" + random.Next(100)),
        7 => Quote(string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => "aé€😀\n\"\\\u0001\u007f\u2028/"[random.Next(10)] is var c && char.IsSurrogate(c) ? "😀" : c.ToString()))),
        8 => "[" + string.Join(',', Enumerable.Range(0, random.Next(4)).Select(_ => RandomJson(random, depth + 1))) + "]",
        _ => "{" + string.Join(',', Enumerable.Range(0, random.Next(6))
            .Select(i => Quote(random.Next(3) switch { 0 => $"x{i}_id", 1 => $"\"é{9 - i}\n", _ => $"ab{9 - i}" }))
            .Distinct(StringComparer.Ordinal)
            .Select(name => name + ":" + RandomJson(random, depth + 1))) + "}",
    };
}
