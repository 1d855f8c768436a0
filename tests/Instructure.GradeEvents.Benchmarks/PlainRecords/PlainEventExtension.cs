using System.Text.Json.Serialization;

namespace Instructure.GradeEvents.Benchmarks.PlainRecords;

/// <summary>What Canvas adds to an event.</summary>
public sealed record PlainEventExtension
{
    [JsonPropertyName("hostname")]
    public string? Hostname { get; set; }

    [JsonPropertyName("request_id")]
    public string? RequestId { get; set; }

    [JsonPropertyName("user_agent")]
    public string? UserAgent { get; set; }

    [JsonPropertyName("client_ip")]
    public string? ClientIp { get; set; }

    [JsonPropertyName("request_url")]
    public string? RequestUrl { get; set; }

    [JsonPropertyName("job_id")]
    public string? JobId { get; set; }

    [JsonPropertyName("job_tag")]
    public string? JobTag { get; set; }

    [JsonPropertyName("version")]
    public string? Version { get; set; }
}
