using System.Text.Json.Serialization;

namespace Instructure.GradeEvents.Benchmarks.PlainRecords;

/// <summary>The enrollment of who grades.</summary>
public sealed record PlainMembership
{
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("member")]
    public PlainPerson? Member { get; set; }

    [JsonPropertyName("organization")]
    public PlainCourse? Organization { get; set; }

    [JsonPropertyName("roles")]
    public IReadOnlyList<string>? Roles { get; set; }
}
