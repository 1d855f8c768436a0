using System.Text.Json.Serialization;

namespace Instructure.GradeEvents.Benchmarks.PlainRecords;

/// <summary>What Canvas adds to a course.</summary>
public sealed record PlainGroupExtension
{
    [JsonPropertyName("context_type")]
    public string? ContextType { get; set; }

    [JsonPropertyName("entity_id")]
    public string? EntityId { get; set; }
}
