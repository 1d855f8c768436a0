using System.Text.Json.Serialization;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Caliper;

/// <summary>
/// An entity of a type that this library has no record for, or one of which only the IRI is given where any entity can stand.
/// </summary>
/// <remarks>
/// Its members, but for those that every entity has, are in <see cref="PayloadObject.UnknownMembers"/>, so that nothing of it is lost.
/// Source: Caliper 1.1, appendix C, the types that a grade event has no use for.
/// </remarks>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
[OpenType("Entity")]
public sealed partial record UnknownEntity : Entity
{
    /// <summary>Makes an UnknownEntity to be thinned, of which only the IRI is known.</summary>
    public UnknownEntity()
        : base("Entity")
    {
    }

    /// <summary>Makes an entity of a type that this library has no record for.</summary>
    /// <param name="type">The Caliper term: <c>Frame</c>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="type"/> is null.</exception>
    /// <exception cref="ArgumentException">The term is that of a record of this library.</exception>
    public UnknownEntity(string type)
        : base(type, modelledType: "Entity")
    {
    }
}
