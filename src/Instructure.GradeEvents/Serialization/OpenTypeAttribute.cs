using System.Diagnostics;

namespace Instructure.GradeEvents.Serialization;

/// <summary>Says that a record is for a Caliper type, and for all that are kinds of it and have no record of their own.</summary>
/// <param name="term">The type.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
[Conditional("GENERATOR_ONLY")]
internal sealed class OpenTypeAttribute(string term) : Attribute
{
    public string Term { get; } = term;
}
