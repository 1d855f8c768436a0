using Instructure.GradeEvents.Canvas;

namespace Instructure.GradeEvents.Serialization;

/// <summary>The bodies of Canvas's own format, by the event_name that they belong to.</summary>
internal static class CanvasBodies
{
    internal const string GradeChange = "grade_change";
    internal const string CourseGradeChange = "course_grade_change";
    internal const string GradeOverride = "grade_override";

    private static readonly (string EventName, Func<RecordShape> Shape)[] s_bodies =
    [
        (GradeChange, static () => GradeChangeBody.Shape),
        (CourseGradeChange, static () => CourseGradeChangeBody.Shape),
        (GradeOverride, static () => GradeOverrideBody.Shape),
    ];

    /// <summary>
    /// What to say when a required member is missing from a body: that it looks like the body of another event, if it has all
    /// that the other requires. The published example of grade_override says grade_change in its metadata.
    /// </summary>
    internal static string? HintAt(PayloadObject body)
    {
        foreach (var (eventName, shape) in s_bodies)
        {
            if (shape().Members.Where(static member => member.IsRequired).All(member => body.UnknownMembers.ContainsKey(member.Name) || IsIn(body, member.Name)))
            {
                return $"; this body looks like the one of {eventName}";
            }
        }

        return null;
    }

    /// <summary>Whether the body has the member as one of its own. Those that several bodies share are required in all of them.</summary>
    private static bool IsIn(PayloadObject body, string name)
        => body switch
        {
            GradeChangeBody => GradeChangeBody.Shape,
            CourseGradeChangeBody => CourseGradeChangeBody.Shape,
            _ => (RecordShape)GradeOverrideBody.Shape,
        }
        is { } shape && shape.Members.Any(member => member.IsRequired && member.Name == name);
}
