using Newtonsoft.Json.Linq;

namespace Instructure.GradeEvents.Validation.Documents;

internal sealed class LocatedProperty(LocatedObject owner, string name, JToken value, int offset) : JProperty(name, value)
{
    /// <summary>The object that it stands in; of a duplicate, the object that it would stand in.</summary>
    internal LocatedObject Owner => owner;

    /// <summary>Where the name begins.</summary>
    internal int Offset => offset;
}
