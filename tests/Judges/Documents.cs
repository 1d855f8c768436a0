using System.Globalization;
using System.Text;
using Instructure.GradeEvents.Tests.Support;
using Instructure.GradeEvents.Validation.Tests.Cases;

namespace Instructure.GradeEvents.Judges;

/// <summary>All that is judged, the same in each run.</summary>
internal static class Documents
{
    /// <summary>
    /// Of the Caliper cases and of the mutations NJsonSchema judges only one of so many: a Caliper case takes it a hundredth of a second.
    /// GRADE_EVENTS_ENGINE_STEP=1 has it judge all, in some ten minutes.
    /// </summary>
    public static int EngineStep { get; } = int.TryParse(Environment.GetEnvironmentVariable("GRADE_EVENTS_ENGINE_STEP"), NumberStyles.None, CultureInfo.InvariantCulture, out var step) && step > 0 ? step : 5;

    public static IEnumerable<Document> Of(string samples, int mutations)
    {
        foreach (var root in FaultCases.Roots)
        {
            var isCaliper = root is "CaliperEnvelope" or "GradeEvent";
            foreach (var (fault, i) in FaultCases.Of(root, step: 1).Select(static (fault, i) => (fault, i)))
            {
                var name = $"{root} with {(fault.Code.Length == 0 ? "no fault" : fault.Code)} at {fault.Path}";
                yield return new(name, Encoding.UTF8.GetBytes(fault.Json), !isCaliper || i % EngineStep == 0);
            }
        }

        var payloads = Directory.EnumerateFiles(samples, "*.json").Order(StringComparer.Ordinal)
            .Select(static file => new Document(Path.GetFileName(file), File.ReadAllBytes(file))).ToArray();
        foreach (var payload in payloads)
        {
            yield return payload;
        }

        var random = new Random(20261126);
        for (var i = 0; i < mutations; i++)
        {
            var payload = payloads[i % payloads.Length];
            yield return new(string.Create(CultureInfo.InvariantCulture, $"mutation {i} of {payload.Name}"), Mutations.Of(payload.Utf8, random), i / payloads.Length % EngineStep == 0);
        }
    }
}
