using System.Text.Json.Serialization;

namespace Instructure.GradeEvents.Benchmarks.PlainRecords;

/// <summary>A course.</summary>
public sealed record PlainCourse
{
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("extensions")]
    public PlainExtensions<PlainGroupExtension>? Extensions { get; set; }
}
