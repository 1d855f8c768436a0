using Newtonsoft.Json.Linq;

namespace Instructure.GradeEvents.Validation.Documents;

internal sealed class LocatedValue(object? value, int offset, int index) : JValue(value), ILocated
{
    public int Offset => offset;

    public int Index => index;

    public bool HasFault { get; set; }

    /// <summary>1.0 and 1e40 are integers for JSON Schema, for NJsonSchema only what says that it is one.</summary>
    public override JTokenType Type => IsWhole ? JTokenType.Integer : base.Type;

    /// <summary>A number as it is written, unless it is as .NET would write it.</summary>
    internal string? Number { get; init; }

    /// <summary>Whether it is a number without fraction.</summary>
    internal bool IsWhole { get; init; }
}
