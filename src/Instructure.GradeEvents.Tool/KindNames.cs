using Instructure.GradeEvents.Tool.CommandLine;
using Instructure.GradeEvents.Validation;

namespace Instructure.GradeEvents.Tool;

/// <summary>What the kinds of payloads are called in arguments and reports.</summary>
internal static class KindNames
{
    /// <summary>The names of all kinds that a payload can be known as.</summary>
    internal static readonly string[] Known = [.. Enum.GetValues<PayloadKind>().Where(static kind => kind != PayloadKind.Unknown).Select(Of)];

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

    /// <summary>The kind of a name, with <c>-</c> or <c>_</c>.</summary>
    internal static PayloadKind Parse(string name) => Enum.GetValues<PayloadKind>().First(kind => Choice.IsSame(Of(kind), name));
}
