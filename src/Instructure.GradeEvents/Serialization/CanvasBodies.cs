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

    internal static IEnumerable<RecordShape> Shapes => s_bodies.Select(static body => body.Shape());

    /// <summary>Whether there is a record for the body of this event.</summary>
    internal static bool IsEventName(string eventName) => Array.Exists(s_bodies, body => body.EventName == eventName);

    /// <summary>An event whose name belongs to another record could not be read back.</summary>
    internal static void CheckEventName(CanvasEvent value)
    {
        var expected = value switch
        {
            GradeChangeEvent => GradeChange,
            CourseGradeChangeEvent => CourseGradeChange,
            GradeOverrideEvent => GradeOverride,
            _ => null,
        };
        var actual = value.Metadata.EventName;
        if (expected is null ? IsEventName(actual) : actual != expected)
        {
            throw new InvalidOperationException($"A {value.GetType().Name} can't have the event name {PrintableText.Quote(actual)}{(expected is null ? null : $"; its name is \"{expected}\"")}.");
        }
    }

    /// <summary>
    /// What to say when a required member is missing from a body: that it looks like the body of another event, if it has all
    /// that the other requires. The published example of grade_override says grade_change in its metadata.
    /// </summary>
    internal static string? HintAt(PayloadObject body, RecordShape own)
    {
        foreach (var (eventName, shape) in s_bodies)
        {
            if (shape() != own && shape().Members.Where(static member => member.IsRequired).All(HasMember))
            {
                return $"; this body looks like the one of {eventName}";
            }
        }

        return null;

        // What both bodies require was read into a property, if it was there; the rest of the other is unknown to this one.
        bool HasMember(RecordShape.Member member)
            => body.UnknownMembers.ContainsKey(member.Name) || own.Members.Any(known => known.IsRequired && known.Name == member.Name);
    }
}
