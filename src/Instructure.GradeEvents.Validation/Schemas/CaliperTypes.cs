namespace Instructure.GradeEvents.Validation.Schemas;

/// <summary>The Caliper types that are modelled.</summary>
internal static class CaliperTypes
{
    private static ObjectRule All => field ??= new(string.Empty, Shapes.Typed);

    /// <summary>The rule for the type of a grade event.</summary>
    internal static ValueRule TypeOfGradeEvent => field ??= Shapes.GradeEvent.Table.Members[Shapes.GradeEvent.Table.Names.Find("type"u8)].Value;

    internal static bool IsModelled(ReadOnlySpan<byte> type) => Find(type) is not null;

    /// <summary>The shape of a Caliper type; null when it is not modelled.</summary>
    internal static Shape? Find(ReadOnlySpan<byte> type) => All.Find(type);
}
