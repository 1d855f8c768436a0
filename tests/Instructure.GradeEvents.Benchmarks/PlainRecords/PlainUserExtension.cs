using System.Text.Json.Serialization;

namespace Instructure.GradeEvents.Benchmarks.PlainRecords;

/// <summary>What Canvas adds to a person.</summary>
public sealed record PlainUserExtension
{
    [JsonPropertyName("entity_id")]
    public string? EntityId { get; set; }

    [JsonPropertyName("user_login")]
    public string? UserLogin { get; set; }

    [JsonPropertyName("user_sis_id")]
    public string? UserSisId { get; set; }

    [JsonPropertyName("root_account_id")]
    public string? RootAccountId { get; set; }

    [JsonPropertyName("root_account_lti_guid")]
    public string? RootAccountLtiGuid { get; set; }

    [JsonPropertyName("root_account_uuid")]
    public string? RootAccountUuid { get; set; }

    [JsonPropertyName("real_user_id")]
    public string? RealUserId { get; set; }

    [JsonPropertyName("sis_id")]
    public string? SisId { get; set; }
}
