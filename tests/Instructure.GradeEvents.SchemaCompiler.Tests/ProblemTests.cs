using Instructure.GradeEvents.SchemaCompiler.Tests.Support;

namespace Instructure.GradeEvents.SchemaCompiler.Tests;

/// <summary>What the compiler says of a source that is wrong.</summary>
public sealed class ProblemTests : CompilerTest
{
    private const string Known = "known are $ref, extends, title, description, examples, type, enum, pattern, required, properties, additionalProperties, items, "
        + "minItems, maxItems, minimum, maximum, not, anyOf, allOf.";

    public ProblemTests()
    {
        WriteBundle("all", "../values/canvasId.json");
        WriteSource("values/canvasId.json", """{"title":"Id","description":"An id.","type":"string"}""");
    }

    [Fact]
    public void A_keyword_that_is_not_known()
        => ShouldSay(
            """{"title":"Id","description":"An id.","properties":{"x":{"title":"X","description":"An x.","const":1},"a/b~c":{"title":"X","description":"An x.","anyOf":[{},{"oneOf":[]}]}}}""",
            $"/properties/x: the keyword \"const\" is not known; {Known}",
            $"/properties/a~1b~0c/anyOf/1: the keyword \"oneOf\" is not known; {Known}");

    [Fact]
    public void A_keyword_that_is_not_known_in_the_schema_of_a_file()
        => ShouldSay("""{"title":"Id","description":"An id.","format":"uri"}""", $"the keyword \"format\" is not known; {Known}");

    [Theory]
    [InlineData("$ref", "1", "the path of a file", "1")]
    [InlineData("extends", "[]", "the path of a file", "a list")]
    [InlineData("title", "null", "a text", "null")]
    [InlineData("description", "{}", "a text", "an object")]
    [InlineData("examples", "\"x\"", "a list", "\"x\"")]
    [InlineData("type", "\"text\"", "the name of a type, or a list of such names", "\"text\"")]
    [InlineData("type", "[\"null\",1]", "the name of a type, or a list of such names", "a list")]
    [InlineData("type", "[]", "the name of a type, or a list of such names", "a list")]
    [InlineData("enum", "\"x\"", "a list of one or more values", "\"x\"")]
    [InlineData("enum", "[]", "a list of one or more values", "a list")]
    [InlineData("pattern", "5", "a text", "5")]
    [InlineData("required", "true", "a list of texts", "true")]
    [InlineData("required", "[\"x\",1]", "a list of texts", "a list")]
    [InlineData("properties", "[]", "an object with a schema for each member", "a list")]
    [InlineData("additionalProperties", "\"false\"", "true, false or a schema", "\"false\"")]
    [InlineData("items", "false", "a schema, or a list of schemas", "false")]
    [InlineData("minItems", "-1", "a whole number of 0 or more", "-1")]
    [InlineData("maxItems", "1.5", "a whole number of 0 or more", "1.5")]
    [InlineData("minimum", "\"-1e22\"", "a number", "\"-1e22\"")]
    [InlineData("maximum", "null", "a number", "null")]
    [InlineData("not", "[]", "a schema", "a list")]
    [InlineData("anyOf", "{}", "a list of one or more schemas", "an object")]
    [InlineData("allOf", "[]", "a list of one or more schemas", "a list")]
    public void A_value_of_the_wrong_kind(string keyword, string value, string expected, string found)
        => ShouldSay(
            $$"""{"title":"Id","description":"An id.","items":[{"{{keyword}}":{{value}}}]}""",
            $"/items/0: \"{keyword}\" must be {expected}, and not {found}.");

    [Theory]
    [InlineData("\"properties\":{\"x\":1}", "/properties/x", "1")]
    [InlineData("\"anyOf\":[{},[]]", "/anyOf/1", "a list")]
    [InlineData("\"items\":[null]", "/items/0", "null")]
    public void A_schema_that_is_no_object(string keyword, string place, string found)
        => ShouldSay($$"""{"title":"Id","description":"An id.",{{keyword}}}""", $"{place}: a schema must be an object, and not {found}.");

