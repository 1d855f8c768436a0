using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Instructure.GradeEvents.Canvas;
using Instructure.GradeEvents.Tests.Support;
using Instructure.GradeEvents.Tool.Tests.Support;
using Instructure.GradeEvents.Validation;
using NJsonSchema;

namespace Instructure.GradeEvents.Tool.Tests;

/// <summary>
/// Adding a member or an event kind changes several places. When one was changed and another forgotten, these tests say which step
/// of CONTRIBUTING.md is the next.
/// </summary>
public sealed partial class ContributingTests : ToolTest
{
    private const string ApiSnapshots = "PublicApiTests.Public_types_and_members.*.verified.txt";

    private static readonly string s_contributing = File.ReadAllText(Repository.PathOf("CONTRIBUTING.md"));

    private static readonly string s_page = File.ReadAllText(Repository.PathOf("docs", "members.md"));

    /// <summary>What a record has besides the members of its object.</summary>
    private static readonly string[] s_ownProperties = ["UnknownMembers", "IsThinned", "CanvasId", "DeduplicationKey", "CanvasExtension", "MetadataIsNamedAttributes"];

    private static readonly Dictionary<string, JsonObject> s_schemas = Directory.EnumerateFiles(Repository.PathOf("schemas"))
        .ToDictionary(static file => Path.GetFileName(file)[..^".schema.json".Length], static file => JsonNode.Parse(File.ReadAllText(file))!["definitions"]!.AsObject());

    /// <summary>Files outside of the libraries that name every kind.</summary>
    private static readonly string[] s_listsOfKinds =
    [
        Repository.PathOf("tests", "Instructure.GradeEvents.Tool.Tests", "Schemas", "validate-report.schema.json"),
        Repository.PathOf("tests", "Instructure.GradeEvents.Benchmarks", "Measurements", "LinesFile.cs"),
        Repository.PathOf("tests", "Instructure.GradeEvents.Benchmarks", "ajv", "benchmark.mjs"),
    ];

    private static readonly Type[] s_types = typeof(LiveEvent).Assembly.GetExportedTypes();

    /// <summary>All that stand for an object of some type: the members of <c>Entity</c> are those of the records that it is the base of.</summary>
    public static TheoryData<string> Records()
        => [.. Facts.All.Union(s_schemas["grade-events"].Select(static definition => definition.Key).Where(static name => char.IsUpper(name[0]) && !name.StartsWith("Other", StringComparison.Ordinal)))
            .Where(static name => !name.StartsWith("Unknown", StringComparison.Ordinal) && !name.EndsWith("StreamEvent", StringComparison.Ordinal) && !IsEvent(name))];

