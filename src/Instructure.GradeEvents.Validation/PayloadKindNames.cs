namespace Instructure.GradeEvents.Validation;

/// <summary>What the kinds of payloads are called in reports, arguments and measurements.</summary>
internal static class PayloadKindNames
{
    internal static string Of(PayloadKind kind) => kind switch
    {
        PayloadKind.CaliperEnvelope => "caliper-envelope",
        PayloadKind.CaliperEvent => "caliper-event",
        PayloadKind.GradeChange => "grade_change",
        PayloadKind.CourseGradeChange => "course_grade_change",
        PayloadKind.GradeOverride => "grade_override",
        PayloadKind.FinalGradeCustomStatus => "final_grade_custom_status",
        _ => "unknown",
    };
}