    [Fact]
    public void A_reference_to_a_file_that_is_not_there()
        => ShouldSay(
            """{"title":"Id","description":"An id.","not":{"$ref":"../caliper/iri.json"},"items":{"extends":"CanvasId.json"},"anyOf":[{"$ref":"../../../../../x.json"},{"$ref":"#/definitions/x"}]}""",
            "/not: \"$ref\" leads to schemas/source/caliper/iri.json, which is not there.",
            "/items: \"extends\" leads to schemas/source/values/CanvasId.json, which is not there.",
            "/anyOf/0: \"$ref\" leads to x.json, which is not there.",
            "/anyOf/1: \"$ref\" leads to schemas/source/values/#/definitions/x, which is not there.");

    [Fact]
    public void A_reference_to_a_bundle()
        => ShouldSay(
            """{"title":"Id","description":"An id.","not":{"$ref":"../bundles/all.json"}}""",
            "/not: \"$ref\" leads to schemas/source/bundles/all.json, which is a bundle and no definition.");

    [Fact]
    public void Keywords_beside_a_reference()
        => ShouldSay(
            """{"title":"Id","description":"An id.","not":{"type":"string","$ref":"canvasId.json","pattern":"x"}}""",
            "/not: \"$ref\" must stand alone, since validators ignore what is beside it: \"type\", \"pattern\".");

    [Fact]
    public void A_definition_or_a_member_that_is_only_a_reference()
    {
        WriteSource("values/iri.json", """{"$ref":"canvasId.json"}""");

        ShouldSay(
            """{"title":"Id","description":"An id.","properties":{"x":{"$ref":"iri.json"}}}""",
            "/properties/x: a reference has no title and no description of its own: put it into \"allOf\".",
            "schemas/source/values/iri.json: a reference has no title and no description of its own: put it into \"allOf\".");
    }

    [Fact]
    public void A_definition_or_member_without_title_or_description()
        => ShouldSay(
            """{"type":"object","properties":{"x":{"title":"X"},"y":{"type":"object","description":"An y.","properties":{"z":{}}}}}""",
            "there is no title.",
            "there is no description.",
            "/properties/x: there is no description.",
            "/properties/y: there is no title.",
            "/properties/y/properties/z: there is no title.",
            "/properties/y/properties/z: there is no description.");

    [Fact]
    public void A_bundle_without_title_or_description()
    {
        WriteSource("bundles/all.json", """{"allOf":[{"$ref":"../values/canvasId.json"}]}""");

        Run().Error.Should().Be("schemas/source/bundles/all.json: there is no title.\nschemas/source/bundles/all.json: there is no description.\n");
    }

    [Fact]
    public void A_member_without_description_is_said_once_where_it_is_and_not_of_all_that_inherit_it()
    {
        WriteSource("values/Base.json", """{"title":"Base","description":"A base.","properties":{"x":{"title":"X"}}}""");

        ShouldSay(
            """{"extends":"Base.json","properties":{"y":{"title":"Y"}}}""",
            "schemas/source/values/Base.json: /properties/x: there is no description.",
            "/properties/y: there is no description.");
    }

    [Fact]
    public void Of_a_base_that_is_not_there_nothing_is_missed()
        => ShouldSay(
            """{"extends":"base.json","properties":{"x":{"title":"X","description":"An x.","extends":"more.json"}}}""",
            "\"extends\" leads to schemas/source/values/base.json, which is not there.",
            "/properties/x: \"extends\" leads to schemas/source/values/more.json, which is not there.");

    [Fact]
    public void What_extends_itself()
    {
        WriteSource("values/a.json", """{"extends":"canvasId.json"}""");
        WriteSource("values/b.json", """{"extends":"b.json","title":"B","description":"A b."}""");
        WriteSource("values/c.json", """{"extends":"a.json","title":"C","description":"A c, which is in no cycle itself."}""");

        ShouldSay(
            """{"title":"Id","description":"An id.","properties":{"x":{"extends":"a.json"}},"allOf":[{"$ref":"b.json"},{"$ref":"c.json"}]}""",
            "schemas/source/values/a.json: it extends itself: a → canvasId → a.",
            "schemas/source/values/b.json: it extends itself: b → b.");
    }

