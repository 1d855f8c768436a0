using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Instructure.GradeEvents.Caliper;
using Instructure.GradeEvents.Tests.Support;
using Instructure.GradeEvents.Validation.Tests.Cases;

namespace Instructure.GradeEvents.Validation.Tests;

/// <summary>The validator and the serializer held together: what can't be read is never valid, what is valid always reads.</summary>
public class AgreementTests
{
    public static TheoryData<string> Roots => [.. FaultCases.Roots];

    [Fact]
    public void A_random_payload_in_the_documented_form_is_valid_and_reads()
        => Prop.ForAll(ArbMap.Default.ArbFor<int>(), static seed =>
        {
            var json = Payload(seed, asDocumented: true).ToJsonString();
            var report = GradeEventValidator.Default.Validate(json);
            return (report.IsValid && CanRead(json, report.Kind)).Label($"{report}\n{json}");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Mutations.AreMany ? 1000 : 400));

    [Fact]
    public void A_random_payload_in_any_form_that_reads_is_valid_only_if_it_reads()
        => Prop.ForAll(ArbMap.Default.ArbFor<int>(), static seed => Agree(Payload(seed, asDocumented: false).ToJsonString())).Check(Config.QuickThrowOnFailure.WithMaxTest(Mutations.AreMany ? 1000 : 400));

    [Fact]
    public void A_payload_with_values_exchanged_is_valid_only_if_it_reads()
        => Prop.ForAll(ArbMap.Default.ArbFor<int>(), static seed =>
        {
            var random = new Random(seed);
            var (payload, maker) = PayloadAndPlaces(seed);
            for (var i = random.Next(1, 3); i > 0; i--)
            {
                var (owner, fact) = maker.Places[random.Next(maker.Places.Count)];
                var (other, otherFact) = maker.Places[random.Next(maker.Places.Count)];
                owner[fact.Name] = random.Next(8) == 0 ? JsonValue.Create(random.Next(3)) : other[otherFact.Name]?.DeepClone();
            }

            return Agree(payload.ToJsonString());
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Mutations.AreMany ? 3000 : 800));

    [Theory]
    [MemberData(nameof(Roots))]
    public void Of_all_known_faults_those_that_are_valid_read_and_those_that_do_not_read_are_not_valid(string root)
    {
        foreach (var fault in FaultCases.Of(root, FaultCases.QuickStep(root)).Where(static (fault, i) => fault.Code.Length == 0 || i % 5 == 0))
        {
            var report = GradeEventValidator.Default.Validate(fault.Json);
            (report.IsValid && !CanRead(fault.Json, report.Kind)).Should().BeFalse("of {0}", fault);
        }
    }

    [Theory]
    [InlineData("metadata", "body")]
    [InlineData("attributes", "body")]
    [InlineData("dataVersion", "data")]
    [InlineData("dataVersion", "data", "sensor", "sendTime")]
    [InlineData("@context", "type", "actor")]
    public void A_document_with_the_names_of_another_format_around_it_is_valid_only_if_it_reads(params string[] names)
    {
        foreach (var file in Repository.SampleFiles)
        {
            foreach (var value in new[] { "null", "5", "[]", "{}", "\"x\"", """{"event_name":"grade_change","event_time":"2026-01-01T00:00:00Z"}""" })
            {
                var members = string.Concat(names.Select(name => $"\"{name}\":{value},"));
                var json = File.ReadAllText(file).Trim();
                Check("{" + members + json[1..]);
                Check(json[..^1] + "," + members.TrimEnd(',') + "}");
            }
        }

        static void Check(string json)
        {
            var report = GradeEventValidator.Default.Validate(json);
            (report.IsValid && !CanRead(json, report.Kind)).Should().BeFalse("of {0} {1}", report, json);
        }
    }

    private static Property Agree(string json)
    {
        var report = GradeEventValidator.Default.Validate(json);
        return (!report.IsValid || CanRead(json, report.Kind)).Label($"{report}\n{json}").Classify(report.IsValid, "valid");
    }

    private static JsonObject Payload(int seed, bool asDocumented)
    {
        var random = new Random(seed);
        var maker = new PayloadMaker(random, asDocumented);
        return random.Next(2) == 0 ? maker.Make(FaultCases.Roots[random.Next(FaultCases.Roots.Count)]) : maker.MakeWithUnknownMembers(FaultCases.Roots[random.Next(FaultCases.Roots.Count)]);
    }

    private static (JsonObject Payload, PayloadMaker Maker) PayloadAndPlaces(int seed)
    {
        var maker = new PayloadMaker(new(seed), asDocumented: true);
        return (maker.Make(FaultCases.Roots[(seed & int.MaxValue) % FaultCases.Roots.Count]), maker);
    }

    private static bool CanRead(string json, PayloadKind kind)
    {
        try
        {
            return kind == PayloadKind.CaliperEvent
                ? GradeEventSerializer.Deserialize(json) is GradeEvent
                : GradeEventSerializer.TryDeserialize(Encoding.UTF8.GetBytes(json), out _, out _);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
