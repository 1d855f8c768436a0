using System.Text.Json;
using Instructure.GradeEvents.Caliper;

namespace Instructure.GradeEvents.Serialization;

/// <summary>What stands in the data of an envelope: an event or an entity, as an object.</summary>
internal sealed class CaliperItemCodec : ItemCodec<CaliperItem>
{
    internal override string Expected => "an event or an entity (an object)";

    internal override CaliperItem Read(ref EventReader json)
        => json.TokenType == JsonTokenType.StartObject ? ReadObject(ref json) : throw json.Unexpected(Expected);

    private protected override bool TakesUnknown => true;

    private protected override CaliperItem ReadUnknown(ref EventReader json, string term)
        => ItemTypes.IsEvent(term) ? UnknownCaliperEvent.Read(ref json) : UnknownEntity.Shape.Read(ref json);
}
