using System.Text.Json;
using Instructure.GradeEvents.Caliper;

namespace Instructure.GradeEvents.Serialization;

internal sealed class CaliperEventCodec : ItemCodec<CaliperEvent>
{
    internal override string Expected => "an event (an object)";

    internal override CaliperEvent Read(ref EventReader json)
        => json.TokenType == JsonTokenType.StartObject ? ReadObject(ref json) : throw json.Unexpected(Expected);

    private protected override bool TakesUnknown => true;

    private protected override CaliperEvent ReadUnknown(ref EventReader json, string term) => UnknownCaliperEvent.Read(ref json);
}
