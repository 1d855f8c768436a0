using System.Text;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Recognition;

/// <summary>What the records know of the formats.</summary>
internal sealed class RecordVocabulary : IVocabulary
{
    internal static readonly RecordVocabulary Instance = new();

    private static readonly byte[][] s_membersOfOneBody = CanvasBodies.Shapes
        .SelectMany(static shape => shape.Members.Select(static member => member.Name))
        .GroupBy(static name => name, StringComparer.Ordinal)
        .Where(static bodies => bodies.Count() == 1)
        .Select(static bodies => Encoding.UTF8.GetBytes(bodies.Key))
        .ToArray();

    private RecordVocabulary()
    {
    }

    public bool IsEventName(string name) => CanvasBodies.IsEventName(name);

    public bool IsCaliperType(string type) => RecordTypes.IsCaliperType(type);

    public bool IsMemberOfOneBody(ReadOnlySpan<byte> utf8Name)
    {
        foreach (var member in s_membersOfOneBody)
        {
            if (utf8Name.SequenceEqual(member))
            {
                return true;
            }
        }

        return false;
    }
}
