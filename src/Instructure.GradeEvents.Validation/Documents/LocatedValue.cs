using Newtonsoft.Json.Linq;

namespace Instructure.GradeEvents.Validation.Documents;

internal sealed class LocatedValue(object? value, int offset, int index, string? number = null) : JValue(value), ILocated
{
    public int Offset => offset;

    public int Index => index;

    public bool HasFault { get; set; }

    /// <summary>A number as it is written, unless it is a whole one of 64 bits.</summary>
    internal string? Number => number;
}
