using System.Text;
using System.Text.Json;

namespace Instructure.GradeEvents.Serialization;

/// <summary>Which members a record has in JSON. The generator makes one for each record, from its properties.</summary>
/// <param name="name">What the object is called in messages, and in Caliper its type: "Attempt".</param>
/// <param name="isOpen">Whether an object of another type can stand here.</param>
/// <param name="members">In the order in which they are written: that of Canvas, which also makes them quick to find.</param>
internal abstract class RecordShape(string name, bool isOpen, RecordShape.Member[] members)
{
    public string Name { get; } = name;

    public bool IsOpen { get; } = isOpen;

    /// <summary>How System.Text.Json reads and writes the record.</summary>
    internal abstract PayloadJsonConverterFactory.Entry Json { get; }

    internal string Expected { get; } = $"an object ({name})";

    internal Member[] Members { get; } = members;

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
        List<OriginalForm.RoundedMember>? rounded = null;
        JsonCopy? unknown = null;
        var next = 0;
        while (json.ReadMemberName())
        {
            var index = Find(ref json, next);
            if (index < 0)
            {
                JsonCopy.AppendMember(ref unknown, ref json);
                continue;
            }

            var bit = 1UL << index;
            if ((seen & bit) != 0)
            {
                throw json.Duplicate();
            }

            seen |= bit;
            next = index + 1;
            json.Read();
            if (json.TokenType == JsonTokenType.Null)
            {
                if (Members[index].IsRequired)
                {
                    throw json.Unexpected(value.ExpectedOf(index));
                }

                nulls |= bit;
            }
            else if (!value.ReadMember(index, ref json))
            {
                nulls |= bit;
            }
            else if (json.TakeRounded() is { } sent)
            {
                (rounded ??= []).Add(new(index, value.GetMember(index), sent));
            }
        }

        value.SetRead(JsonMembers.From(unknown), new(nulls, rounded));
        foreach (var member in Members)
        {
            if (member.IsRequired && (seen & (1UL << member.Index)) == 0)
            {
                throw json.Missing(member.Name, value.ExpectedOf(member.Index), value.Resembling(seen) is { } looks ? $"; this body looks like the one of {looks}" : null);
            }
        }

        // Two events can require the same of their bodies.
        if (unknown is not null && value.Resembling(seen) is { } another)
        {
            throw json.Error(json.Reader, $"expected {Expected}, found a body that looks like the one of {another}");
        }
    }

    /// <summary>The index of the member at whose name the reader stands. Senders keep an order, so the next is tried first.</summary>
    private int Find(ref EventReader json, int next)
    {
        var isRaw = json.TryGetRawText(out var name);
        for (var i = 0; i < Members.Length; i++)
        {
            var index = next + i < Members.Length ? next + i : next + i - Members.Length;
            var utf8Name = Members[index].Utf8Name;
            if (isRaw ? name.SequenceEqual(utf8Name) : json.TextEquals(utf8Name))
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>What is the same for one member of all records of a type.</summary>
    internal sealed class Member(int index, string name, bool isRequired)
    {
        /// <summary>Where it stands in the <see cref="Members"/>.</summary>
        internal int Index { get; } = index;

        internal string Name { get; } = name;

        internal byte[] Utf8Name { get; } = Encoding.UTF8.GetBytes(name);

        internal JsonEncodedText EncodedName { get; } = JsonEncodedText.Encode(name);

        internal bool IsRequired { get; } = isRequired;
    }

    /// <summary>The member "type" of an event or entity: one term, or with <paramref name="open"/> any.</summary>
    private sealed class TypeCodec(string term, bool open) : Codec<string>
    {
        private readonly byte[] _utf8Term = Encoding.UTF8.GetBytes(term);
        private readonly JsonEncodedText _encodedTerm = JsonEncodedText.Encode(term);

        internal override string Expected => $"the type \"{term}\"" + (open ? " or a kind of it" : null);

        internal override string Read(ref EventReader json)
        {
            if (json.TokenType == JsonTokenType.String)
            {
                if (json.TextEquals(_utf8Term))
                {
                    return term;
                }

                if (open)
                {
                    return json.GetText();
                }
            }

            throw json.Unexpected(Expected);
        }

        internal override void Write(Utf8JsonWriter writer, string value) => Codecs.Text.Write(writer, value);

        internal override void WriteMember(Utf8JsonWriter writer, JsonEncodedText name, string value)
        {
            if (ReferenceEquals(value, term))
            {
                writer.WriteString(name, _encodedTerm);
            }
            else
            {
                Codecs.Text.WriteMember(writer, name, value);
            }
        }
    }
}

/// <summary>The shape of one type of record.</summary>
/// <param name="name">What the object is called.</param>
/// <param name="isOpen">Whether an object of another type can stand here.</param>
/// <param name="create">Makes an empty one, in which what is required is null until it has been read.</param>
/// <param name="members">Its members.</param>
/// <param name="codec">The codec of an entity, which may be thinned; null for other records.</param>
internal sealed class RecordShape<T>(string name, bool isOpen, Func<T> create, RecordShape.Member[] members, Codec<T>? codec = null)
    : RecordShape(name, isOpen, members), IShape<T>
    where T : PayloadObject
{
    internal override PayloadJsonConverterFactory.Entry Json => new PayloadJsonConverterFactory.Entry<T>(codec ?? new RecordCodec(this));

    public T Create() => create();

    public T Read(ref EventReader json)
    {
        var value = create();
        ReadInto(ref json, value);
        return value;
    }

    /// <summary>A record that isn't told by its type: there is always this one.</summary>
    private sealed class RecordCodec(RecordShape<T> shape) : Codec<T>
    {
        internal override string Expected => shape.Expected;

        internal override T Read(ref EventReader json) => shape.Read(ref json);

        internal override void Write(Utf8JsonWriter writer, T value) => value.WriteTo(writer);
    }
}
