using System.Text.Json;

namespace Instructure.GradeEvents.Serialization;

/// <summary>Which members a record has in JSON. The generator makes one for each record, from its properties.</summary>
/// <param name="name">What the object is called in messages, and in Caliper its type: "Attempt".</param>
/// <param name="isOpen">Whether an object of another type can stand here.</param>
/// <param name="members">In the order in which they are written: that of Canvas, which also makes them quick to find.</param>
internal abstract class RecordShape(string name, bool isOpen, RecordMember[] members)
{
    public string Name { get; } = name;

    internal string Expected { get; } = $"an object ({name})";

    internal RecordMember[] Members { get; } = members;

    /// <summary>Reads the member "type".</summary>
    internal Codec<string> Type { get; } = new TypeCodec(name, isOpen);

    internal bool IsKnown(string name) => Array.Exists(Members, member => member.Name == name);

    /// <summary>Reads the members of the object at whose start the reader stands into <paramref name="value"/>.</summary>
    private protected void ReadInto(ref EventReader json, PayloadObject value)
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
            if (json.TokenType == JsonTokenType.Null)
            {
                if (Members[place].IsRequired)
                {
                    throw json.Unexpected(value.ExpectedOf(place));
                }

                nulls |= bit;
            }
            else if (!value.ReadMember(place, ref json))
            {
                nulls |= bit;
            }
            else if (json.TakeRounded() is { } sent)
            {
                (rounded ??= []).Add(new(place, value.GetMember(place), sent));
            }
        }

        value.SetRead(unknown, new(nulls, rounded));
        foreach (var member in Members)
        {
            if (member.IsRequired && (seen & (1UL << member.Place)) == 0)
            {
                throw json.Missing(member.Name, value.ExpectedOf(member.Place), value.HintAtMissing());
            }
        }
    }

    /// <summary>The place of the member at whose name the reader stands. Senders keep an order, so the next is tried first.</summary>
    private int Find(ref EventReader json, int next)
    {
        var isRaw = json.TryGetRawText(out var name);
        for (var i = 0; i < Members.Length; i++)
        {
            var place = next + i < Members.Length ? next + i : next + i - Members.Length;
            var utf8Name = Members[place].Utf8Name;
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
/// <param name="isOpen">Whether an object of another type can stand here.</param>
/// <param name="create">Makes an empty one, in which what is required is null until it has been read.</param>
/// <param name="members">Its members.</param>
internal sealed class RecordShape<T>(string name, bool isOpen, Func<T> create, RecordMember[] members)
    : RecordShape(name, isOpen, members), IShape<T>
    where T : PayloadObject
{
    public T Create() => create();

    public T Read(ref EventReader json)
    {
        var value = create();
        ReadInto(ref json, value);
        return value;
    }
}