    [Fact]
    public void A_definition_that_no_bundle_uses()
    {
        WriteSource("values/a.json", """{"title":"A","description":"An a.","not":{"$ref":"b.json"}}""");
        WriteSource("values/b.json", """{"extends":"a.json"}""");

        Run().Should().Be(new CompilerResult(1, string.Empty, "schemas/source/values/a.json: no bundle uses it.\nschemas/source/values/b.json: no bundle uses it.\n"));
    }

    [Fact]
    public void Two_files_of_the_same_name()
    {
        WriteBundle("canvasId", "../values/canvasId.json");
        WriteSource("canvas/canvasId.json", """{"title":"Id","description":"Another id."}""");

        Run().Should().Be(new CompilerResult(1, string.Empty, """
            schemas/source/canvas/canvasId.json: there is a file of the same name: schemas/source/bundles/canvasId.json.
            schemas/source/values/canvasId.json: there is a file of the same name: schemas/source/bundles/canvasId.json.

            """));
    }

    [Fact]
    public void Files_that_are_no_JSON_objects()
    {
        WriteSource("values/a.json", "{\n  \"title\": \"A\"\n  \"description\": \"An a.\"\n}\n");
        WriteSource("values/b.json", "[]");
        WriteSource("values/c.json", "");
        WriteSource("values/canvasId.json", """{"title":"Id","title":"Twice"}""");

        var result = Run();

        result.Status.Should().Be(1);
        result.Error.Split('\n').Should().HaveCount(5).And.SatisfyRespectively(
            static a => a.Should().Be("schemas/source/values/a.json: is not JSON: '\"' is invalid after a value. Expected either ',', '}', or ']'. LineNumber: 2 | BytePositionInLine: 2."),
            static b => b.Should().Be("schemas/source/values/b.json: a schema must be an object."),
            static c => c.Should().StartWith("schemas/source/values/c.json: is not JSON: "),
            static d => d.Should().StartWith("schemas/source/values/canvasId.json: is not JSON: ").And.Contain("title"),
            static end => end.Should().BeEmpty());
    }

    [Fact]
    public void All_problems_are_listed_and_nothing_is_written()
    {
        Write("schemas/all.schema.json", "old");
        WriteSource("values/a.json", """{"title":"A","minimum":"1","const":1,"not":{"$ref":"x.json","type":"string"}}""");

        ShouldSay(
            """{"title":"Id","properties":{"x":{"extends":"a.json"}}}""",
            $"schemas/source/values/a.json: \"minimum\" must be a number, and not \"1\".",
            $"schemas/source/values/a.json: the keyword \"const\" is not known; {Known}",
            "schemas/source/values/a.json: /not: \"$ref\" must stand alone, since validators ignore what is beside it: \"type\".",
            "schemas/source/values/a.json: /not: \"$ref\" leads to schemas/source/values/x.json, which is not there.",
            "there is no description.",
            "/properties/x: there is no description.");
        Read("schemas/all.schema.json").Should().Be("old");
    }

    /// <summary>Checks what is said when the definition is this. A line that names no file is of its own.</summary>
    private void ShouldSay(string definition, params string[] problems)
    {
        WriteSource("values/canvasId.json", definition);
        var lines = problems.Select(static problem => problem.StartsWith("schemas/", StringComparison.Ordinal) ? problem : "schemas/source/values/canvasId.json: " + problem);

        foreach (var result in new[] { Run(), Run("--check") })
        {
            result.Error.Should().Be(string.Concat(lines.Select(static line => line + "\n")));
            result.Status.Should().Be(1);
            result.Output.Should().BeEmpty();
        }
    }
}
