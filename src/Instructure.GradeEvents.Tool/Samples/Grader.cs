namespace Instructure.GradeEvents.Tool.Samples;

/// <summary>Somebody who grades.</summary>
/// <param name="Id">The local id.</param>
/// <param name="Login">The name that they log in with.</param>
/// <param name="SisId">The id in the student information system, if that knows them.</param>
/// <param name="Enrollment">As what they are in the course, in Canvas's own term.</param>
internal sealed record Grader(long Id, string Login, string? SisId, string Enrollment = "TeacherEnrollment")
{
    /// <summary>The same in Caliper's terms. The first is in the URN of the membership.</summary>
    internal IReadOnlyList<Role> Roles => Enrollment switch
    {
        "TaEnrollment" => ["Instructor", "Instructor#TeachingAssistant"],
        "DesignerEnrollment" => ["ContentDeveloper"],
        _ => ["Instructor"],
    };
}
