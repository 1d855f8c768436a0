using System.Text.Json.Serialization;

namespace Instructure.GradeEvents.Benchmarks.PlainRecords;

/// <summary>A submission.</summary>
public sealed record PlainAttempt
{
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("extensions")]
    public PlainExtensions<PlainGradeExtension>? Extensions { get; set; }

    [JsonPropertyName("assignee")]
    public PlainPerson? Assignee { get; set; }

    [JsonPropertyName("assignable")]
    public PlainResource? Assignable { get; set; }
}
