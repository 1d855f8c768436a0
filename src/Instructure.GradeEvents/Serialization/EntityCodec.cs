using System.Text.Json;
using Instructure.GradeEvents.Caliper;

namespace Instructure.GradeEvents.Serialization;

/// <summary>An entity as an object, or thinned to its IRI.</summary>
/// <param name="thinned">The shape of what stands for an entity of which only the IRI is given.</param>
/// <param name="unknown">The shape that takes types that we don't model; null where there are none.</param>
internal sealed class EntityCodec<T>(Func<RecordShape<T>> thinned, Func<IShape<T>>? unknown) : ItemCodec<T>
    where T : Entity
{
    /// <summary>Where an application can stand, Canvas may give the name of its host.</summary>
    private static readonly Codec<Iri> s_idCodec = typeof(T).IsAssignableFrom(typeof(SoftwareApplication)) ? Codecs.ApplicationId : Codecs.Iri;

    internal override string Expected => $"an object ({Terms}) or its IRI";

    internal override T Read(ref EventReader json)
    {
        switch (json.TokenType)
        {
            case JsonTokenType.StartObject:
                return ReadObject(ref json);
            case JsonTokenType.String:
                var value = thinned().Create();
                value.SetThinned(s_idCodec.Read(ref json));
                return value;
            default:
                throw json.Unexpected(Expected);
        }
    }

    private protected override bool TakesUnknown => unknown is not null;

    private protected override T ReadUnknown(ref EventReader json, string term) => unknown!().Read(ref json);
}
