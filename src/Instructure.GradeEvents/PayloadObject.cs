using System.Runtime.CompilerServices;
using System.Text.Json;
using Instructure.GradeEvents.Caliper;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents;

/// <summary>A JSON object of a payload: the base of every record, which keeps the members that the record has no property for.</summary>
/// <remarks>
/// <para>Records are immutable and compared by value: two are equal when they are of the same type and all their members are,
/// lists and unknown members included. A member that is null and one that is missing mean the same, and are equal; which of
/// the two it was is remembered for writing. Of what was not read, the bodies of Canvas's own format write what is null, as Canvas does,
/// and all other records leave it out. A number or a time that says more than its type holds is rounded, a time down; it is
/// written as it came unless you set another value, and equals only what came from the same.</para>
/// <para>Nobody outside this library can derive from it.</para>
/// </remarks>
public abstract record PayloadObject
{
    private JsonMembers _unknownMembers = JsonMembers.None;
    private OriginalForm _originalForm;

    private protected PayloadObject()
    {
    }

    /// <summary>The members of the object that the record has no property for, by name, as they came. Empty when there are none.</summary>
    /// <remarks>
    /// Canvas adds members without notice, so they are kept here, written back, and part of what is compared. What was read is kept as its text,
    /// without white space, and parsed when you first ask for it. Values are copied when this is set. A name that the record has a property for
    /// can't be written.
    /// </remarks>
    public IReadOnlyDictionary<string, JsonElement> UnknownMembers
    {
        get => _unknownMembers;
        init => _unknownMembers = JsonMembers.From(value ?? throw new ArgumentNullException(nameof(value)), nameof(value));
    }

    /// <summary>Whether the other is of the same type and all members of the two are equal.</summary>
    /// <param name="other">The other, or null.</param>
    /// <returns>True when they say the same.</returns>
    public virtual bool Equals(PayloadObject? other)
        => ReferenceEquals(this, other)
            || (other is not null
                && EqualityContract == other.EqualityContract
                && _unknownMembers.Equals(other._unknownMembers)
                && _originalForm.Equals(this, other._originalForm, other));

    /// <inheritdoc/>
    public override int GetHashCode() => JsonValue.Combine(EqualityContract.GetHashCode(), _unknownMembers.GetHashCode());

    /// <summary>The object for a log or a debugger, the same in every culture.</summary>
    /// <returns>Of an event a short line without personal data but for ids; of any other its members with their names in JSON. The form may change.</returns>
    public sealed override string ToString() => Describe();

    private protected virtual string Describe()
    {
        var shape = GetShape();
        var members = shape.Members.Select(member => (member.Name, Value: GetMember(member.Index))).Where(static member => member.Value is not null);
        return shape.Name + " { " + string.Join(", ", members.Select(static member => FormattableString.Invariant($"{member.Name} = {member.Value}"))) + " }";
    }

    // The generator overrides these for the members of a record. The events that have no shape read and write themselves.

    /// <summary>Reads the value of a member, which isn't null. False when it means the same as null.</summary>
    internal virtual bool ReadMember(int index, ref EventReader json) => throw new NotSupportedException();

    internal virtual object? GetMember(int index) => throw new NotSupportedException();

    /// <summary>What a message says was expected of a member.</summary>
    internal virtual string ExpectedOf(int index) => throw new NotSupportedException();

    private protected virtual RecordShape GetShape() => throw new NotSupportedException();

    private protected virtual void WriteMembers(Utf8JsonWriter writer) => throw new NotSupportedException();

    /// <summary>The event whose body the object rather looks like, by the members that were there; null for none, and for what is no body.</summary>
    internal virtual string? Resembling(ulong seen) => null;

    internal virtual void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        WriteMembers(writer);
        if (!_unknownMembers.IsEmpty)
        {
            WriteUnknownMembers(writer, GetShape().IsKnown);
        }

