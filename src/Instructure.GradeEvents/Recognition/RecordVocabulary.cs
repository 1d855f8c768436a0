using System.Text;
using Instructure.GradeEvents.Canvas;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Recognition;

/// <summary>What the records know of the formats.</summary>
internal sealed class RecordVocabulary : IVocabulary
{
    internal static readonly RecordVocabulary Instance = new();

    private static readonly byte[][] s_tellingMembers = [.. CanvasBodies.TellingMembers.Select(Encoding.UTF8.GetBytes)];

    private RecordVocabulary()
    {
    }

    public bool IsEventName(string name) => CanvasBodies.IsEventName(name);

    public bool IsCaliperType(string type) => RecordTypes.IsCaliperType(type);

    public bool IsTellingMember(ReadOnlySpan<byte> utf8Name)
    {
        foreach (var member in s_tellingMembers)
        {
            if (utf8Name.SequenceEqual(member))
            {
                return true;
            }
        }

        return false;
    }
}
