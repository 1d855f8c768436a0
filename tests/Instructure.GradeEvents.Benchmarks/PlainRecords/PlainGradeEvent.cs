using System.Text.Json.Serialization;

namespace Instructure.GradeEvents.Benchmarks.PlainRecords;

/// <summary>The <c>GradeEvent</c> of Caliper.</summary>
public sealed record PlainGradeEvent
{
    [JsonPropertyName("@context")]
    public string? Context { get; set; }

    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("actor")]
    public PlainPerson? Actor { get; set; }

    [JsonPropertyName("action")]
    public string? Action { get; set; }

    [JsonPropertyName("object")]
    public PlainAttempt? Object { get; set; }

    [JsonPropertyName("eventTime")]
    public DateTimeOffset? EventTime { get; set; }

    [JsonPropertyName("generated")]
    public PlainScore? Generated { get; set; }

    [JsonPropertyName("referrer")]
    public string? Referrer { get; set; }

    [JsonPropertyName("edApp")]
    public PlainResource? EdApp { get; set; }

    [JsonPropertyName("group")]
    public PlainCourse? Group { get; set; }

    [JsonPropertyName("membership")]
    public PlainMembership? Membership { get; set; }

    [JsonPropertyName("session")]
    public PlainResource? Session { get; set; }

    [JsonPropertyName("extensions")]
    public PlainExtensions<PlainEventExtension>? Extensions { get; set; }
}
