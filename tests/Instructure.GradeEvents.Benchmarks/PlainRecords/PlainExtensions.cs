using System.Text.Json.Serialization;

namespace Instructure.GradeEvents.Benchmarks.PlainRecords;

/// <summary>What Canvas adds to an object of Caliper.</summary>
/// <typeparam name="T">What that is.</typeparam>
public sealed record PlainExtensions<T>
    where T : class
{
    [JsonPropertyName("com.instructure.canvas")]
    public T? Canvas { get; set; }
}
