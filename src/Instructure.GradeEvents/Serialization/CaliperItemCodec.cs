using System.Text.Json;
using Instructure.GradeEvents.Caliper;

namespace Instructure.GradeEvents.Serialization;

/// <summary>What stands in the data of an envelope: an event or an entity, as an object.</summary>
internal sealed class CaliperItemCodec : ItemCodec<CaliperItem>
{
    internal override string Expected => "an event or an entity (an object)";

    internal override CaliperItem Read(ref EventReader json)
        => json.TokenType == JsonTokenType.StartObject ? ReadObject(ref json) : throw json.Unexpected(Expected);

    internal override void Write(Utf8JsonWriter writer, CaliperItem value)
        => base.Write(writer, value is Entity { IsThinned: true } ? throw new InvalidOperationException("A thinned entity can't stand in the data of an envelope.") : value);

    private protected override bool TakesUnknown => true;

    private protected override CaliperItem ReadUnknown(ref EventReader json, string term)
        => ItemTypes.IsEvent(term) ? UnknownCaliperEvent.Read(ref json) : UnknownEntity.Shape.Read(ref json);
}
