using System.Text.Json;

namespace Instructure.GradeEvents.Serialization;

/// <summary>
/// In which form members came where their value doesn't tell, so that they are written back as they came: which were null and not
/// missing, and which said more than their type holds. A record that wasn't read has a form to be written in, too.
/// </summary>
/// <param name="nulls">A bit for each of the record's members.</param>
/// <param name="rounded">What was rounded; null for nothing, which is nearly always so.</param>
internal readonly struct SentForms(ulong nulls, List<SentForms.Rounded>? rounded)
{
    private readonly List<Rounded>? _rounded = rounded;

    /// <summary>The form in which all that is null is written.</summary>
    internal static SentForms WithNulls => new(ulong.MaxValue, rounded: null);

    internal bool HasNulls => nulls != 0;

    internal bool HasRounded => _rounded is not null;

    internal bool IsNull(int place) => (nulls & (1UL << place)) != 0;

    /// <summary>The JSON of a member that was rounded, if it still has the value that was read.</summary>
    internal JsonElement? JsonOf(int place, object? value)
    {
        foreach (var entry in _rounded ?? [])
        {
            if (entry.Place == place && Equals(entry.Value, value))
            {
                return entry.Json;
            }
        }

        return null;
    }

    /// <summary>Whether what was rounded in two records came from the same. Null and missing mean the same anyway.</summary>
    internal bool AreSame(PayloadObject owner, SentForms other, PayloadObject otherOwner)
        => (_rounded is null && other._rounded is null) || (IsIn(owner, other, otherOwner) && other.IsIn(otherOwner, this, owner));

    private bool IsIn(PayloadObject owner, SentForms other, PayloadObject otherOwner)
    {
        foreach (var entry in _rounded ?? [])
        {
            if (JsonOf(entry.Place, owner.GetMember(entry.Place)) is { } json
                && !(other.JsonOf(entry.Place, otherOwner.GetMember(entry.Place)) is { } otherJson && JsonValue.Equals(json, otherJson)))
            {
                return false;
            }
        }

        return true;
    }

    internal readonly record struct Rounded(int Place, object? Value, JsonElement Json);
}
