namespace Instructure.GradeEvents.Serialization;

/// <summary>
/// Which members came as null, by their place in the record's table, so that they are written back as they came. It plays no
/// part when records are compared: null and missing mean the same.
/// </summary>
internal readonly struct NullMembers(ulong places) : IEquatable<NullMembers>
{
    internal bool Contains(int place) => (places & (1UL << place)) != 0;

    public bool Equals(NullMembers other) => true;

    public override bool Equals(object? obj) => obj is NullMembers;

    public override int GetHashCode() => 0;
}
