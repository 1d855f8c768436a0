using Newtonsoft.Json.Linq;

namespace Instructure.GradeEvents.Validation.Documents;

internal sealed class LocatedArray(int offset, int index) : JArray, ILocated
{
    public int Offset => offset;

    public int Index => index;

    public bool HasFault { get; set; }
}
