using System.Text.Json;
using System.Text.Json.Nodes;
using Instructure.GradeEvents.Caliper;
using Instructure.GradeEvents.Canvas;

namespace Instructure.GradeEvents.Tool.Samples;

/// <summary>Records to fill in. What stays null is written as null, or left out by accounts whose events are compact.</summary>
/// <remarks>They are read from JSON: made records would write every null of a body, and none of the metadata and extensions.</remarks>
internal sealed class Blank
{
    /// <summary>Canvas as jobs name it: by a host. That is no IRI, and can only be read.</summary>
    internal static readonly SoftwareApplication EdAppOfJobs =
        JsonSerializer.Deserialize<SoftwareApplication>("""{"id":"www.canvaslms.com","type":"SoftwareApplication"}""", GradeEventSerializer.Options)!;

    private static readonly Blank s_compact = new(isCompact: true);
    private static readonly Blank s_withNulls = new(isCompact: false);

    private Blank(bool isCompact)
    {
        Metadata = Read<CanvasEventMetadata>("""
            {"event_name":"","event_time":"2026-01-01T00:00:00Z","context_sis_source_id":null}
            """, isCompact);
        GradeChange = Read<GradeChangeBody>("""
            {"submission_id":"0","assignment_id":"0","student_id":"0","user_id":"0","grading_complete":true,"muted":false,
            "grade":null,"old_grade":null,"score":null,"old_score":null,"points_possible":null,"old_points_possible":null,
            "grader_id":null,"student_sis_id":null}
            """, isCompact);
        CourseGradeChange = Read<CourseGradeChangeBody>("""
            {"user_id":"0","course_id":"0","workflow_state":"","created_at":"2026-01-01T00:00:00Z","updated_at":"2026-01-01T00:00:00Z",
            "old_current_score":null,"old_unposted_current_score":null,"old_unposted_final_score":null}
            """, isCompact);
        GradeOverride = Read<GradeOverrideBody>("""
            {"score_id":"0","enrollment_id":"0","user_id":"0","course_id":"0","updated_at":"2026-01-01T00:00:00Z",
            "grading_period_id":null,"override_score":null,"old_override_score":null}
            """, isCompact);
        FinalGradeCustomStatus = Read<FinalGradeCustomStatusBody>("""
            {"score_id":"0","enrollment_id":"0","user_id":"0","course_id":"0","updated_at":"2026-01-01T00:00:00Z","grading_period_id":null,
            "override_status":null,"override_status_id":null,"old_override_status":null,"old_override_status_id":null}
            """, isCompact);
        Attempt = Read<CanvasAttemptExtension>("""{"grade":null}""", isCompact);
        Score = Read<CanvasScoreExtension>("""{"grade":null}""", isCompact);
    }

    internal CanvasEventMetadata Metadata { get; }

    internal GradeChangeBody GradeChange { get; }

    internal CourseGradeChangeBody CourseGradeChange { get; }

    internal GradeOverrideBody GradeOverride { get; }

    internal FinalGradeCustomStatusBody FinalGradeCustomStatus { get; }

    internal CanvasAttemptExtension Attempt { get; }

    internal CanvasScoreExtension Score { get; }

    internal static Blank For(School school) => school.IsCompact ? s_compact : s_withNulls;

    private static T Read<T>(string json, bool isCompact)
    {
        var members = JsonNode.Parse(json)!.AsObject();
        if (isCompact)
        {
            foreach (var (name, _) in members.Where(static member => member.Value is null).ToArray())
            {
                members.Remove(name);
            }
        }

        return members.Deserialize<T>(GradeEventSerializer.Options)!;
    }
}
