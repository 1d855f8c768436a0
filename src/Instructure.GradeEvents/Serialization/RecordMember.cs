using System.Text;
using System.Text.Json;

namespace Instructure.GradeEvents.Serialization;

/// <summary>One member of a record: its name in JSON, its codec and the field that holds it.</summary>
internal abstract class RecordMember(string name, bool isRequired)
{
    internal string Name { get; } = name;

    internal byte[] Utf8Name { get; } = Encoding.UTF8.GetBytes(name);

    internal JsonEncodedText EncodedName { get; } = JsonEncodedText.Encode(name);

    internal bool IsRequired { get; } = isRequired;

    internal abstract string Expected { get; }

    /// <summary>Reads the value, which isn't null. False when it means the same as null.</summary>
    internal abstract bool Read(ref EventReader json, PayloadObject owner);

    /// <summary>Writes name and value. False, and nothing is written, when the value is null.</summary>
    internal abstract bool Write(Utf8JsonWriter writer, PayloadObject owner);

    internal abstract object? GetValue(PayloadObject owner);

    internal static RecordMember Required<TOwner, T>(string name, Codec<T> codec, RecordMember<TOwner, T>.FieldOf field)
        where TOwner : PayloadObject
        => new RecordMember<TOwner, T>(name, codec, field, isRequired: true);

    internal static RecordMember Optional<TOwner, T>(string name, Codec<T> codec, RecordMember<TOwner, T>.FieldOf field)
        where TOwner : PayloadObject
        => new RecordMember<TOwner, T>(name, codec, field, isRequired: false);
}

internal sealed class RecordMember<TOwner, T>(string name, Codec<T> codec, RecordMember<TOwner, T>.FieldOf field, bool isRequired) : RecordMember(name, isRequired)
    where TOwner : PayloadObject
{
    /// <summary>The field itself: reading sets it, past the init accessors, and writing gets it.</summary>
    internal delegate ref T? FieldOf(TOwner owner);

    internal override string Expected => codec.Expected;

    internal override bool Read(ref EventReader json, PayloadObject owner)
    {
        var value = codec.Read(ref json);
        field((TOwner)owner) = value;
        return value is not null;
    }

    internal override object? GetValue(PayloadObject owner) => field((TOwner)owner);

    internal override bool Write(Utf8JsonWriter writer, PayloadObject owner)
    {
        var value = field((TOwner)owner);
        if (value is null)
        {
            return false;
        }

        writer.WritePropertyName(EncodedName);
        codec.Write(writer, value);
        return true;
    }
}
