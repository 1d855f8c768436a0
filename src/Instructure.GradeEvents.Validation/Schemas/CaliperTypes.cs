namespace Instructure.GradeEvents.Validation.Schemas;

/// <summary>The Caliper types that are modelled.</summary>
internal static class CaliperTypes
{
    private static readonly ObjectRule s_all = new(string.Empty, Shapes.Typed);

    internal static Shape GradeEvent { get; } = Shapes.GradeEvent;

    /// <summary>The rule for the type of a grade event.</summary>
    internal static ValueRule TypeOfGradeEvent { get; } = Array.Find(GradeEvent.Table.Members, static member => member.Name == "type")!.Value;

    internal static bool IsModelled(ReadOnlySpan<byte> type) => Find(type) is not null;

    /// <summary>The shape of a Caliper type; null when it is not modelled.</summary>
    internal static Shape? Find(ReadOnlySpan<byte> type) => s_all.Find(type);
}
