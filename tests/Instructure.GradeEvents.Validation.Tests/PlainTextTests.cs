using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Instructure.GradeEvents.Tests.Support;

namespace Instructure.GradeEvents.Validation.Tests;

/// <summary>Texts that are told to be right without their pattern are right by it: each has the verdict of the schema.</summary>
public class PlainTextTests
{
    private static readonly string[] s_pieces =
    [
        "urn:", "http:", "https:", "//", "uuid:", "319f0132-0584-4efd-9489-4959b7101731", "319F0132-0584-4efd-9489-4959b7101731", "instructure:canvas:user:", "example.org", "?a=b&c[]=%20", "#", "!$'()*,;@", "{}|\\\\^`", "<", ">", " ", "é", "\u00a0",
        "0", "1", "9", "21070000000011086", "9223372036854775807", "9223372036854775808", "999999999999999999", "-", "+", ".", ":", "T", "Z", "z",
        "2026-01-28", "2024-02-29", "2023-02-29", "2026-04-31", "0999-01-01", "3000-12-28", "2026-13-01", "T00:00:00", "T23:59:59", "T24:00:00", "T00:60:00", ".000", ".1", ".123456789", ".1234567890",
    ];

    /// <summary>A member for each pattern that has a plain form, and the definition that it has.</summary>
    public static TheoryData<string, string> Members() => new()
    {
        { "submission_id", "canvasId" }, { "event_time", "canvasTime" }, { "sendTime", "caliperTime" }, { "actor", "iri" }, { "id", "eventId" },
    };

    [Theory]
    [MemberData(nameof(Members))]
    public void A_text_is_right_when_its_pattern_says_so(string member, string definition)
    {
        var expression = PatternOf(definition);
        var count = Mutations.AreMany ? 3000 : 500;
        var right = 0;

        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var text = TextOf(new(seed), definition);
            var isRight = expression.IsMatch(text);
            right += isRight ? 1 : 0;
            var issues = GradeEventValidator.Default.Validate(With(member, text)).Issues;
            return (isRight == issues.All(static issue => issue.Code != IssueCodes.Pattern)).Label($"{definition} {text}");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(count));

        right.Should().BeInRange(count / 40, count - (count / 40), "some are right and some are wrong");
    }

    [Theory]
    [InlineData("submission_id", "canvasId", "123456789012345678")]
    [InlineData("event_time", "canvasTime", "2026-01-28T10:20:30Z")]
    [InlineData("event_time", "canvasTime", "2026-01-28T10:20:30.123Z")]
    [InlineData("sendTime", "caliperTime", "2026-01-28T10:20:30.123Z")]
    [InlineData("actor", "iri", "https://a.b/~")]
    [InlineData("actor", "iri", "http:x")]
    [InlineData("actor", "iri", "urn:a:b")]
    [InlineData("id", "eventId", "urn:uuid:0f9a0132-0584-4efd-9489-4959b7101731")]
    public void A_text_with_a_character_or_number_changed_is_right_when_its_pattern_says_so(string member, string definition, string text)
    {
        var expression = PatternOf(definition);
        var around = With(member, "TEXT");
        var right = 0;
        var texts = new List<string> { text, text[1..], text[..^1], text + "0", text.Replace('-', '_'), string.Concat(text.Select(static c => char.IsDigit(c) ? '9' : c)) };
        for (var at = 0; at < text.Length; at++)
        {
            texts.AddRange(Enumerable.Range(' ', '~' - ' ' + 1).Select(static c => (char)c).Where(static c => c is not ('"' or '\\')).Select(c => text[..at] + c + text[(at + 1)..]));
            if (at + 1 < text.Length && char.IsDigit(text[at]) && char.IsDigit(text[at + 1]))
            {
                texts.AddRange(Enumerable.Range(0, 100).Select(number => text[..at] + number.ToString("00", System.Globalization.CultureInfo.InvariantCulture) + text[(at + 2)..]));
            }
        }

        foreach (var each in texts)
        {
            var isRight = expression.IsMatch(each);
            right += isRight ? 1 : 0;
            GradeEventValidator.Default.Validate(around.Replace("TEXT", each, StringComparison.Ordinal)).Issues.All(static issue => issue.Code != IssueCodes.Pattern).Should().Be(isRight, "of {0}", each);
        }

        right.Should().BeInRange(1, texts.Count - 1);
    }

    private static Regex PatternOf(string definition)
    {
        var pattern = System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(Repository.PathOf("schemas", "grade-events.schema.json")))!["definitions"]![definition]!["pattern"]!.GetValue<string>();
        return new Regex(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(10));
    }

    private static string TextOf(Random random, string definition)
    {
        var text = definition switch
        {
            "canvasId" => random.NextInt64().ToString(System.Globalization.CultureInfo.InvariantCulture)[..random.Next(1, 18)],
            "eventId" => $"urn:uuid:{new Guid(random.Next(), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)}",
            "iri" => "urn:" + s_pieces[random.Next(s_pieces.Length)] + s_pieces[random.Next(s_pieces.Length)],
            _ => new DateTime(random.NextInt64(DateTime.MaxValue.Ticks)).ToString(random.Next(3) > 0 ? "yyyy-MM-dd'T'HH:mm:ss.fff'Z'" : "yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture),
        };
        switch (random.Next(5))
        {
            case 0:
                return string.Concat(Enumerable.Range(0, random.Next(1, 5)).Select(_ => s_pieces[random.Next(s_pieces.Length)]));
            case 1:
                return text.Insert(random.Next(text.Length + 1), s_pieces[random.Next(s_pieces.Length)]);
            case 2:
                return text.Remove(random.Next(text.Length), 1);
            case 3:
                var at = random.Next(text.Length);
                return text[..at] + (char)random.Next(0x20, 0x7F) + text[(at + 1)..];
            default:
                return text;
        }
    }

    private static string With(string member, string text)
    {
        var payload = System.Text.Json.Nodes.JsonNode.Parse(Repository.SampleText(member is "submission_id" or "event_time" ? "grade-change-compact.json" : "caliper-published-example.json"))!;
        var owner = member switch
        {
            "submission_id" => payload["body"]!,
            "event_time" => payload["metadata"]!,
            "sendTime" => payload,
            _ => payload["data"]![0]!,
        };
        owner[member] = text;
        return payload.ToJsonString();
    }
}
