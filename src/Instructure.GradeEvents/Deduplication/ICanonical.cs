namespace Instructure.GradeEvents.Deduplication;

/// <summary>A record of plain values, whose canonical form is written without its JSON. The generator completes it.</summary>
internal interface ICanonical
{
    /// <summary>Appends the members in the order of their names.</summary>
    void AppendMembers(CanonicalWriter writer);
}
