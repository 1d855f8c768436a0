using System.Text.Json.Serialization;
using Instructure.GradeEvents;

/// <summary>An own type with types of the library in it, as others have them.</summary>
internal sealed record Delivery(DateTimeOffset ReceivedAt, LiveEvent Event, CanvasId? Account, Dictionary<CanvasId, Role> Roles, Iri Sender, CanvasUrn Course);

[JsonSerializable(typeof(Delivery))]
internal sealed partial class DeliveryContext : JsonSerializerContext;
