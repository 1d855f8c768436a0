using System.Text.Json.Serialization;

namespace Instructure.GradeEvents.Benchmarks.PlainRecords;

/// <summary>What the source generator makes of the plain records: how a team without this library would read and write the events.</summary>
/// <remarks>
/// The records have the members that Canvas sends in these two events. Ids stay text, nothing is required, and members that are not
/// known are lost. The properties can be set, which the source generator reads faster than those that can only be initialized.
/// </remarks>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PlainEnvelope))]
[JsonSerializable(typeof(PlainGradeChange))]
public sealed partial class PlainJsonContext : JsonSerializerContext;
