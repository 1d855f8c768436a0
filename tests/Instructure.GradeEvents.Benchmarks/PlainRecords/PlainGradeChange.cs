using System.Text.Json.Serialization;

namespace Instructure.GradeEvents.Benchmarks.PlainRecords;

/// <summary>The event <c>grade_change</c> of the Canvas format.</summary>
public sealed record PlainGradeChange
{
    [JsonPropertyName("metadata")]
    public PlainMetadata? Metadata { get; set; }

    [JsonPropertyName("body")]
    public PlainGradeChangeBody? Body { get; set; }
}
