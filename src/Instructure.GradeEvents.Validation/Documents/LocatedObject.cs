using Newtonsoft.Json.Linq;

namespace Instructure.GradeEvents.Validation.Documents;

internal sealed class LocatedObject(int offset, int index) : JObject, ILocated
{
    public int Offset => offset;

    public int Index => index;

    public bool HasFault { get; set; }
}
