using System.Text.Json;

namespace Instructure.GradeEvents.Serialization;

/// <summary>How values of one kind stand in JSON. Codecs have no state and are shared.</summary>
internal abstract class Codec<T>
{
    /// <summary>What a reader of an error message should know was expected here: "a boolean".</summary>
    internal abstract string Expected { get; }

    /// <summary>Reads the value at whose first token the reader stands, and leaves the reader at its last.</summary>
    internal abstract T Read(ref EventReader json);

    internal abstract void Write(Utf8JsonWriter writer, T value);

    /// <summary>Writes a name and the value; for the most frequent values the writer does both at once, which is faster.</summary>
    internal virtual void WriteMember(Utf8JsonWriter writer, JsonEncodedText name, T value)
    {
        writer.WritePropertyName(name);
        Write(writer, value);
    }
}
