using System.Text.Json;
using System.Text.Json.Serialization;

namespace Instructure.GradeEvents.Serialization;

/// <summary>Source-generated metadata of what can hold events; those of the events themselves are <see cref="PayloadJsonConverterFactory.Resolver"/>.</summary>
[JsonSerializable(typeof(LiveEvent[]))]
[JsonSerializable(typeof(List<LiveEvent>))]
[JsonSerializable(typeof(IReadOnlyList<LiveEvent>))]
[JsonSerializable(typeof(IAsyncEnumerable<LiveEvent>))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class GradeEventJsonContext : JsonSerializerContext;
