using System.Text.Json.Nodes;
using Instructure.GradeEvents.Tests.Support;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace Instructure.GradeEvents.Validation.Tests;

/// <summary>The schema files as other teams use them: each by itself, in a validator of their own.</summary>
public class SchemaFilesTests
{
    /// <summary>Words that say something about a schema, and decide nothing.</summary>
    private static readonly string[] s_annotations = ["$schema", "$id", "title", "description", "examples", "definitions"];

    /// <summary>For each keyword a schema, what it takes, and what it doesn't: NJsonSchema must tell them apart.</summary>
    private static readonly Dictionary<string, (string Schema, string Right, string Wrong)> s_keywords = new()
    {
        ["$ref"] = ("""{"definitions":{"a":{"type":"string"}},"allOf":[{"$ref":"#/definitions/a"}]}""", "\"x\"", "5"),
        ["allOf"] = ("""{"allOf":[{"type":"string"},{"pattern":"^a"}]}""", "\"a\"", "\"b\""),
        ["anyOf"] = ("""{"anyOf":[{"type":"string"},{"type":"null"}]}""", "null", "5"),
        ["not"] = ("""{"properties":{"a":{"not":{}}}}""", "{}", """{"a":1}"""),
        ["type"] = ("""{"type":["string","null"]}""", "null", "5"),
        ["enum"] = ("""{"type":"string","enum":["a"]}""", "\"a\"", "\"b\""),
        ["pattern"] = ("""{"pattern":"^[a-z]+$(?!\\n)"}""", "\"a\"", "\"a\\n\""),
        ["required"] = ("""{"type":"object","required":["a"]}""", """{"a":null}""", "{}"),
        ["properties"] = ("""{"type":"object","properties":{"a":{"type":"string"}}}""", """{"a":"x"}""", """{"a":5}"""),
        ["additionalProperties"] = ("""{"type":"object","properties":{"a":{}},"additionalProperties":false}""", """{"a":5}""", """{"b":5}"""),
        ["items"] = ("""{"type":"array","items":[{"type":"string"},{"type":"number"}],"minItems":2,"maxItems":2}""", """["a",5]""", """[5,"a"]"""),
        ["minItems"] = ("""{"type":"array","minItems":1}""", "[5]", "[]"),
        ["maxItems"] = ("""{"type":"array","maxItems":1}""", "[5]", "[5,5]"),
        ["minimum"] = ("""{"type":"number","minimum":-1e22}""", "-1e22", "-1e23"),
        ["maximum"] = ("""{"type":"integer","maximum":2147483647}""", "2147483647", "2147483648"),
    };

    /// <summary>The records of the facts, and the definition of the object that stands for each.</summary>
    public static TheoryData<string> Records => [.. Facts.All.Where(static name => !name.StartsWith("Unknown", StringComparison.Ordinal))];

    public static TheoryData<string> Names()
    {
        var data = new TheoryData<string>();
        foreach (var name in GradeEventSchemas.Names)
        {
            data.Add(name);
        }

        return data;
    }

    [Fact]
    public void All_files_are_embedded_and_there_are_no_others()
        => Directory.EnumerateFiles(Repository.PathOf("schemas")).Select(Path.GetFileName)
            .Should().BeEquivalentTo(GradeEventSchemas.Names.Select(static name => name + ".schema.json"));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_embedded_file_is_the_file_byte_for_byte(string name)
    {
        using var stream = GradeEventSchemas.Open(name);
        using var embedded = new MemoryStream();
        stream.CopyTo(embedded);

        embedded.ToArray().Should().Equal(File.ReadAllBytes(FileOf(name)));
    }