    [Theory]
    [MemberData(nameof(Records))]
    public void A_member_is_in_all_places(string record)
    {
        var places = new Func<IReadOnlyCollection<string>>[]
        {
            () => [.. FactsOf(record).Select(static fact => PropertyOf(fact.Name))],
            () => PropertiesThatAreRead(record),
            () => InEverySchema(record),
            () => InEverySnapshot(record),
        }.Select(static place => place()).ToArray();

        foreach (var member in places.SelectMany(static place => place).Concat(PropertiesOf(record)).Concat(InSomeSchema(record)).Distinct())
        {
            var next = Array.FindIndex(places, place => !place.Contains(member)) + 1;
            if (next > 0)
            {
                Assert.Fail($"{record}.{member}: next is {Step("Adding a member", next)}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void The_schema_and_the_page_of_members_say_what_is_required(string record)
    {
        if (s_schemas["grade-events"][record] is not { } definition)
        {
            Assert.Fail($"{record}: next is {Step("Adding a member", 3)}");
            return;
        }

        var required = FactsOf(record).Where(static fact => fact.Required).Select(static fact => fact.Name).ToArray();
        (definition["required"]?.AsArray().Select(static name => name!.GetValue<string>()) ?? []).Should().BeEquivalentTo(required);
        var members = MembersOnPage(record).ToArray();
        members.Select(static member => member.Name).Should().BeEquivalentTo(FactsOf(record).Select(static fact => fact.Name));
        members.Where(static member => member.Required).Select(static member => member.Name).Should().BeEquivalentTo(required);
    }

    [Fact]
    public async Task An_event_kind_is_in_all_places()
    {
        var ofFacts = Facts.All.Where(static name => IsEvent(name)).Select(static name => name[..^"Event".Length]);
        var ofTypes = s_types.Where(static type => type.IsSubclassOf(typeof(CanvasEvent))).Select(static type => type.Name[..^"Event".Length]);
        var ofSchemas = GradeEventSchemas.Names.Where(static name => name.StartsWith("canvas-", StringComparison.Ordinal)).Select(static name => PropertyOf(name[7..].Replace('-', '_')));
        var ofDefinitions = s_schemas["grade-events"].Select(static definition => definition.Key).Where(static name => IsEvent(name)).Select(static name => name[..^"Event".Length]);
        var ofValidator = Enum.GetNames<PayloadKind>().Where(static name => !name.StartsWith("Caliper", StringComparison.Ordinal));
        var kinds = ofFacts.Concat(ofTypes).Concat(ofSchemas).Concat(ofDefinitions).Concat(ofValidator).Distinct().Where(static name => name != "Unknown" && name != "UnknownCanvas").ToArray();
        kinds.Should().HaveCountGreaterThan(2);

        var steps = new Func<string, Task<bool>>[]
        {
            static kind => Task.FromResult(IsInFacts(kind)),
            kind => Task.FromResult(IsRead(kind) && kinds.All(other => IsToldFrom(kind, other) && IsToldFrom(other, kind))),
            IsValidated,
            IsInToolAndSamples,
            static kind => Task.FromResult(IsInDocuments(kind)),
        };
        for (var step = 1; step <= steps.Length; step++)
        {
            foreach (var kind in kinds.Reverse()) // all of them: what one lacks can break a later step of another; the newest is likely the last
            {
                if (!await steps[step - 1](kind))
                {
                    Assert.Fail($"{NameOf(kind)}: next is {Step("Adding an event kind", step)}");
                }
            }
        }
    }

    // The places of a member

    private static IReadOnlyList<Fact> FactsOf(string record) => Facts.All.Contains(record) ? Facts.Of(record) : [];

    private static IEnumerable<string> PropertiesOf(string record)
        => s_types.SingleOrDefault(type => type.Name == record)?.GetProperties().Select(static property => property.Name).Except(s_ownProperties) ?? [];

    /// <summary>The properties of a record whose members don't end among the unknown ones.</summary>
    private static string[] PropertiesThatAreRead(string record)
    {
        if (s_types.SingleOrDefault(type => type.Name == record) is not { } type || FactsOf(record).Count == 0)
        {
            return [];
        }

        try
        {
            var payload = (PayloadObject)JsonSerializer.Deserialize(new PayloadMaker(random: null).Make(record).ToJsonString(), type, GradeEventSerializer.Options)!;
            return [.. PropertiesOf(record).Except(payload.UnknownMembers.Keys.Select(static name => PropertyOf(name)))];
        }
        catch (Exception error) when (IsOfReading(error))
        {
            return [];
        }
    }

    private static string[] InEverySchema(string record)
    {
        var definitions = s_schemas.Values.Select(definitions => definitions[record]).Where(static definition => definition is not null).ToArray();
        return [.. InSomeSchema(record).Where(member => definitions.All(definition => MembersOf(definition!).Contains(member)))];
    }

    private static IEnumerable<string> InSomeSchema(string record)
        => s_schemas.Values.Select(definitions => definitions[record]).Where(static definition => definition is not null).SelectMany(static definition => MembersOf(definition!)).Distinct();

    private static IEnumerable<string> MembersOf(JsonNode definition) => definition["properties"]!.AsObject().Select(static member => PropertyOf(member.Key));

    private static IEnumerable<(string Name, bool Required)> MembersOnPage(string record)
    {
        var section = s_page.Split($"### {record}\n")[1].Split("\n#")[0];
        var inherited = Inherited().Match(section);
        return (inherited.Success ? MembersOnPage(inherited.Groups["record"].Value) : [])
            .Concat(Members().Matches(section).Select(static member => (member.Groups["name"].Value, member.Groups["bold"].Success)));
    }

    private static string[] InEverySnapshot(string record)
    {
        var snapshots = Snapshots();
        return
        [
            .. PropertiesOf(record).Where(name => snapshots.All(text =>
            {
                var declared = s_types.Single(type => type.Name == record).GetProperty(name)!.DeclaringType!.Name;
                return Regex.Match(text, $@"record {declared} :.*\n    {{\n(?<lines>(        .*\n)*)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))
                    .Groups["lines"].Value.Contains($" {name} {{ get;", StringComparison.Ordinal);
            })),
        ];
    }

    // The places of an event kind

    private static bool IsInFacts(string kind) => Facts.All.Contains(kind + "Event") && Facts.All.Contains(kind + "Body") && Facts.Roots.Contains(kind + "Event");

    private static bool IsRead(string kind)
    {
        var json = Payload(kind);
        try
        {
            var liveEvent = GradeEventSerializer.Deserialize(json);
            return liveEvent.GetType().Name == kind + "Event"
                && File.ReadAllText(Repository.PathOf("src", "Instructure.GradeEvents", "LiveEvent.cs")).Contains($"<see cref=\"Canvas.{kind}Event\"/>", StringComparison.Ordinal)
                && GradeEventSerializer.Serialize(liveEvent).Length > 0
                && liveEvent.Equals(JsonSerializer.Deserialize(json, liveEvent.GetType(), GradeEventSerializer.Options))
                && liveEvent.Equals(JsonSerializer.Deserialize(json, liveEvent.GetType()))
                && JsonSerializer.Deserialize(JsonNode.Parse(json)!["body"], s_types.Single(type => type.Name == kind + "Body"), GradeEventSerializer.Options) is not null;
        }
        catch (Exception error) when (IsOfReading(error))
        {
            return false;
        }
    }

    /// <summary>Whether the body of another event, under the name of this one, is told to be the other's, unless it would do as well.</summary>
    private static bool IsToldFrom(string kind, string other)
    {
        var payload = JsonNode.Parse(Payload(other))!;
        payload["metadata"]!["event_name"] = NameOf(kind);
        return GradeEventSerializer.TryDeserialize(payload.ToJsonString(), out _, out var error) || error.Message.Contains($"looks like the one of {NameOf(other)} ", StringComparison.Ordinal);
    }

    /// <summary>What the serializer throws where a record is not in all of its tables.</summary>
    private static bool IsOfReading(Exception error) => error is JsonException or NotSupportedException or InvalidOperationException or ArgumentException;

    private static async Task<bool> IsValidated(string kind)
    {
        var schema = "canvas-" + NameOf(kind).Replace('_', '-');
        try
        {
            var report = GradeEventValidator.Default.Validate(Payload(kind));
            return report.IsValid
                && report.Kind.ToString() == kind
                && GradeEventSchemas.Names.Contains(schema)
                && s_schemas.ContainsKey(schema)
                && s_schemas["grade-events"].ContainsKey(kind + "StreamEvent")
                && await Takes(schema)
                && await Takes("grade-events");
        }
        catch (Exception error) when (error is KeyNotFoundException or InvalidOperationException or TypeInitializationException)
        {
            return false; // the schema of all lacks a definition
        }

        async Task<bool> Takes(string name)
        {
            var published = await JsonSchema.FromFileAsync(Repository.PathOf("schemas", name + ".schema.json"));
            return published.Validate(Payload(kind)).Count == 0
                && published.Validate(Payload(kind).Replace("\"metadata\":", "\"attributes\":", StringComparison.Ordinal)).Count == 0;
        }
    }

    private async Task<bool> IsInToolAndSamples(string kind)
    {
        var name = NameOf(kind);
        var sample = await Run("sample " + name);
        var validated = await Run("validate --strict", Encoding.UTF8.GetBytes(sample.Output));
        var inspected = await Run("inspect", Encoding.UTF8.GetBytes(sample.Output), columns: 200);
        var samples = Repository.SampleFiles.Select(static file => JsonNode.Parse(File.ReadAllText(file))!);
        return sample.Status == 0
            && validated.Status == 0
            && GradeEventSerializer.TryDeserialize(Encoding.UTF8.GetBytes(sample.Output), out var liveEvent, out _) && liveEvent.GetType().Name == kind + "Event"
            && Regex.IsMatch(inspected.Output, $@"\b{name}\b.*[0-9]+~?[0-9]* ", RegexOptions.None, TimeSpan.FromSeconds(1)) // of the student, or the course
            && samples.Any(payload => (payload["metadata"] ?? payload["attributes"])?["event_name"]?.GetValue<string>() == name)
            && s_listsOfKinds.All(file => Regex.IsMatch(File.ReadAllText(file), $@"\b(?<!_){name}\b", RegexOptions.None, TimeSpan.FromSeconds(1)))
            && File.ReadAllText(Repository.PathOf("samples", "ReadGradeEvents", "Sentences.cs")).Contains(kind + "Event change => ", StringComparison.Ordinal);
    }

    private static bool IsInDocuments(string kind)
        => Page("reading.md").Contains($"| `{NameOf(kind)}` | `{kind}Event` with `{kind}Body` |", StringComparison.Ordinal)
            && Page("validating.md").Contains($"| `{NameOf(kind)}` | `canvas-{NameOf(kind).Replace('_', '-')}` | `{kind}` | `{NameOf(kind)}` |", StringComparison.Ordinal)
            && Snapshots().All(text => text.Contains($"record {kind}Event ", StringComparison.Ordinal) && text.Contains($"record {kind}Body ", StringComparison.Ordinal))
            && File.ReadAllText(Repository.PathOf("CHANGELOG.md")).Contains($"`{NameOf(kind)}`", StringComparison.Ordinal);

    private static string Payload(string kind) => new PayloadMaker(random: null, asDocumented: true).Make(kind + "Event").ToJsonString();

    private static bool IsEvent(string name) => name.EndsWith("Event", StringComparison.Ordinal) && !name.EndsWith("StreamEvent", StringComparison.Ordinal) && name != "GradeEvent";

    /// <summary>The step of CONTRIBUTING.md, in its words.</summary>
    private static string Step(string heading, int number)
    {
        var section = s_contributing.Split($"## {heading}\n")[1].Split("\n#")[0];
        return $"step {number} of \"{heading}\" in CONTRIBUTING.md: {section.Split('\n').Single(line => line.StartsWith($"{number}. ", StringComparison.Ordinal))[3..]}";
    }

    private static string Page(string name) => File.ReadAllText(Repository.PathOf("docs", name));

    private static string[] Snapshots()
        => [.. Directory.EnumerateFiles(Repository.PathOf("tests", "Instructure.GradeEvents.Tests"), ApiSnapshots).Select(static file => File.ReadAllText(file).ReplaceLineEndings("\n"))];

    private static string PropertyOf(string member) => string.Concat(member.TrimStart('@').Split('_').Select(static word => char.ToUpperInvariant(word[0]) + word[1..]));

    private static string NameOf(string kind) => JsonNamingPolicy.SnakeCaseLower.ConvertName(kind);

    [GeneratedRegex(@"It has the members of \[(?<record>\w+)\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Inherited();

    [GeneratedRegex(@"^\| (?<bold>\*\*)?`(?<name>[^`]+)`", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Members();
}
