using System.Text.Json;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents;

/// <summary>A JSON object of a payload: the base of every record, which keeps the members that the record has no property for.</summary>
/// <remarks>
/// <para>Records are immutable and compared by value: two are equal when they are of the same type and all their members are,
/// lists and unknown members included. A member that is null and one that is missing mean the same, and are equal; which of
/// the two it was is remembered for writing. A number or a time that says more than its type holds is rounded, a time down; it is
/// written as it came unless you set another value, and equals only what came from the same.</para>
/// <para>Nobody outside this library can derive from it.</para>
/// </remarks>
public abstract record PayloadObject
{
    private JsonMembers _unknownMembers = JsonMembers.Empty;
    private SentForms _sentForms;

    private protected PayloadObject()
    {
    }

    /// <summary>The members of the object that the record has no property for, by name, as they came. Empty when there are none.</summary>
    /// <remarks>
    /// Canvas adds members without notice, so they are kept here, written back, and part of what is compared. Values are copied
    /// when this is set. A name that the record has a property for can't be written.
    /// </remarks>
    public IReadOnlyDictionary<string, JsonElement> UnknownMembers
    {
        get => _unknownMembers;
        init => _unknownMembers = JsonMembers.From(value ?? throw new ArgumentNullException(nameof(value)), nameof(value));
    }

    internal SentForms SentForms => _sentForms;

    /// <summary>Whether the other is of the same type and all members of the two are equal.</summary>
    /// <param name="other">The other, or null.</param>
    /// <returns>True when they say the same.</returns>
    public virtual bool Equals(PayloadObject? other)
        => ReferenceEquals(this, other)
            || (other is not null
                && EqualityContract == other.EqualityContract
                && _unknownMembers.Equals(other._unknownMembers)
                && _sentForms.AreSame(this, other._sentForms, other));

    /// <inheritdoc/>
    public override int GetHashCode() => JsonValue.Combine(EqualityContract.GetHashCode(), _unknownMembers.GetHashCode());

    internal abstract void WriteTo(Utf8JsonWriter writer);

    /// <exception cref="InvalidOperationException">One is among those that the object has anyway.</exception>
    internal void WriteUnknownMembers(Utf8JsonWriter writer, Func<string, bool> isKnown)
    {
        if (_unknownMembers.Count == 0)
        {
            return;
        }

        if (_unknownMembers.Keys.FirstOrDefault(isKnown) is { } name)
        {
            throw new InvalidOperationException($"\"{name}\" is among the unknown members of {GetType().Name}, which has it already.");
        }

        _unknownMembers.WriteTo(writer);
    }

    internal void SetRead(JsonMembers? unknownMembers, SentForms sentForms)
    {
        _unknownMembers = unknownMembers ?? JsonMembers.Empty;
        _sentForms = sentForms;
    }
}
