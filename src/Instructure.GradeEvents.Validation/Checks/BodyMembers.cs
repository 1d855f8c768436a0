using Instructure.GradeEvents.Recognition;
using Instructure.GradeEvents.Validation.Documents;
using Instructure.GradeEvents.Validation.Schemas;

namespace Instructure.GradeEvents.Validation.Checks;

/// <summary>Knows the grade events of the Canvas format, and remembers which of the members that tell them apart are in a body.</summary>
internal sealed class BodyMembers : IVocabulary
{
    /// <summary>A bit for each of the telling members.</summary>
    private ulong _there;

    public bool IsEventName(string name) => Array.IndexOf(CanvasGradeEvent.Names, name) >= 0;

    public bool IsCaliperType(string type) => CaliperTypes.IsModelled(System.Text.Encoding.UTF8.GetBytes(type));

    public bool IsTellingMember(ReadOnlySpan<byte> utf8Name)
    {
        var index = CanvasGradeEvent.TellingMembers.Find(utf8Name);
        _there |= index >= 0 ? 1UL << index : 0;
        return index >= 0;
    }

    /// <summary>The event whose body has most of the members that are there; null when there is none.</summary>
    /// <param name="named">The event that the document names, or null. Another event is only meant if its body has all of this one's members that are there, and more.</param>
    internal CanvasGradeEvent? Resembling(CanvasGradeEvent? named)
    {
        var own = _there & (named?.TellingBits ?? 0);
        var (closest, most) = ((CanvasGradeEvent?)null, Bits.Count(own));
        foreach (var known in CanvasGradeEvent.All)
        {
            if ((own & ~known.TellingBits) == 0 && Bits.Count(_there & known.TellingBits) is var count && count > most)
            {
                (closest, most) = (known, count);
            }
        }

        return closest;
    }
}
