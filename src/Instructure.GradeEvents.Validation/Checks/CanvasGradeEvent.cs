using Instructure.GradeEvents.Validation.Schemas;

namespace Instructure.GradeEvents.Validation.Checks;

/// <summary>One of the grade events of the Canvas format.</summary>
internal sealed class CanvasGradeEvent
{
    // In boxes: a process of 32 bits could read half of a number that another thread is writing.
    private object? _tellingBits;
    private object? _ownBits;

    private CanvasGradeEvent(PayloadKind kind, string name, Shape @event, Shape streamEvent, Shape body)
        => (Kind, Name, Event, StreamEvent, Body) = (kind, name, ValueRule.Of("an object", @event), ValueRule.Of("an object", streamEvent), body);

    internal static CanvasGradeEvent[] All { get; } =
    [
        new(PayloadKind.GradeChange, "grade_change", Shapes.GradeChangeEvent, Shapes.GradeChangeStreamEvent, Shapes.GradeChangeBody),
        new(PayloadKind.CourseGradeChange, "course_grade_change", Shapes.CourseGradeChangeEvent, Shapes.CourseGradeChangeStreamEvent, Shapes.CourseGradeChangeBody),
        new(PayloadKind.GradeOverride, "grade_override", Shapes.GradeOverrideEvent, Shapes.GradeOverrideStreamEvent, Shapes.GradeOverrideBody),
        new(PayloadKind.FinalGradeCustomStatus, "final_grade_custom_status", Shapes.FinalGradeCustomStatusEvent, Shapes.FinalGradeCustomStatusStreamEvent, Shapes.FinalGradeCustomStatusBody),
    ];

    internal static string[] Names { get; } = Array.ConvertAll(All, static known => known.Name);

    internal static NameTable NameTable { get; } = new(Names);

    /// <summary>The members that tell of which event a body is: no more than half of the events have them. A user_id, in contrast, is everywhere.</summary>
    internal static NameTable TellingMembers => field ??= new(
        [.. All.SelectMany(static known => known.Body.Table.Members).GroupBy(static member => member.Name, StringComparer.Ordinal).Where(static bodies => bodies.Count() <= All.Length / 2).Select(static bodies => bodies.Key)]);

    internal static string Expected => string.Join(", ", Names.Take(Names.Length - 1).Select(static name => $"\"{name}\"")) + $" or \"{Names[Names.Length - 1]}\"";

    internal PayloadKind Kind { get; }

    /// <summary>Its event_name.</summary>
    internal string Name { get; }

    /// <summary>What a document with this event must be.</summary>
    internal ValueRule Event { get; }

    /// <summary>What a document with this event of a Kinesis stream must be.</summary>
    internal ValueRule StreamEvent { get; }

    internal Shape Body { get; }

    /// <summary>Which of the telling members its body has: a bit for each.</summary>
    internal ulong TellingBits => (ulong)(_tellingBits ??= BitsOf(TellingMembers, name => Body.Table.Names.Find(name) >= 0));

    /// <summary>The members of its body that no other event has: a bit for each, as <see cref="Body"/> has them.</summary>
    internal ulong OwnBits => (ulong)(_ownBits ??= BitsOf(Body.Table.Names, name => !Array.Exists(All, other => other != this && other.Body.Table.Names.Find(name) >= 0)));

    /// <summary>The event of this name; null when it is none of the grade events.</summary>
    internal static CanvasGradeEvent? Find(ReadOnlySpan<byte> name) => NameTable.Find(name) is >= 0 and var index ? All[index] : null;

    private static ulong BitsOf(NameTable names, Func<byte[], bool> isCounted)
    {
        ulong bits = 0;
        for (var i = 0; i < names.Count; i++)
        {
            bits |= isCounted(names[i].ToArray()) ? 1UL << i : 0;
        }

        return bits;
    }
}
