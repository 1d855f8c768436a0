using Instructure.GradeEvents.Validation.Schemas;

namespace Instructure.GradeEvents.Validation.Checks;

/// <summary>One of the grade events of the Canvas format.</summary>
internal sealed class CanvasGradeEvent
{
    private CanvasGradeEvent(PayloadKind kind, string name, Shape @event, Shape streamEvent, Shape body)
        => (Kind, Name, Event, StreamEvent, Body) = (kind, name, ValueRule.Of("an object", @event), ValueRule.Of("an object", streamEvent), body);

    internal static CanvasGradeEvent[] All { get; } =
    [
        new(PayloadKind.GradeChange, "grade_change", Shapes.GradeChangeEvent, Shapes.GradeChangeStreamEvent, Shapes.GradeChangeBody),
        new(PayloadKind.CourseGradeChange, "course_grade_change", Shapes.CourseGradeChangeEvent, Shapes.CourseGradeChangeStreamEvent, Shapes.CourseGradeChangeBody),
        new(PayloadKind.GradeOverride, "grade_override", Shapes.GradeOverrideEvent, Shapes.GradeOverrideStreamEvent, Shapes.GradeOverrideBody),
    ];

    internal static string[] Names { get; } = Array.ConvertAll(All, static known => known.Name);

    internal static NameTable NameTable { get; } = new(Names);

    internal static string Expected => string.Join(", ", Names.Take(Names.Length - 1).Select(static name => $"\"{name}\"")) + $" or \"{Names[Names.Length - 1]}\"";

    internal PayloadKind Kind { get; }

    /// <summary>Its event_name.</summary>
    internal string Name { get; }

    /// <summary>What a document with this event must be.</summary>
    internal ValueRule Event { get; }

    /// <summary>What a document with this event of a Kinesis stream must be.</summary>
    internal ValueRule StreamEvent { get; }

    internal Shape Body { get; }

    /// <summary>The members of its body that no other event has.</summary>
    internal NameTable OwnMembers => field ??= new([.. Body.Table.Members.Select(static member => member.Name).Where(name => !Array.Exists(All, other => other != this && Array.Exists(other.Body.Table.Members, member => member.Name == name)))]);

    /// <summary>The same members, a bit for each, as <see cref="Body"/> has them.</summary>
    internal ulong OwnBits
    {
        get
        {
            if (field == 0)
            {
                for (var i = 0; i < Body.Table.Members.Length; i++)
                {
                    field |= OwnMembers.Find(Body.Table.Names[i]) >= 0 ? 1UL << i : 0;
                }
            }

            return field;
        }
    }

    /// <summary>The event of this name; null when it is none of the grade events.</summary>
    internal static CanvasGradeEvent? Find(ReadOnlySpan<byte> name) => NameTable.Find(name) is >= 0 and var index ? All[index] : null;
}