        writer.WriteEndObject();
    }

    /// <exception cref="InvalidOperationException">One is among those that the object has anyway.</exception>
    internal void WriteUnknownMembers(Utf8JsonWriter writer, Func<string, bool> isKnown)
    {
        if (_unknownMembers.IsEmpty)
        {
            return;
        }

        if (_unknownMembers.NamesWhere(isKnown) is { Count: > 0 } names)
        {
            throw new InvalidOperationException($"\"{names[0]}\" is among the unknown members of {GetType().Name}, which has it already.");
        }

        _unknownMembers.WriteTo(writer);
    }

    /// <summary>The names of the unknown members for which the condition holds.</summary>
    internal IReadOnlyList<string> UnknownNamesWhere(Func<string, bool> condition) => _unknownMembers.NamesWhere(condition);

    internal void SetRead(JsonMembers unknownMembers, OriginalForm originalForm)
    {
        _unknownMembers = unknownMembers;
        _originalForm = originalForm;
    }

    /// <summary>Tells the constructor that makes an empty record, which is then read, from the one for users, who must set what is required.</summary>
    private protected readonly struct ToBeRead;

    /// <summary>Makes an object that was not read write all that is null.</summary>
    private protected void WriteNulls() => _originalForm = OriginalForm.WithNulls;

    /// <summary>Whether a member is written as null: it was sent so, or the object was made so.</summary>
    private protected bool HasSentNulls => _originalForm.HasNulls;

    /// <summary>An entity as a record holds it: a thinned one is what the reader makes of its IRI, whatever it was before.</summary>
    private protected static T? Held<T>(T? value, IShape<T> shape)
        where T : Entity
        => value is null or { IsThinned: false } ? value : Entity.CreateThinned(shape, value.Id);

    /// <summary>Whether the members of the record tell all of its JSON: there are no unknown ones, and none was rounded.</summary>
    internal bool IsAllInMembers => _unknownMembers.IsEmpty && !_originalForm.HasRounded;

    private protected static bool HasValue<T>(T value) => value is not null;

    /// <summary>Writes a member: as it came when it was rounded, and not at all when it is null, unless it was sent so or the object writes nulls.</summary>
    /// <exception cref="InvalidOperationException">It is required, and null.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private protected void Write<T>(Utf8JsonWriter writer, RecordShape.Member member, Codec<T> codec, T? value)
    {
        if (value is null)
        {
            WriteNull(writer, member);
        }
        else if (!_originalForm.HasRounded || !WriteRounded(writer, member, value))
        {
            codec.WriteMember(writer, member.EncodedName, value);
        }
    }

    /// <inheritdoc cref="Write{T}(Utf8JsonWriter, RecordShape.Member, Codec{T}, T)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private protected void Write<T>(Utf8JsonWriter writer, RecordShape.Member member, Codec<T> codec, T? value)
        where T : struct
    {
        if (!value.HasValue)
        {
            WriteNull(writer, member);
        }
        else if (!_originalForm.HasRounded || !WriteRounded(writer, member, value))
        {
            codec.WriteMember(writer, member.EncodedName, value.GetValueOrDefault());
        }
    }

    /// <inheritdoc cref="Write{T}(Utf8JsonWriter, RecordShape.Member, Codec{T}, T)"/>
    private protected void Write<T>(Utf8JsonWriter writer, RecordShape.Member member, HeldEntity<T> entity)
        where T : Entity
    {
        if (!entity.HasValue)
        {
            WriteNull(writer, member);
            return;
        }

        writer.WritePropertyName(member.EncodedName);
        entity.Write(writer);
    }

    private bool WriteRounded(Utf8JsonWriter writer, RecordShape.Member member, object? value)
    {
        if (_originalForm.JsonOf(member.Index, value) is not { } json)
        {
            return false;
        }

        writer.WritePropertyName(member.EncodedName);
        json.WriteTo(writer);
        return true;
    }

    /// <summary>The JSON of a member that was rounded when it was read, if it still has that value; null when the value says all.</summary>
    private protected JsonValue? RoundedJson(string name)
        => _originalForm.HasRounded && Array.Find(GetShape().Members, member => member.Name == name) is { } member ? _originalForm.JsonOf(member.Index, GetMember(member.Index)) : null;

    private void WriteNull(Utf8JsonWriter writer, RecordShape.Member member)
    {
        if (member.IsRequired)
        {
            throw new InvalidOperationException($"The required member \"{member.Name}\" of {GetShape().Name} is null and can't be written.");
        }

        if (_originalForm.IsNull(member.Index))
        {
            writer.WriteNull(member.EncodedName);
        }
    }
}
