using Instructure.GradeEvents.Recognition;
using Instructure.GradeEvents.Validation.Documents;
using Instructure.GradeEvents.Validation.Schemas;

namespace Instructure.GradeEvents.Validation.Checks;

/// <summary>Knows the grade events of the Canvas format, and keeps which members of just one of them a body has.</summary>
internal sealed class BodyMembers : IVocabulary
{
    /// <summary>For each event, the members of the body that only this event has: a bit for each.</summary>
    private readonly ulong[] _own = new ulong[CanvasGradeEvent.All.Length];

    /// <summary>The event that the body has most members of that no other event has; null when it has none of any.</summary>
    internal CanvasGradeEvent? Resembling
    {
        get
        {
            var (closest, most) = ((CanvasGradeEvent?)null, 0);
            for (var i = 0; i < _own.Length; i++)
            {
                if (Bits.Count(_own[i]) > most)
                {
                    (closest, most) = (CanvasGradeEvent.All[i], Bits.Count(_own[i]));
                }
            }

            return closest;
        }
    }

    public bool IsEventName(string name) => Array.IndexOf(CanvasGradeEvent.Names, name) >= 0;

    public bool IsCaliperType(string type) => CaliperTypes.IsModelled(System.Text.Encoding.UTF8.GetBytes(type));

    public bool IsMemberOfOneBody(ReadOnlySpan<byte> utf8Name)
    {
        var isOfOne = false;
        for (var i = 0; i < _own.Length; i++)
        {
            if (CanvasGradeEvent.All[i].OwnMembers.Find(utf8Name) is >= 0 and var index)
            {
                _own[i] |= 1UL << index;
                isOfOne = true;
            }
        }

        return isOfOne;
    }

    /// <summary>Whether the body has a member that only this event has.</summary>
    internal bool HasSomeOf(CanvasGradeEvent known) => _own[Array.IndexOf(CanvasGradeEvent.All, known)] != 0;
}
