using System.Text;
using System.Text.Json;

namespace Instructure.GradeEvents.Serialization;

/// <summary>What is the same for one member of all records of a type.</summary>
internal sealed class RecordMember(int place, string name, bool isRequired)
{
    /// <summary>Where it stands in the record's <see cref="RecordShape.Members"/>.</summary>
    internal int Place { get; } = place;

    internal string Name { get; } = name;

    internal byte[] Utf8Name { get; } = Encoding.UTF8.GetBytes(name);

    internal JsonEncodedText EncodedName { get; } = JsonEncodedText.Encode(name);

    internal bool IsRequired { get; } = isRequired;
}
