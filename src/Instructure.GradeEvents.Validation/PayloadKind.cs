namespace Instructure.GradeEvents.Validation;

/// <summary>What a payload is, as far as it can be told.</summary>
public enum PayloadKind
{
    /// <summary>None of the others: no JSON, some other document, or an event in the Canvas format that is not about grades.</summary>
    Unknown,

    /// <summary>A Caliper envelope: an object with <c>sensor</c>, <c>sendTime</c>, <c>dataVersion</c> and <c>data</c>.</summary>
    CaliperEnvelope,

    /// <summary>A Caliper event without an envelope: an object with <c>@context</c> and <c>type</c>.</summary>
    CaliperEvent,

    /// <summary><c>grade_change</c> in the Canvas format.</summary>
    GradeChange,

    /// <summary><c>course_grade_change</c> in the Canvas format.</summary>
    CourseGradeChange,

    /// <summary><c>grade_override</c> in the Canvas format.</summary>
    GradeOverride,

    /// <summary><c>final_grade_custom_status</c> in the Canvas format.</summary>
    FinalGradeCustomStatus,
}