    [Fact]
    public void A_name_that_there_is_not_is_refused()
    {
        var open = () => GradeEventSchemas.Open("grade-event");

        open.Should().Throw<ArgumentException>().WithMessage("There is no schema \"grade-event\"; there are caliper-envelope, *grade-events*");
        FluentActions.Invoking(() => GradeEventSchemas.Open(null!)).Should().Throw<ArgumentNullException>();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_file_is_draft_07_and_names_itself_without_a_host(string name)
    {
        var schema = Read(name);

        schema["$schema"]!.GetValue<string>().Should().Be("http://json-schema.org/draft-07/schema#");
        schema["$id"]!.GetValue<string>().Should().Be("urn:instructure-gradeevents:schema:" + name);
        schema["title"]!.GetValue<string>().Should().NotBeEmpty();
        schema["description"]!.GetValue<string>().Should().EndWith(".");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_file_uses_no_keyword_that_NJsonSchema_ignores(string name)
    {
        var used = Schemas(Read(name)).SelectMany(static schema => schema.Select(static keyword => keyword.Key)).Distinct();

        used.Except(s_annotations).Should().BeSubsetOf(s_keywords.Keys, "of others nobody has seen that all validators read them alike");
    }

    [Fact]
    public async Task NJsonSchema_honours_every_keyword_that_the_files_use()
    {
        foreach (var (keyword, (schemaText, right, wrong)) in s_keywords)
        {
            var schema = await JsonSchema.FromJsonAsync(schemaText);
            schema.Validate(JToken.Parse(right)).Should().BeEmpty("{0} takes {1}", keyword, right);
            schema.Validate(JToken.Parse(wrong)).Should().NotBeEmpty("{0} refuses {1}", keyword, wrong);
        }
    }

    [Fact]
    public async Task What_NJsonSchema_ignores_is_seen_by_the_test_above()
    {
        var schema = await JsonSchema.FromJsonAsync("""{"const":"a"}""");

        schema.Validate(JToken.Parse("\"b\"")).Should().BeEmpty("so it must not be used");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_file_is_complete_in_itself_and_has_nothing_that_it_does_not_use(string name)
    {
        var schema = Read(name);
        var references = Schemas(schema).Where(static part => part.ContainsKey("$ref")).ToArray();

        references.Should().OnlyContain(static part => part.Count == 1, "draft-07 ignores what stands beside a reference");
        references.Select(static part => part["$ref"]!.GetValue<string>()).Distinct()
            .Should().BeEquivalentTo(schema["definitions"]!.AsObject().Select(static definition => "#/definitions/" + definition.Key));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_definition_and_member_has_a_title_and_a_description_with_its_source(string name)
    {
        var schema = Read(name);
        var described = schema["definitions"]!.AsObject()
            .Concat(Schemas(schema).Where(static part => part.ContainsKey("properties")).SelectMany(static part => part["properties"]!.AsObject())).ToArray();

        described.Should().HaveCountGreaterThan(30);
        foreach (var (key, value) in described)
        {
            value!["title"]!.GetValue<string>().Should().MatchRegex("^\\S.*[^.]$", "of {0}", key);
            value["description"]!.GetValue<string>().Should().MatchRegex("^[^ ].*\\.$", "of {0}", key).And.MatchRegex("Source: |list in Caliper 1\\.1", "of {0}", key).And.NotContain("  ").And.NotContain("@)");
        }
    }

    [Fact]
    public void What_two_files_define_is_the_same_in_both()
    {
        var definitions = new Dictionary<string, string>();
        var shared = 0;
        foreach (var (key, value) in GradeEventSchemas.Names.SelectMany(static name => Read(name)["definitions"]!.AsObject()))
        {
            var text = value!.ToJsonString();
            if (!definitions.TryAdd(key, text))
            {
                shared++;
                text.Should().Be(definitions[key], "{0} is in more than one file", key);
            }
        }

        shared.Should().BeGreaterThan(100);
        Read("grade-events")["definitions"]!.AsObject().Select(static definition => definition.Key).Should().BeEquivalentTo(definitions.Keys, "it has all, and the validator uses only it");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Patterns_mean_the_same_everywhere(string name)
    {
        foreach (var pattern in Schemas(Read(name)).Select(static part => part["pattern"]?.GetValue<string>()).Where(static pattern => pattern is not null))
        {
            if (pattern != "Event$(?!\\n)")
            {
                pattern.Should().StartWith("^");
            }

            // Not before a final newline, where .NET and Python take $ too.
            pattern.Should().EndWith("$(?!\\n)");

            // Classes that are Unicode in one and ASCII in another; escapes that ECMAScript refuses in its Unicode mode; what one of them doesn't know.
            pattern.Should().NotMatchRegex(@"\\[dDwWsSbBpPAzZGkQE]|\\[-'""#/&~@!%:;,<>=_]|\(\?<|\(\?[imsx#>]|\[\^?\]|\[\[", "{0} is read alike by all", pattern);
            pattern!.Split('\\').Skip(1).Select(static rest => rest[..1]).Should().BeSubsetOf([".", "+", "n", "u"]);
        }
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void A_definition_and_its_record_agree(string record)
    {
        var facts = Facts.Of(record);
        var definition = Read("grade-events")["definitions"]![record]!.AsObject();
        var properties = definition["properties"]!.AsObject();

        definition["type"]!.GetValue<string>().Should().Be("object");
        properties.Select(static property => property.Key).Should().BeEquivalentTo(facts.Select(static fact => fact.Name));
        definition["required"]!.AsArray().Select(static name => name!.GetValue<string>()).Should().BeEquivalentTo(facts.Where(static fact => fact.Required).Select(static fact => fact.Name));
        foreach (var fact in facts)
        {
            TypesOf(properties[fact.Name]!.AsObject()).Order(StringComparer.Ordinal).Should().Equal(TypesOf(fact).Distinct().Order(StringComparer.Ordinal), "of {0}.{1}", record, fact.Name);
        }
    }

    [Fact]
    public void What_the_schemas_know_the_records_have()
    {
        // The tests of the library hold the facts and the records together; this holds the names of the definitions to the types.
        var types = typeof(LiveEvent).Assembly.GetExportedTypes().Select(static type => type.Name).ToHashSet(StringComparer.Ordinal);
        var definitions = Read("grade-events")["definitions"]!.AsObject().Select(static definition => definition.Key)
            .Where(static name => char.IsUpper(name[0]) && !name.EndsWith("StreamEvent", StringComparison.Ordinal) && !name.StartsWith("Other", StringComparison.Ordinal));

        definitions.Should().OnlyContain(name => types.Contains(name)).And.HaveCountGreaterThan(25);
    }

    private static string FileOf(string name) => Repository.PathOf("schemas", name + ".schema.json");

    private static JsonObject Read(string name) => JsonNode.Parse(File.ReadAllText(FileOf(name)))!.AsObject();

    /// <summary>All schemas inside of a schema, itself included.</summary>
    private static IEnumerable<JsonObject> Schemas(JsonObject schema)
    {
        yield return schema;
        foreach (var (keyword, value) in schema)
        {
            var inner = (keyword, value) switch
            {
                ("properties" or "definitions", JsonObject members) => members.Select(static member => member.Value),
                ("not" or "items", JsonObject one) => [one],
                ("anyOf" or "allOf" or "items", JsonArray many) => many,
                _ => [],
            };
            foreach (var part in inner.SelectMany(static part => Schemas(part!.AsObject())))
            {
                yield return part;
            }
        }
    }

    /// <summary>The JSON types that a member can have by the schema.</summary>
    private static IEnumerable<string> TypesOf(JsonObject schema)
    {
        if (schema["$ref"] is { } reference)
        {
            return TypesOf(Read("grade-events")["definitions"]![reference.GetValue<string>()["#/definitions/".Length..]]!.AsObject());
        }

        if (schema["anyOf"] is JsonArray any)
        {
            return any.SelectMany(static part => TypesOf(part!.AsObject())).Distinct();
        }

        if (schema["allOf"] is JsonArray all)
        {
            return TypesOf(all[0]!.AsObject());
        }

        return schema["type"] is JsonArray types ? types.Select(static type => type!.GetValue<string>()) : [schema["type"]!.GetValue<string>()];
    }

    /// <summary>The JSON types that a member can have by the facts.</summary>
    private static IEnumerable<string> TypesOf(Fact fact)
    {
        IEnumerable<string> types = fact.Kind switch
        {
            "integer" or "number" or "boolean" => [fact.Kind],
            "score" => ["number", "object"],
            "context" => ["string", "array"],
            "item" => ["object"],
            "text" or "type" or "iri" or "appid" or "ctime" or "ntime" or "id" or "eventname" => ["string"],
            _ when fact.Kind.StartsWith("list:", StringComparison.Ordinal) => ["array"],
            _ when Facts.TypesAt(fact.Kind).Count > 0 => ["string", "object"],
            _ => ["object"],
        };
        return fact.Required ? types : types.Append("null");
    }
}
