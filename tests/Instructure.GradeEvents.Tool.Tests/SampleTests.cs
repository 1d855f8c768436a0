using System.Text;
using Instructure.GradeEvents.Tests.Support;
using Instructure.GradeEvents.Tool.Samples;
using Instructure.GradeEvents.Tool.Tests.Support;
using Instructure.GradeEvents.Validation;

namespace Instructure.GradeEvents.Tool.Tests;

/// <summary><c>sample</c>: payloads that are made up, and valid.</summary>
public sealed class SampleTests : ToolTest
{
    public static TheoryData<string> Kinds() => [.. KindNames.Known];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Many_seeds_make_payloads_without_even_a_warning_that_read_and_write(string kindName)
    {
        var kind = KindNames.Parse(kindName);
        var strict = new GradeEventValidator(new() { Strict = true });
        for (var seed = -500; seed < 500; seed += Mutations.AreMany ? 1 : 7)
        {
            var samples = new SampleGenerator(seed);
            foreach (var json in new[] { samples.Next(kind), samples.Next(kind), samples.Next(kind) })
            {
                var report = strict.Validate(json);

                report.ToString().Should().Be($"valid ({kind}): 0 errors, 0 warnings", "seed {0} makes {1}", seed, json);
                json.Should().NotContain("\n");
                if (kind != PayloadKind.CaliperEvent)
                {
                    JsonText.Difference(json, GradeEventSerializer.Serialize(GradeEventSerializer.Deserialize(json))).Should().BeNull();
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task They_are_valid(string kind)
    {
        foreach (var (count, found) in new[] { (" --count 1000 --seed 42", "1000 payloads: 1000 valid"), (string.Empty, "1 payload: 1 valid") })
        {
            var samples = await Run($"sample {kind}{count}");

            var result = await Run("validate --strict -", Encoding.UTF8.GetBytes(samples.Output));

            result.Status.Should().Be(0);
            result.Error.Should().BeEmpty();
            result.Output.Should().StartWith(found);
        }
    }

    [Fact]
    public async Task They_are_valid_through_a_pipe()
    {
        var result = await RunShell("grade-events sample caliper-event --count 1000 --seed 42 | grade-events validate --strict --format json - | sed -n 2p");

        result.Status.Should().Be(0);
        result.Error.Should().BeEmpty();
        result.OutputLines[0].Should().Contain("\"payloads\": 1000, \"valid\": 1000, \"invalid\": 0");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task They_format_to_the_same_by_value(string kind)
    {
        var samples = await Run($"sample {kind} --count 200 --seed 7");

        var formatted = await Run("format -", Encoding.UTF8.GetBytes(samples.Output));

        formatted.Status.Should().Be(0);
        formatted.OutputLines.Should().HaveCount(200);
        foreach (var (before, after) in samples.OutputLines.Zip(formatted.OutputLines))
        {
            JsonText.Difference(before, after).Should().BeNull();
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_seed_makes_the_same_ones_everywhere_and_another_others(string kind)
    {
        var first = await Run($"sample {kind} --count 20 --seed -9223372036854775808");
        var again = await Run($"sample {kind} --count 30 --seed -9223372036854775808");
        var other = await Run($"sample {kind} --count 20 --seed 1");
        var single = await Run($"sample {kind}");

        first.OutputLines.Should().OnlyHaveUniqueItems().And.Equal(again.OutputLines[..20]);
        first.OutputLines.Should().NotIntersectWith(other.OutputLines);
        JsonText.Difference(other.OutputLines[0], single.Output).Should().BeNull("without a count it is the first, and the seed is 1");
        Snapshot.Verify(single.Output, kind);
    }
}
