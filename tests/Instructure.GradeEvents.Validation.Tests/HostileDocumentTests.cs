using System.Text;
using Instructure.GradeEvents.Tests.Support;

namespace Instructure.GradeEvents.Validation.Tests;

/// <summary>Documents made to take much memory or time: they get their report, and take little of either.</summary>
public class HostileDocumentTests
{
    /// <summary>Larger in CI.</summary>
    private static readonly int s_size = (Mutations.AreMany ? 8 : 1) * 512 * 1024;

    /// <summary>What a report itself takes: a thousand issues with their messages, twice over.</summary>
    private const int Issues = 2 * 1024 * 1024;

    private static readonly GradeEventValidator s_validator = GradeEventValidator.Default;

    [Fact]
    public void A_valid_payload_allocates_less_than_a_kilobyte()
    {
        foreach (var payload in Repository.SampleFiles.Select(File.ReadAllBytes))
        {
            if (s_validator.Validate(payload).Issues.Count == 0)
            {
                AllocatedBy(payload).Should().BeLessThan(1024);
            }
        }
    }

    public static TheoryData<string> Documents() => [.. Hostile().Keys];

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_document_takes_at_most_twice_its_size_besides(string name)
    {
        var utf8Json = Encoding.UTF8.GetBytes(Hostile()[name]());

        AllocatedBy(utf8Json).Should().BeLessThan((2 * utf8Json.Length) + Issues);
    }

    [Fact]
    public void Names_that_collide_in_a_simple_hash_are_told_apart()
    {
        // Each pair of blocks adds up to the same in hashes that multiply and add; the names are all different.
        var names = Enumerable.Range(0, 1 << 14).Select(static bits => string.Concat(Enumerable.Range(0, 14).Select(place => (bits >> place & 1) == 0 ? "Aa" : "BB"))).ToArray();
        var json = GradeChange(string.Concat(names.Select(static name => $"\"{name}\":0,")));
        var twice = GradeChange(string.Concat(names.Append(names[77]).Select(static name => $"\"{name}\":0,")));

        s_validator.Validate(json).IsValid.Should().BeTrue();
        s_validator.Validate(twice).Issues.Should().ContainSingle(static issue => issue.Code == IssueCodes.DuplicateProperty).Which.Path.Should().Be("/body/" + names[77]);
    }

