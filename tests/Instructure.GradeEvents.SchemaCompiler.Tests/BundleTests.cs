using Instructure.GradeEvents.SchemaCompiler.Tests.Support;

namespace Instructure.GradeEvents.SchemaCompiler.Tests;

/// <summary>What a bundle has in it, and how it is written.</summary>
public sealed class BundleTests : CompilerTest
{
    [Fact]
    public void A_bundle_has_what_it_refers_to_in_the_order_of_the_way_there()
    {
        WriteBundle("all", "../a/First.json", "../a/Second.json");
        WriteBundle("less", "../a/Second.json");
        WriteSource("a/First.json", """{"title":"First","description":"Has the text.","type":"array","items":{"$ref":"../b/deep/text.json"}}""");
        WriteSource("a/Second.json", """{"title":"Second","description":"Has itself.","not":{"$ref":"Second.json"}}""");
        WriteSource("b/deep/text.json", """{"title":"Text","description":"A text.","type":"string"}""");

        Run().Output.Should().Be("schemas/all.schema.json: written.\nschemas/less.schema.json: written.\n2 files; 0 were up to date.\n");

        Read("schemas/all.schema.json").Should().Be("""
            {
              "$schema": "http://json-schema.org/draft-07/schema#",
              "$id": "urn:instructure-gradeevents:schema:all",
              "title": "A bundle",
              "description": "All there is.",
              "anyOf": [
                { "$ref": "#/definitions/First" },
                { "$ref": "#/definitions/Second" }
              ],
              "definitions": {
                "First": {
                  "title": "First",
                  "description": "Has the text.",
                  "type": "array",
                  "items": { "$ref": "#/definitions/text" }
                },
                "Second": {
                  "title": "Second",
                  "description": "Has itself.",
                  "not": { "$ref": "#/definitions/Second" }
                },
                "text": {
                  "title": "Text",
                  "description": "A text.",
                  "type": "string"
                }
              }
            }

            """);
        Read("schemas/less.schema.json").Should().Contain("\"Second\": {").And.NotContain("First").And.NotContain("\"text\"");
    }

    [Fact]
    public void Names_may_differ_by_the_case_of_a_letter()
    {
        WriteBundle("all", "../types/Agent.json", "../choices/agent.json");
        WriteSource("types/Agent.json", """{"title":"Agent","description":"The type.","type":"object"}""");
        WriteSource("choices/agent.json", """{"title":"Agent","description":"The choice.","type":"string"}""");

        Run().Status.Should().Be(0);

        Definition("all", "Agent").Should().Contain("The type.");
        Definition("all", "agent").Should().Contain("The choice.");
    }

    [Fact]
    public void Numbers_and_texts_are_written_as_they_are()
    {
        WriteBundle("all", "../value.json");
        WriteSource("value.json", """
            {
              "title": "A \"value\" – …, <b>&'+",
              "description": "Zoë \u0041\u0007.",
              "pattern": "[^\\u0000-\\u00A0\\.]$(?!\\n)",
              "examples": [-1e22, 1.50, 0, 1E+2, true, null, "x"],
              "minimum": -1e+22
            }
            """);

        Run().Status.Should().Be(0);

        Read("schemas/all.schema.json").Should().Contain("""
                "value": {
                  "title": "A \"value\" – …, <b>&'+",
                  "description": "Zoë A\u0007.",
                  "pattern": "[^\\u0000-\\u00A0\\.]$(?!\\n)",
                  "examples": [-1e22, 1.50, 0, 1E+2, true, null, "x"],
                  "minimum": -1e+22
                }
            """);
    }

    [Fact]
    public void A_list_is_on_one_line_when_it_fits_and_has_no_objects()
    {
        WriteBundle("all", "../value.json");
        // With the comma after it, the first list ends at column 140, and the second would at 141.
        WriteSource("value.json", $$"""
            {
              "title": "A value",
              "description": "One of several.",
              "enum": ["{{new string('x', 100)}}", "{{new string('x', 17)}}"],
              "required": [],
              "not": { "enum": ["{{new string('x', 100)}}", "{{new string('x', 16)}}"] },
              "examples": [{"a": 1}, {"a": {} }, [], [1, [2]]]
            }
            """);

        Run().Status.Should().Be(0);

        Read("schemas/all.schema.json").Should().Contain($$"""
                  "enum": ["{{new string('x', 100)}}", "{{new string('x', 17)}}"],
                  "required": [],
                  "not": {
                    "enum": [
                      "{{new string('x', 100)}}",
                      "{{new string('x', 16)}}"
                    ]
                  },
                  "examples": [
                    { "a": 1 },
                    {
                      "a": {}
                    },
                    [],
                    [
                      1,
                      [2]
                    ]
                  ]
            """).And.MatchRegex("(?m)^.{140}$").And.NotMatchRegex("(?m)^.{141}");
    }

    [Fact]
    public void The_platform_changes_nothing()
    {
        WriteBundle("all", "../value.json");
        WriteSource("value.json", "\uFEFF{\r\n  \"title\": \"Value\",\r\n  \"description\": \"Written on Windows.\"\r\n}\r\n");

        Run().Status.Should().Be(0);

        ReadBytes("schemas/all.schema.json").Should().StartWith("{\n"u8.ToArray()).And.EndWith("}\n}\n"u8.ToArray()).And.NotContain((byte)'\r');
    }
}
