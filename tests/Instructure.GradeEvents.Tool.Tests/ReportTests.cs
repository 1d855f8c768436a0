using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using Instructure.GradeEvents.Tests.Support;
using Instructure.GradeEvents.Tool.Reports;
using Instructure.GradeEvents.Tool.Tests.Support;
using NJsonSchema;

namespace Instructure.GradeEvents.Tool.Tests;

/// <summary>The reports of <c>validate</c>, each read by something that knows its form.</summary>
public sealed class ReportTests : ToolTest
{
    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public async Task Text(int columns)
    {
        WriteMixedPayloads();

        var result = await Run("validate payloads nowhere", columns: columns);

        result.Output.Should().NotContain("\u001b");
        result.OutputLines.Where(static line => line.Contains('|')).Should().OnlyContain(line => line.Length <= columns);
        Snapshot.Verify(result.Output + "\nstandard error:\n" + result.Error, parameter: columns.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task The_caret_stands_under_the_place_whatever_is_before_it()
    {
        // Two cells for each of 日 and 😀, none for the accent, one for a tab and for what can't be shown.
        Write("a.jsonl", "\uFEFF{\"metadata\":{\"event_name\":\"日😀e\u0301\t\u200b\",\"event_name\":1},\"body\":{}}\n");
        var broken = System.Text.Encoding.UTF8.GetBytes("{\"日\":\"😀é\", !}");
        Write("b.json", broken);

        var result = await Run("validate a.jsonl b.json");

        var lines = result.OutputLines;
        var caret = Array.FindIndex(lines, static line => line.EndsWith('^'));
        caret.Should().BePositive();
        lines[^3].Should().EndWith(" ^");
        Cells(lines[^4][..lines[^4].IndexOf('!', StringComparison.Ordinal)]).Should().Be(lines[^3].Length - 1);

        static int Cells(string text) => text.EnumerateRunes().Sum(static rune => rune.Value is '日' or 0x1F600 ? 2 : 1);
    }

    [Fact]
    public async Task Json()
    {
        WriteMixedPayloads();
        var schema = await JsonSchema.FromFileAsync(Schema("validate-report.schema.json"));

        var result = await Run("validate --format json payloads");
        var empty = await Run("validate --format json nowhere");

        schema.Validate(result.Output).Should().BeEmpty();
        schema.Validate(empty.Output).Should().BeEmpty();
        var report = JsonNode.Parse(result.Output)!;
        report["summary"]!.ToJsonString().Should().Be("""{"payloads":7,"valid":3,"invalid":4,"ignored":0}""");
        report["payloads"]!.AsArray().Count(static payload => payload!["valid"]!.GetValue<bool>()).Should().Be(3);
        JsonNode.Parse(empty.Output)!["payloads"]!.AsArray().Should().BeEmpty();
        Snapshot.Verify(result.Output);
    }

    [Theory]
    [InlineData("\"valid\":true", "\"valid\":false")]
    [InlineData("\"code\":\"required\"", "\"code\":\"Required\"")]
    [InlineData("\"column\":5,", "\"column\":0,")]
    [InlineData("\"kind\":\"caliper-envelope\"", "\"kind\":\"Caliper\"")]
    public async Task The_schema_of_the_Json_report_tells_what_is_wrong(string right, string wrong)
    {
        WriteMixedPayloads();
        var schema = await JsonSchema.FromFileAsync(Schema("validate-report.schema.json"));
        var report = (await Run("validate --format json payloads")).Output;

        schema.Validate(report.Replace(right, wrong, StringComparison.Ordinal)).Should().NotBeEmpty();
    }

    [Fact]
    public async Task JUnit()
    {
        WriteMixedPayloads();
        Write("payloads/e\u0001.json", "{\"\u0001\ufffe\":1}");

        var result = await Run("validate --format junit payloads nowhere");

        var report = ReadJUnit(result.Output);
        var suite = report.Root!.Element("testsuite")!;
        var cases = suite.Elements("testcase").ToArray();
        foreach (var counts in new[] { report.Root, suite })
        {
            counts.Attribute("tests")!.Value.Should().Be("9").And.Be($"{cases.Length}");
            counts.Attribute("failures")!.Value.Should().Be("5").And.Be($"{cases.Count(static test => test.Element("failure") is not null)}");
            counts.Attribute("errors")!.Value.Should().Be("1").And.Be($"{cases.Count(static test => test.Element("error") is not null)}");
        }

        Snapshot.Verify(result.Output.Replace("\uFFFD", "(U+FFFD)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_ignored_is_counted_in_every_report()
    {
        WriteSample("a.json", "submission-created.json");
        WriteSample("b.json", "grade-change-compact.json");

        var json = (await Run("validate --ignore-unknown --format json .")).Output;
        (await JsonSchema.FromFileAsync(Schema("validate-report.schema.json"))).Validate(json).Should().BeEmpty();
        JsonNode.Parse(json)!["summary"]!.ToJsonString().Should().Be("""{"payloads":2,"valid":1,"invalid":0,"ignored":1}""");

        var suite = ReadJUnit((await Run("validate --ignore-unknown --format junit .")).Output).Root!.Element("testsuite")!;
        suite.Attribute("skipped")!.Value.Should().Be("1");
        suite.Elements("testcase").Select(static test => test.Element("skipped")?.Attribute("message")!.Value).Should().Equal("This is another event, and ignored.", null);

        var sarif = (await Run("validate --ignore-unknown --format sarif .")).Output;
        (await JsonSchema.FromFileAsync(Schema("sarif-2.1.0-subset.schema.json"))).Validate(sarif).Should().BeEmpty();
        JsonNode.Parse(sarif)!["runs"]![0]!["properties"]!.ToJsonString().Should().Be("""{"payloads":2,"valid":1,"invalid":0,"ignored":1}""");

        foreach (var format in new[] { "text", "github" })
        {
            (await Run($"validate --ignore-unknown --format {format} .")).Output.Should().Be("2 payloads: 1 valid, 0 invalid, 1 ignored; 0 errors, 0 warnings.\n");
        }
    }

    [Fact]
    public async Task JUnit_of_nothing_is_read_too()
    {
        var report = ReadJUnit((await Run("validate --format junit nowhere")).Output);

        report.Descendants("error").Should().ContainSingle().Which.Attribute("message")!.Value.Should().StartWith("nowhere: there is no such");
    }

    [Fact]
    public async Task JUnit_of_a_file_that_is_called_by_its_ending_alone()
    {
        Write(".json", "{}");

        var report = ReadJUnit((await Run("validate --format junit .json")).Output);

        report.Descendants("testcase").Should().ContainSingle().Which.Attribute("classname")!.Value.Should().Be(".json");
    }

    [Fact]
    public async Task The_schema_of_the_JUnit_report_tells_what_is_wrong()
    {
        Write("a.json", "{}");
        var report = (await Run("validate --format junit a.json")).Output;

        var read = () => ReadJUnit(report.Replace("classname=", "class=", StringComparison.Ordinal));

        read.Should().Throw<XmlSchemaValidationException>();
    }

    [Fact]
    public async Task Sarif()
    {
        WriteMixedPayloads();
        Write("payloads/more/ä % #.json", "{}");
        var schema = await JsonSchema.FromFileAsync(Schema("sarif-2.1.0-subset.schema.json"));

        var result = await Run("validate --format sarif payloads nowhere");

        schema.Validate(result.Output).Should().BeEmpty();
        schema.Validate((await Run("validate --format sarif nowhere")).Output).Should().BeEmpty();
        var run = JsonNode.Parse(result.Output)!["runs"]![0]!;
        var rules = run["tool"]!["driver"]!["rules"]!.AsArray();
        foreach (var found in run["results"]!.AsArray())
        {
            rules[found!["ruleIndex"]!.GetValue<int>()]!["id"]!.GetValue<string>().Should().Be(found["ruleId"]!.GetValue<string>());
        }

        run["invocations"]![0]!["executionSuccessful"]!.GetValue<bool>().Should().BeFalse("a path could not be read");
        Snapshot.Verify(result.Output.Replace(ToolVersion.Text, "VERSION", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sarif_of_standard_input_and_of_paths_outside_of_the_folder()
    {
        Write("a.json", "{}");
        var schema = await JsonSchema.FromFileAsync(Schema("sarif-2.1.0-subset.schema.json"));

        var input = await Run("validate --format sarif -", "{}"u8.ToArray());
        var rooted = await Run($"validate --format sarif {PathOf("a.json")}");

        schema.Validate(input.Output).Should().BeEmpty();
        schema.Validate(rooted.Output).Should().BeEmpty();
        input.Output.Should().Contain("\"artifactLocation\":{\"uri\":\"stdin\"}");
        rooted.Output.Should().Contain($"\"artifactLocation\":{{\"uri\":\"{new Uri(PathOf("a.json")).AbsoluteUri}\"}}");
    }

    [Theory]
    [InlineData("\"ruleId\":\"required\",", "")]
    [InlineData("\"startLine\":6,", "\"startLine\":0,")]
    [InlineData("\"level\":\"error\"", "\"level\":\"fatal\"")]
    public async Task The_schema_of_the_Sarif_report_tells_what_is_wrong(string right, string wrong)
    {
        WriteMixedPayloads();
        var schema = await JsonSchema.FromFileAsync(Schema("sarif-2.1.0-subset.schema.json"));
        var report = (await Run("validate --format sarif payloads")).Output;

        schema.Validate(report.Replace(right, wrong, StringComparison.Ordinal)).Should().NotBeEmpty();
    }

    [Fact]
    public async Task GitHub()
    {
        WriteMixedPayloads();

        var result = await Run("validate --format github payloads nowhere");

        result.OutputLines[..^1].Should().OnlyContain(static line => line.StartsWith("::error ", StringComparison.Ordinal) || line.StartsWith("::warning ", StringComparison.Ordinal));
        Snapshot.Verify(result.Output);
    }

    [Fact]
    public void The_rules_are_those_that_the_documentation_lists()
    {
        var rows = File.ReadLines(Repository.PathOf("docs", "validating.md")).SkipWhile(static line => !line.StartsWith("| code |", StringComparison.Ordinal)).Skip(2).TakeWhile(static line => line.StartsWith('|'));
        var codes = rows.SelectMany(static row => row.Split('|')[1].Split('`').Where(static (_, index) => index % 2 == 1).Select(code => (code, row.Split('|')[1].Contains("warning", StringComparison.Ordinal))));

        Rule.All.Select(static rule => (rule.Code, rule.IsWarning)).Should().BeEquivalentTo(codes);
    }

    private static string Schema(string name) => Repository.PathOf("tests", "Instructure.GradeEvents.Tool.Tests", "Schemas", name);

    private static XDocument ReadJUnit(string text)
    {
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema };
        settings.Schemas.Add(targetNamespace: null, Schema("junit-report.xsd"));
        using var reader = XmlReader.Create(new StringReader(text), settings);
        var report = XDocument.Load(reader);
        report.Root!.Name.Should().Be((XName)"testsuites", "a root that the schema doesn't know is not checked at all");
        return report;
    }
}