    [Theory]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(48)]
    [InlineData(49)]
    [InlineData(5000)]
    public void A_duplicate_is_found_among_any_number_of_names_however_it_is_written(int count)
    {
        var names = Enumerable.Range(0, count).Select(static i => $"name {i}").ToArray();
        foreach (var index in new[] { 0, count / 2, count - 1 })
        {
            var written = $"\"n\\u0061me {index}\":0,";
            var report = s_validator.Validate(GradeChange(string.Concat(names.Select(static name => $"\"{name}\":0,")) + written));
            var first = s_validator.Validate(GradeChange(written + string.Concat(names.Select(static name => $"\"{name}\":0,"))));

            report.Issues.Should().ContainSingle(static issue => issue.Severity == ValidationSeverity.Error).Which.Path.Should().Be($"/body/name {index}");
            first.Issues.Should().ContainSingle(static issue => issue.Severity == ValidationSeverity.Error).Which.Path.Should().Be($"/body/name {index}");
        }
    }

    [Fact]
    public void Names_of_the_object_around_are_no_duplicates()
    {
        var names = string.Join(',', Enumerable.Range(0, 40).Select(static i => $"\"name {i}\":0"));
        var report = s_validator.Validate(GradeChange($"\"name 0\":0,\"name 39\":0,\"x\":{{{names}}},\"name 1\":0,"));

        report.Issues.Should().OnlyContain(static issue => issue.Code == IssueCodes.UnknownProperty);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(2000)]
    public void The_format_is_told_by_all_members_however_many_there_are(int count)
    {
        var others = string.Concat(Enumerable.Range(0, count).Select(static i => $"\"name {i}\":0,"));
        var report = s_validator.Validate("""{"dataVersion":5,"data":[],"sensor":"x","sendTime":"x",""" + others + GradeChange(string.Empty)[1..]);

        (report.Kind, report.IsValid).Should().Be((PayloadKind.GradeChange, true));
    }

    [Fact]
    public void A_type_is_found_wherever_it_stands_also_in_nested_entities()
    {
        foreach (var filler in new[] { string.Empty, "\"x\":[1,{\"type\":\"Person\"},[{}]],", $"\"x\":\"{new string('x', 300)}\",", "\"\\u0074\":{\"a\":\"\\\"}\"}," })
        {
            var chain = Nested(40, $"{{{filler}\"isPartOf\":", "\"urn:x:y\"", ",\"id\":\"urn:x:y\",\"t\\u0079pe\":\"Attempt\"}");
            var wrong = Nested(40, $"{{{filler}\"isPartOf\":", "5", ",\"id\":\"urn:x:y\",\"type\":\"Attempt\"}");

            s_validator.Validate(Envelope(Event(chain))).Issues.Should().NotContain(static issue => issue.Code != IssueCodes.UnknownProperty);
            s_validator.Validate(Envelope(Event(wrong))).Issues.Should().ContainSingle(static issue => issue.Severity == ValidationSeverity.Error)
                .Which.Path.Should().EndWith(string.Concat(Enumerable.Repeat("/isPartOf", 40)));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("more than is gone over twice")]
    public void Of_two_types_the_first_stands_also_in_a_nested_entity(string text)
    {
        var filler = string.Concat(Enumerable.Repeat(text, 20));
        var report = s_validator.Validate(Envelope(Event($$"""{"isPartOf":{"x":["{{filler}}"],"id":"urn:x:y","type":"Attempt","type":"Person"},"id":"urn:x:y","type":"Attempt"}""")));

        var issue = report.Issues.Should().ContainSingle(static issue => issue.Severity == ValidationSeverity.Error).Which;
        (issue.Code, issue.Path).Should().Be((IssueCodes.DuplicateProperty, "/data/0/object/isPartOf/type"));
    }

    private static long AllocatedBy(byte[] utf8Json)
    {
        s_validator.Validate(utf8Json.AsSpan(..^1)); // what a thread and a kind of document need once
        s_validator.Validate(Repository.Sample("caliper-published-example.json"));
        var before = GC.GetAllocatedBytesForCurrentThread();
        s_validator.Validate(utf8Json);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static Dictionary<string, Func<string>> Hostile() => new()
    {
        ["zeros in data"] = static () => Envelope(Repeated("0,")),
        ["zeros in another member"] = static () => GradeChange($"\"x\":[{Repeated("0,")}],"),
        ["empty objects"] = static () => Envelope(Repeated("{},")),
        ["names"] = static () => GradeChange(Numbered("\"m{0}\":0,")),
        ["names nearly right"] = static () => GradeChange(Numbered("\"submission_i{0}\":0,")),
        ["escaped names"] = static () => GradeChange(Numbered("\"\\u0061{0}\":0,")),
        ["duplicates"] = static () => GradeChange(Repeated("\"a\":0,") + ","),
        ["arrays in arrays"] = static () => GradeChange($"\"x\":[{Repeated(Nested(60, "[", string.Empty, "]") + ",")}],"),
        ["objects in objects"] = static () => GradeChange($"\"x\":[{Repeated(Nested(60, "{\"a\":", "1", "}") + ",")}],"),
        ["giant text"] = static () => GradeChange($"\"assignment_name\":\"{new string('x', s_size)}\","),
        ["giant id"] = static () => GradeChange($"\"grader_id\":\"{new string('1', s_size)}\","),
        ["giant number"] = static () => GradeChange($"\"score\":1{new string('0', s_size)},"),
        ["giant IRI"] = static () => Envelope(Event($"\"urn:x:{new string('y', s_size)}\"")),
        ["giant IRI that is not plain"] = static () => Envelope(Event($"\"urn:x:{new string('é', s_size / 2)}\"")),
        ["giant duration"] = static () => Envelope(Event($$"""{"id":"urn:x:y","type":"Attempt","duration":"P{{new string('1', s_size)}}"}""")),
        ["giant duration with fractions"] = static () => Envelope(Event($$"""{"id":"urn:x:y","type":"Attempt","duration":"P{{Repeated("1.1M")}}"}""")),
        ["giant number as text"] = static () => Envelope(Event("\"urn:x:y\"").Replace("\"object\"", $$"""
            "generated":{"id":"urn:x:y","type":"Score","maxScore":{"numberStr":"1.{{new string('0', s_size)}}e"} },"object"
            """, StringComparison.Ordinal)),
        ["giant type"] = static () => Envelope($$"""{"id":"urn:x:y","type":"{{new string('t', s_size)}}"}"""),
        ["entities in entities, type last"] = static () => Envelope(Repeated(Event(Nested(58, "{\"isPartOf\":", "\"urn:x:y\"", ",\"id\":\"urn:x:y\",\"type\":\"Attempt\"}")) + ",")),
        ["entities in entities, no type"] = static () => Envelope(Event(Nested(58, "{\"isPartOf\":", $"{{\"x\":[{Repeated("0,")}]}}", ",\"id\":\"urn:x:y\"}"))),
        ["persons with an actor"] = static () => Envelope(Repeated("{\"id\":\"urn:x:y\",\"type\":\"Person\",\"actor\":1},")),
        ["entities of an envelope that is a Canvas event too"] = static () => Envelope(Repeated("{\"id\":\"urn:x:y\",\"type\":\"Person\"},")).Replace("{\"sensor\"", GradeChange(string.Empty)[..^1] + ",\"sensor\"", StringComparison.Ordinal),
        ["cut off"] = static () => "[" + Repeated("0,"),
    };

    private static string Envelope(string items) => $$"""{"sensor":"x","sendTime":"2026-01-01T00:00:00.000Z","dataVersion":"http://purl.imsglobal.org/ctx/caliper/v1p1","data":[{{items}}]}""";

    private static string Event(string @object)
        => $$"""{"object":{{@object}},"@context":"http://purl.imsglobal.org/ctx/caliper/v1p1","id":"urn:uuid:319f0132-0584-4efd-9489-4959b7101731","type":"GradeEvent","actor":"urn:x:y","action":"Graded","eventTime":"2026-01-01T00:00:00.000Z"}""";

    private static string GradeChange(string members)
        => $$"""{"metadata":{"event_name":"grade_change","event_time":"2026-01-01T00:00:00Z"},"body":{ {{members}}"submission_id":"1","assignment_id":"1","student_id":"1","user_id":"1","grading_complete":true,"muted":false} }""";

    private static string Nested(int depth, string open, string inner, string close)
        => string.Concat(Enumerable.Repeat(open, depth)) + inner + string.Concat(Enumerable.Repeat(close, depth));

    private static string Repeated(string text) => string.Concat(Enumerable.Repeat(text, s_size / text.Length)).TrimEnd(',');

    private static string Numbered(string format)
    {
        var text = new StringBuilder(s_size);
        for (var i = 0; text.Length < s_size; i++)
        {
            text.AppendFormat(System.Globalization.CultureInfo.InvariantCulture, format, i);
        }

        return text.ToString();
    }
}
