using System.Text.Json;

namespace Instructure.GradeEvents.Serialization;

/// <summary>The table of a record: which members it has in JSON. It reads and writes the record by it.</summary>
internal abstract class RecordShape(string name, RecordMember[] members)
{
    /// <summary>What has been read, and what was null, is kept in the bits of a number.</summary>
    private readonly RecordMember[] _members = members.Length <= 64 ? members : throw new ArgumentException("There are more than 64 members.", nameof(members));

    /// <summary>What the object is called in messages, and in Caliper its type: "Attempt".</summary>
    public string Name { get; } = name;

    internal string Expected { get; } = $"an object ({name})";

    /// <summary>In the order in which they are written: that of Canvas, which also makes them quick to find.</summary>
    internal IReadOnlyList<RecordMember> Members => _members;

    internal void Write(Utf8JsonWriter writer, PayloadObject value)
    {
        writer.WriteStartObject();
        for (var place = 0; place < _members.Length; place++)
        {
            var member = _members[place];
            if (value.SentForms.JsonOf(member, value) is { } json)
            {
                writer.WritePropertyName(member.EncodedName);
                json.WriteTo(writer);
                continue;
            }

            if (member.Write(writer, value))
            {
                continue;
            }

            if (member.IsRequired)
            {
                throw new InvalidOperationException($"The required member \"{member.Name}\" of {Name} is null and can't be written.");
            }

            if (value.SentForms.IsNull(place))
            {
                writer.WriteNull(member.EncodedName);
            }
        }

        if (value.UnknownMembers.Count > 0)
        {
            value.WriteUnknownMembers(writer, IsKnown);
        }

        writer.WriteEndObject();
    }

    /// <summary>Reads the members of the object at whose start the reader stands into <paramref name="value"/>.</summary>
    private protected void ReadInto(ref EventReader json, PayloadObject value, Func<PayloadObject, string?>? hint)
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            throw json.Unexpected(Expected);
        }

        ulong seen = 0;
        ulong nulls = 0;
        List<SentForms.Rounded>? rounded = null;
        JsonMembers? unknown = null;
        var next = 0;
        while (json.ReadMemberName())
        {
            var place = Find(ref json, next);
            if (place < 0)
            {
                JsonMembers.Read(ref json, ref unknown);
                continue;
            }

            var bit = 1UL << place;
            if ((seen & bit) != 0)
            {
                throw json.Duplicate();
            }

            seen |= bit;
            next = place + 1;
            json.Read();
            var member = _members[place];
            if (json.TokenType == JsonTokenType.Null)
            {
                if (member.IsRequired)
                {
                    throw json.Unexpected(member.Expected);
                }

                nulls |= bit;
            }
            else if (!member.Read(ref json, value))
            {
                nulls |= bit;
            }
            else if (json.TakeRounded() is { } sent)
            {
                (rounded ??= []).Add(new(member, member.GetValue(value), sent));
            }
        }

        value.SetRead(unknown, new(nulls, rounded));
        for (var place = 0; place < _members.Length; place++)
        {
            if (_members[place].IsRequired && (seen & (1UL << place)) == 0)
            {
                throw json.Missing(_members[place].Name, _members[place].Expected, hint?.Invoke(value));
            }
        }
    }

    private bool IsKnown(string name) => Array.Exists(_members, member => member.Name == name);

    /// <summary>The place of the member at whose name the reader stands. Senders keep an order, so the next is tried first.</summary>
    private int Find(ref EventReader json, int next)
    {
        var isRaw = json.TryGetRawText(out var name);
        for (var i = 0; i < _members.Length; i++)
        {
            var place = next + i < _members.Length ? next + i : next + i - _members.Length;
            var utf8Name = _members[place].Utf8Name;
            if (isRaw ? name.SequenceEqual(utf8Name) : json.TextEquals(utf8Name))
            {
                return place;
            }
        }

        return -1;
    }
}

/// <summary>The shape of one type of record.</summary>
/// <param name="name">What the object is called.</param>
/// <param name="members">Its table.</param>
/// <param name="create">Makes an empty one; what is required is set to nothing until it has been read.</param>
/// <param name="hint">What to add to the message that a required member is missing.</param>
internal sealed class RecordShape<T>(string name, Func<T> create, RecordMember[] members, Func<PayloadObject, string?>? hint = null)
    : RecordShape(name, members), IShape<T>
    where T : PayloadObject
{
    public T Create() => create();

    public T Read(ref EventReader json)
    {
        var value = create();
        ReadInto(ref json, value, hint);
        return value;
    }
}
