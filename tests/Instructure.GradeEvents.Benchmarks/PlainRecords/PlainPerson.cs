using System.Text.Json.Serialization;

namespace Instructure.GradeEvents.Benchmarks.PlainRecords;

/// <summary>Who grades, or who is graded.</summary>
public sealed record PlainPerson
{
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("extensions")]
    public PlainExtensions<PlainUserExtension>? Extensions { get; set; }
}
