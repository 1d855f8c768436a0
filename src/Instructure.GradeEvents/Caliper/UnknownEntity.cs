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
public sealed record UnknownEntity : Entity
{
    internal static readonly RecordShape<UnknownEntity> Shape = new(
        "Entity",
        static () => new() { Id = default },
        [
            .. IdentifyingMembers(new TypeCodec("Entity", open: true)),
            .. DescribingMembers,
        ]);

    /// <summary>Makes what stands for a thinned entity where any can; an object that is read there is of its own type.</summary>
    internal static readonly RecordShape<Entity> ShapeOfEntity = new("Entity", static () => new UnknownEntity { Id = default }, []);

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

    private protected override RecordShape GetShape() => Shape;
}
