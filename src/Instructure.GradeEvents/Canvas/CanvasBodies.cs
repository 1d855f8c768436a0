using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Canvas;

/// <summary>The bodies of Canvas's own format, by the event_name that they belong to.</summary>
internal static class CanvasBodies
{
    internal const string GradeChange = "grade_change";
    internal const string CourseGradeChange = "course_grade_change";
    internal const string GradeOverride = "grade_override";
    internal const string FinalGradeCustomStatus = "final_grade_custom_status";

    private static readonly (string EventName, Func<RecordShape> Shape)[] s_bodies =
    [
        (GradeChange, static () => GradeChangeBody.Shape),
        (CourseGradeChange, static () => CourseGradeChangeBody.Shape),
        (GradeOverride, static () => GradeOverrideBody.Shape),
        (FinalGradeCustomStatus, static () => FinalGradeCustomStatusBody.Shape),
    ];

    internal static IEnumerable<RecordShape> Shapes => s_bodies.Select(static body => body.Shape());

    /// <summary>The members that tell of which event a body is: no more than half of the events have them. A user_id, in contrast, is everywhere.</summary>
    internal static HashSet<string> TellingMembers => field ??= new(
        Shapes.SelectMany(static shape => shape.Members).GroupBy(static member => member.Name, StringComparer.Ordinal)
            .Where(static bodies => bodies.Count() <= s_bodies.Length / 2).Select(static bodies => bodies.Key),
        StringComparer.Ordinal);

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
            FinalGradeCustomStatusEvent => FinalGradeCustomStatus,
            _ => null,
        };
        var actual = value.Metadata.EventName;
        if (expected is null ? IsEventName(actual) : actual != expected)
        {
            throw new InvalidOperationException($"A {value.GetType().Name} can't have the event name {PrintableText.Quote(actual)}{(expected is null ? null : $"; its name is \"{expected}\"")}.");
        }
    }

    /// <summary>
    /// The event whose body the object looks like more than like the body that it was read as; null when there is none. That body has all the telling members of its
    /// own record that are there, and more of the others. The published example of grade_override says grade_change in its metadata.
    /// </summary>
    /// <param name="body">The body that was read; its unknown members are those that its own record doesn't have.</param>
    /// <param name="own">The shape of its own record.</param>
    /// <param name="seen">Which members of its own record were there: a bit for each.</param>
    internal static string? Resembling(PayloadObject body, RecordShape own, ulong seen)
    {
        var unknown = body.UnknownNamesWhere(TellingMembers.Contains);
        if (unknown.Count == 0)
        {
            return null;
        }

        var there = own.Members.Where(member => (seen & (1UL << member.Index)) != 0).Select(static member => member.Name)
            .Where(TellingMembers.Contains).Concat(unknown).ToList();
        var (closest, most) = ((string?)null, there.Count(own.IsKnown));
        foreach (var (eventName, shape) in s_bodies)
        {
            if (there.Count(shape().IsKnown) is var count && count > most && there.TrueForAll(name => !own.IsKnown(name) || shape().IsKnown(name)))
            {
                (closest, most) = (eventName, count);
            }
        }

        return closest;
    }
}
