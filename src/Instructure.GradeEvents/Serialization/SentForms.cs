namespace Instructure.GradeEvents.Serialization;

/// <summary>
/// In which form members came where their value doesn't tell, so that they are written back as they came: which were null and not
/// missing, and which said more than their type holds. It plays no part when records are compared.
/// </summary>
/// <param name="nulls">A bit for each place in the record's table.</param>
/// <param name="rounded">What was rounded; null for nothing, which is nearly always so.</param>
internal readonly struct SentForms(ulong nulls, List<SentForms.Rounded>? rounded) : IEquatable<SentForms>
{
    internal bool IsNull(int place) => (nulls & (1UL << place)) != 0;

    /// <summary>The JSON of a member that was rounded, if it still has the value that was read.</summary>
    internal string? JsonOf(int place, RecordMember member, PayloadObject owner)
    {
        if (rounded is null)
        {
            return null;
        }

        foreach (var entry in rounded)
        {
            if (entry.Place == place && Equals(entry.Value, member.GetValue(owner)))
            {
                return entry.Json;
            }
        }

        return null;
    }

    public bool Equals(SentForms other) => true;

    public override bool Equals(object? obj) => obj is SentForms;

    public override int GetHashCode() => 0;

    internal readonly record struct Rounded(int Place, object? Value, string Json);
}
