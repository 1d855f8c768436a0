using System.Text.Json.Serialization;

namespace Instructure.GradeEvents.Benchmarks.PlainRecords;

/// <summary>What Canvas adds to an attempt and to a score.</summary>
public sealed record PlainGradeExtension
{
    [JsonPropertyName("grade")]
    public string? Grade { get; set; }

    [JsonPropertyName("entity_id")]
    public string? EntityId { get; set; }
}
