using System.Text;
using Instructure.GradeEvents.Tests.Support;
using Instructure.GradeEvents.Tool.Tests.Support;
using Instructure.GradeEvents.Validation;

namespace Instructure.GradeEvents.Tool.Tests;

/// <summary>Help, version, wrong usage, and <c>schema</c>.</summary>
public sealed class UsageTests : ToolTest
{
    [Fact]
    public async Task Help()
    {
        var text = new StringBuilder();
        foreach (var command in new[] { "", "validate", "format", "inspect", "schema", "schema list", "schema print", "schema export", "sample" })
        {
            var result = await Run(command + " --help");
            result.Status.Should().Be(0);
            result.Error.Should().BeEmpty();
            result.OutputLines.Should().HaveCountLessThanOrEqualTo(23, "a screen has 24, with the prompt").And.OnlyContain(static line => line.Length <= 80);
            result.Output.Should().Contain("\nExamples:\n  grade-events ").And.StartWith($"Usage: {("grade-events " + command).TrimEnd()} ");
            text.Append("$ grade-events ").Append(command).Append(" --help\n").Append(result.Output).Append('\n');
        }

        Snapshot.Verify(text.ToString());
    }

    [Theory]
    [InlineData("", "a command is missing; expected one of validate, format, inspect, schema, sample.")]
    [InlineData("valdate a.json", "there is no command \"valdate\"; did you mean validate?")]
    [InlineData("Inspect", "there is no command \"Inspect\"; did you mean inspect?")]
    [InlineData("chek", "there is no command \"chek\"; expected one of validate, format, inspect, schema, sample.")]
    [InlineData("schema lst", "there is no command \"lst\"; did you mean list?")]
    [InlineData("schema print grade_chang", "NAME can't be \"grade_chang\"; did you mean grade_change?")]
    [InlineData("schema print canvas_grade_chnge", "NAME can't be \"canvas_grade_chnge\"; did you mean canvas-grade-change?")]
    [InlineData("sample grade-chnge", "KIND can't be \"grade-chnge\"; did you mean grade_change?")]
    [InlineData("sample Caliper_Event", "KIND can't be \"Caliper_Event\"; did you mean caliper-event?")]
    [InlineData("sample quiz", "KIND can't be \"quiz\"; expected one of caliper-envelope, caliper-event, grade_change, course_grade_change, grade_override, final_grade_custom_status.")]
    [InlineData("validate --stritc a.json", "there is no option --stritc; did you mean --strict?")]
    [InlineData("validate --formt=json a.json", "there is no option --formt; did you mean --format?")]
    [InlineData("sample grade_change --cuont=3", "there is no option --cuont; did you mean --count?")]
    [InlineData("sample grade_change x", "\"x\" is more than sample takes.")]
    public async Task What_may_have_been_meant_is_said(string arguments, string error)
        => (await Run(arguments)).Should().Be(new ToolResult(2, string.Empty, $"grade-events: {error}\ngrade-events: see --help.\n"));

    [Theory]
    [InlineData("schema print canvas_grade_change", "schema print canvas-grade-change")]
    [InlineData("schema print grade_change", "schema print canvas-grade-change")]
    [InlineData("schema print grade-override", "schema print canvas-grade-override")]
    [InlineData("schema print course_grade-change", "schema print canvas-course-grade-change")]
    [InlineData("schema print final_grade_custom_status", "schema print canvas-final-grade-custom-status")]
    [InlineData("schema print caliper_envelope", "schema print caliper-envelope")]
    [InlineData("schema print caliper-event", "schema print caliper-grade-event")]
    [InlineData("sample grade-change", "sample grade_change")]
    [InlineData("sample caliper_event", "sample caliper-event")]
    public async Task A_name_is_taken_with_either_mark_and_a_schema_also_by_its_kind(string arguments, string same)
    {
        var result = await Run(arguments);

        result.Status.Should().Be(0);
        result.Should().Be(await Run(same));
    }

    [Fact]
    public async Task The_version_is_written_as_that_of_a_package()
    {
        var result = await Run("--version");

        result.Status.Should().Be(0);
        result.Output.Should().MatchRegex("^[0-9]+\\.[0-9]+\\.[0-9]+(-[a-z0-9.]+)?\n$");
    }

    [Theory]
    [InlineData("validate --formt json a.json")]
    [InlineData("validate --format xml a.json")]
    [InlineData("validate --format")]
    [InlineData("validate --output")]
    [InlineData("schema")]
    [InlineData("schema print nothing")]
    [InlineData("sample")]
    [InlineData("sample unknown")]
    [InlineData("sample grade_change --count 0")]
    [InlineData("sample grade_change --count 1.5")]
    [InlineData("sample grade_change --seed x")]
    [InlineData("sample grade_change --seed 9999999999999999999")]
    public async Task Wrong_usage_is_status_2_and_a_sentence(string arguments)
    {
        WriteSample("a.json", "grade-change-compact.json");

        var result = await Run(arguments);

        result.Status.Should().Be(2);
        result.Output.Should().BeEmpty();
        result.ErrorLines.Should().OnlyContain(static line => line.StartsWith("grade-events: ", StringComparison.Ordinal) && !line.Contains("System.", StringComparison.Ordinal));
        result.ErrorLines[^1].Should().Be("grade-events: see --help.");
    }

    [Fact]
    public async Task What_begins_like_a_directive_or_a_response_file_is_a_path()
    {
        WriteSample("@a.json", "grade-change-compact.json");
        WriteSample("-b.json", "grade-change-compact.json");

        (await Run("validate @a.json -b.json")).Output.Should().StartWith("2 payloads: 2 valid");
    }

    [Fact]
    public async Task Schemas_are_listed_printed_and_exported()
    {
        var names = (await Run("schema list")).OutputLines;
        var exported = await Run("schema export a/b");
        var again = await Run("schema export a/b");

        names.Should().Equal(GradeEventSchemas.Names);
        exported.Status.Should().Be(0);
        again.Status.Should().Be(0);
        foreach (var name in names)
        {
            var schema = await File.ReadAllTextAsync(Repository.PathOf("schemas", name + ".schema.json"));
            (await Run("schema print " + name)).Output.Should().Be(schema);
            (await File.ReadAllTextAsync(PathOf($"a/b/{name}.schema.json"))).Should().Be(schema);
        }
    }

    [Fact]
    public async Task Schemas_can_not_be_exported_into_a_file()
    {
        Write("file", "x");

        var result = await Run("schema export file");

        result.Status.Should().Be(2);
        result.Error.Should().StartWith("grade-events: file: can't be written: ");
    }
}
