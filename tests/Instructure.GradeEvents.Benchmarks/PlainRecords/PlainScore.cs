using System.Text.Json.Serialization;

namespace Instructure.GradeEvents.Benchmarks.PlainRecords;

/// <summary>The grade that was given.</summary>
public sealed record PlainScore
{
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("extensions")]
    public PlainExtensions<PlainGradeExtension>? Extensions { get; set; }

    [JsonPropertyName("attempt")]
    public PlainAttempt? Attempt { get; set; }

    [JsonPropertyName("maxScore")]
    public decimal? MaxScore { get; set; }

    [JsonPropertyName("scoreGiven")]
    public decimal? ScoreGiven { get; set; }

    [JsonPropertyName("scoredBy")]
    public string? ScoredBy { get; set; }
}
