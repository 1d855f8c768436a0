using System.Text.Json;
using Instructure.GradeEvents.Tests.Support;
using Instructure.GradeEvents.Validation.Tests.Cases;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace Instructure.GradeEvents.Validation.Tests;

/// <summary>The schema files by themselves, without anything of ours, decide what the validator decides.</summary>
public class EngineTests
{
    public static TheoryData<string> Roots => [.. FaultCases.Roots];

    [Theory]
    [MemberData(nameof(Roots))]
    public async Task A_plain_validator_comes_to_the_same_verdict(string root)
    {
        // One of so many cases is tried: NJsonSchema takes its time. tests/Judges tries more.
        var (file, step) = root switch
        {
            "CaliperEnvelope" => ("caliper-envelope", 797),
            "GradeEvent" => ("caliper-grade-event", 1999),
            _ => ("canvas-" + JsonNamingPolicy.KebabCaseLower.ConvertName(root[..^"Event".Length]), 23),
        };
        var schemas = new[] { await Load(file), await Load("grade-events") };
        var count = 0;
        foreach (var fault in FaultCases.Of(root, step).Where(static fault => fault.Code != "duplicate-property" && !IsWhatTheEngineGetsWrong(fault)))
        {
            count++;
            var document = Parse(fault.Json);
            foreach (var schema in schemas)
            {
                var isValid = schema.Validate(document).Count == 0;
                isValid.Should().Be(fault.Code.Length == 0, "of {0}", fault);
            }
        }

        count.Should().BeGreaterThan(3);
    }

    [Theory]
    [MemberData(nameof(Repository.SampleNames), MemberType = typeof(Repository))]
    public async Task A_plain_validator_comes_to_the_same_verdict_on_the_samples(string name)
    {
        var schema = await Load("grade-events");
        var isValid = schema.Validate(Parse(Repository.SampleText(name))).Count == 0;

        isValid.Should().Be(GradeEventValidator.Default.Validate(Repository.Sample(name)).IsValid);
    }

    private static JToken Parse(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None };
        return JToken.Load(reader);
    }

    private static async Task<JsonSchema> Load(string name)
    {
        using var text = new StreamReader(GradeEventSchemas.Open(name));
        return await JsonSchema.FromJsonAsync(await text.ReadToEndAsync());
    }

    /// <summary>1.0 is an integer, and huge integers are numbers; NJsonSchema by itself knows neither.</summary>
    private static bool IsWhatTheEngineGetsWrong(FaultCase fault) => fault.Json.Contains('\n', StringComparison.Ordinal)
        && fault.Json.Split('\n')[1].Split(": ")[1].Trim() is var value
        && (value is "1.0" or "2e2" or "-0" || value.Length > 19 && char.IsDigit(value[0]));
}
