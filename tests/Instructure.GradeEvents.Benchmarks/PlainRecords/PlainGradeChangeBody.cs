using System.Text.Json.Serialization;

namespace Instructure.GradeEvents.Benchmarks.PlainRecords;

/// <summary>The body of the event <c>grade_change</c>.</summary>
public sealed record PlainGradeChangeBody
{
    [JsonPropertyName("assignment_id")]
    public string? AssignmentId { get; set; }

    [JsonPropertyName("assignment_name")]
    public string? AssignmentName { get; set; }

    [JsonPropertyName("grade")]
    public string? Grade { get; set; }

    [JsonPropertyName("grader_id")]
    public string? GraderId { get; set; }

    [JsonPropertyName("grading_complete")]
    public bool? GradingComplete { get; set; }

    [JsonPropertyName("muted")]
    public bool? Muted { get; set; }

    [JsonPropertyName("old_grade")]
    public string? OldGrade { get; set; }

    [JsonPropertyName("old_points_possible")]
    public decimal? OldPointsPossible { get; set; }

    [JsonPropertyName("old_score")]
    public decimal? OldScore { get; set; }

    [JsonPropertyName("points_possible")]
    public decimal? PointsPossible { get; set; }

    [JsonPropertyName("score")]
    public decimal? Score { get; set; }

    [JsonPropertyName("student_id")]
    public string? StudentId { get; set; }

    [JsonPropertyName("student_sis_id")]
    public string? StudentSisId { get; set; }

    [JsonPropertyName("submission_id")]
    public string? SubmissionId { get; set; }

    [JsonPropertyName("user_id")]
    public string? UserId { get; set; }
}
