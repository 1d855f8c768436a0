using System.Text.Json.Serialization;

namespace Instructure.GradeEvents.Benchmarks.PlainRecords;

/// <summary>The metadata of an event of the Canvas format.</summary>
public sealed record PlainMetadata
{
    [JsonPropertyName("client_ip")]
    public string? ClientIp { get; set; }

    [JsonPropertyName("context_account_id")]
    public string? ContextAccountId { get; set; }

    [JsonPropertyName("context_id")]
    public string? ContextId { get; set; }

    [JsonPropertyName("context_role")]
    public string? ContextRole { get; set; }

    [JsonPropertyName("context_sis_source_id")]
    public string? ContextSisSourceId { get; set; }

    [JsonPropertyName("context_type")]
    public string? ContextType { get; set; }

    [JsonPropertyName("event_name")]
    public string? EventName { get; set; }

    [JsonPropertyName("event_time")]
    public DateTimeOffset? EventTime { get; set; }

    [JsonPropertyName("hostname")]
    public string? Hostname { get; set; }

    [JsonPropertyName("http_method")]
    public string? HttpMethod { get; set; }

    [JsonPropertyName("producer")]
    public string? Producer { get; set; }

    [JsonPropertyName("referrer")]
    public string? Referrer { get; set; }

    [JsonPropertyName("request_id")]
    public string? RequestId { get; set; }

    [JsonPropertyName("root_account_id")]
    public string? RootAccountId { get; set; }

    [JsonPropertyName("root_account_lti_guid")]
    public string? RootAccountLtiGuid { get; set; }

    [JsonPropertyName("root_account_uuid")]
    public string? RootAccountUuid { get; set; }

    [JsonPropertyName("session_id")]
    public string? SessionId { get; set; }

    [JsonPropertyName("time_zone")]
    public string? TimeZone { get; set; }

    [JsonPropertyName("url")]
    public string? Url { get; set; }

    [JsonPropertyName("user_account_id")]
    public string? UserAccountId { get; set; }

    [JsonPropertyName("user_agent")]
    public string? UserAgent { get; set; }

    [JsonPropertyName("user_id")]
    public string? UserId { get; set; }

    [JsonPropertyName("user_login")]
    public string? UserLogin { get; set; }

    [JsonPropertyName("user_sis_id")]
    public string? UserSisId { get; set; }

    [JsonPropertyName("real_user_id")]
    public string? RealUserId { get; set; }

    [JsonPropertyName("developer_key_id")]
    public string? DeveloperKeyId { get; set; }

    [JsonPropertyName("job_id")]
    public string? JobId { get; set; }

    [JsonPropertyName("job_tag")]
    public string? JobTag { get; set; }
}
