using System.Text.Json.Nodes;
using Instructure.GradeEvents.SchemaCompiler.Tests.Support;

namespace Instructure.GradeEvents.SchemaCompiler.Tests;

/// <summary>What <c>extends</c> means.</summary>
public sealed class ExtendsTests : CompilerTest
{
    private const string Base = """
        {
          "title": "Base",
          "description": "What all have.",
          "type": "object",
          "required": ["type", "id"],
          "properties": {
            "type": { "title": "Type", "description": "What it is.", "type": "string" },
            "id": { "title": "Id", "description": "Which it is.", "allOf": [{ "$ref": "../values/iri.json" }] }
          }
        }
        """;

    public ExtendsTests()
    {
        WriteBundle("all", "../derived/Derived.json");
        WriteSource("bases/Base.json", Base);
        WriteSource("values/iri.json", """{"title":"IRI","description":"An IRI.","type":"string"}""");
    }

    [Fact]
    public void Keywords_and_members_of_the_base_come_first_in_their_order()
        => Derived("""
            {
              "additionalProperties": false,
              "properties": { "size": { "title": "Size", "description": "How large it is.", "type": "number" } },
              "required": ["size", "id"],
              "title": "Derived",
              "extends": "../bases/Base.json"
            }
            """).Should().Be(Compact("""
            {
              "title": "Derived",
              "description": "What all have.",
              "type": "object",
              "required": ["type", "id", "size"],
              "properties": {
                "type": { "title": "Type", "description": "What it is.", "type": "string" },
                "id": { "title": "Id", "description": "Which it is.", "allOf": [{ "$ref": "#/definitions/iri" }] },
                "size": { "title": "Size", "description": "How large it is.", "type": "number" }
              },
              "additionalProperties": false
            }
            """));

    [Fact]
    public void A_member_of_the_same_name_overrides_keyword_by_keyword()
        => Derived("""
            {
              "extends": "../bases/Base.json",
              "properties": {
                "id": { "allOf": [{ "type": "string" }] },
                "type": { "description": "Always Derived.", "enum": ["Derived"] }
              }
            }
            """).Should().Be(Compact("""
            {
              "title": "Base",
              "description": "What all have.",
              "type": "object",
              "required": ["type", "id"],
              "properties": {
                "type": { "title": "Type", "description": "Always Derived.", "type": "string", "enum": ["Derived"] },
                "id": { "title": "Id", "description": "Which it is.", "allOf": [{ "type": "string" }] }
              }
            }
            """));

    [Fact]
    public void The_members_of_a_member_are_joined_too()
    {
        WriteSource("bases/Middle.json", """
            {
              "extends": "Base.json",
              "properties": {
                "more": { "title": "More", "description": "What else.", "required": ["a"], "properties": { "a": { "title": "A", "description": "First.", "type": "string" } } }
              }
            }
            """);

        Derived("""
            {
              "extends": "../bases/Middle.json",
              "properties": {
                "more": { "required": ["b"], "properties": { "b": { "title": "B", "description": "Second." }, "a": { "type": "null" } } }
              }
            }
            """).Should().Contain(Compact("""
            {
              "title": "More",
              "description": "What else.",
              "required": ["a", "b"],
              "properties": {
                "a": { "title": "A", "description": "First.", "type": "null" },
                "b": { "title": "B", "description": "Second." }
              }
            }
            """));
    }

    [Fact]
    public void A_base_may_have_a_base_and_each_file_is_changed_by_none_that_extends_it()
    {
        WriteBundle("all", "../derived/Derived.json", "../derived/Other.json", "../bases/Middle.json");
        WriteSource("bases/Middle.json", """{"extends":"Base.json","required":["middle"],"properties":{"type":{"enum":["Middle"]}}}""");
        WriteSource("derived/Other.json", """{"extends":"../bases/Middle.json","required":["other"],"properties":{"type":{"enum":["Other"]}}}""");

        Derived("""{"extends":"../bases/Middle.json","required":["derived"]}""").Should().Contain("""["type","id","middle","derived"]""").And.Contain("""["Middle"]""");
        Definition("all", "Other").Should().Contain("""["type","id","middle","other"]""").And.Contain("""["Other"]""").And.NotContain("""["Middle"]""");
        Definition("all", "Middle").Should().Contain("""["type","id","middle"]""").And.Contain("""["Middle"]""");
    }

    [Fact]
    public void A_schema_inside_of_a_file_may_extend_one_too_and_the_title_of_what_is_only_extended_is_not_asked_for()
    {
        WriteSource("bases/otherType.json", """{"not":{"enum":["Derived"]}}""");

        Derived("""{"extends":"../bases/Base.json","properties":{"type":{"extends":"../bases/otherType.json"}}}""")
            .Should().Contain("""{"title":"Type","description":"What it is.","type":"string","not":{"enum":["Derived"]}}""");
    }

    [Fact]
    public void A_base_is_in_the_bundle_only_when_something_refers_to_it()
    {
        Derived("""{"extends":"../bases/Base.json"}""").Should().Contain("What all have.");
        Read("schemas/all.schema.json").Should().NotContain("\"Base\": {");

        Derived("""{"extends":"../bases/Base.json","properties":{"base":{"title":"Base","description":"A base.","allOf":[{"$ref":"../bases/Base.json"}]}}}""").Should().NotBeEmpty();
        Read("schemas/all.schema.json").Should().Contain("\"Base\": {");
    }

    private static string Compact(string json) => JsonNode.Parse(json)!.ToJsonString();

    private string Derived(string source)
    {
        WriteSource("derived/Derived.json", source);
        Run().Error.Should().BeEmpty();
        return Definition("all", "Derived");
    }
}
