namespace Instructure.GradeEvents.Serialization;

/// <summary>
/// What the values of a record that was read don't tell of its JSON, so that it is written as it came: which members were null and not missing,
/// and which said more than their type holds.
/// </summary>
/// <param name="nulls">A bit for each of the record's members.</param>
/// <param name="rounded">The members that were rounded; null for none, which is nearly always so.</param>
internal readonly struct OriginalForm(ulong nulls, List<OriginalForm.RoundedMember>? rounded)
{
    private readonly List<RoundedMember>? _rounded = rounded;

    /// <summary>That of an object that was not read, and writes all that is null.</summary>
    internal static OriginalForm WithNulls => new(ulong.MaxValue, rounded: null);

    internal bool HasNulls => nulls != 0;

    internal bool HasRounded => _rounded is not null;

    internal bool IsNull(int index) => (nulls & (1UL << index)) != 0;

    /// <summary>The JSON of a member that was rounded, if it still has the value that was read.</summary>
    internal JsonValue? JsonOf(int index, object? value)
    {
        foreach (var member in _rounded ?? [])
        {
            if (member.Index == index && Equals(member.Value, value))
            {
                return member.Json;
            }
        }

        return null;
    }

    /// <summary>Whether what was rounded in two records came from the same. Null and missing mean the same anyway.</summary>
    internal bool Equals(PayloadObject owner, OriginalForm other, PayloadObject otherOwner)
        => (_rounded is null && other._rounded is null) || Unchanged(owner).SequenceEqual(other.Unchanged(otherOwner));

    private IEnumerable<RoundedMember> Unchanged(PayloadObject owner)
        => (_rounded ?? []).Where(member => Equals(member.Value, owner.GetMember(member.Index))).OrderBy(static member => member.Index);

    internal readonly record struct RoundedMember(int Index, object? Value, JsonValue Json);
}
