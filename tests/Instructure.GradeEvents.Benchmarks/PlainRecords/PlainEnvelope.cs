using System.Text.Json.Serialization;

namespace Instructure.GradeEvents.Benchmarks.PlainRecords;

/// <summary>An envelope of Caliper with its events.</summary>
public sealed record PlainEnvelope
{
    [JsonPropertyName("sensor")]
    public string? Sensor { get; set; }

    [JsonPropertyName("sendTime")]
    public DateTimeOffset? SendTime { get; set; }

    [JsonPropertyName("dataVersion")]
    public string? DataVersion { get; set; }

    [JsonPropertyName("data")]
    public IReadOnlyList<PlainGradeEvent>? Data { get; set; }
}
