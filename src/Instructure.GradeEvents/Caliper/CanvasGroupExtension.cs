using System.Text.Json;
using System.Text.Json.Serialization;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Caliper;

/// <summary>What Canvas adds to a group: which kind of context it is, and its id.</summary>
/// <remarks>Source: Canvas event documentation, the extensions of group.</remarks>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
public sealed record CanvasGroupExtension : PayloadObject
{
    internal static readonly RecordShape<CanvasGroupExtension> Shape = new(
        "CanvasGroupExtension",
        static () => new(),
        [
            RecordMember.Optional("context_type", Codecs.Text, static (CanvasGroupExtension c) => ref c._contextType),
            RecordMember.Optional("entity_id", Codecs.OptionalId, static (CanvasGroupExtension c) => ref c._entityId),
        ]);

    private string? _contextType;
    private CanvasId? _entityId;

    /// <summary>The kind of context in which the event happened.</summary>
    /// <remarks>
    /// <c>Course</c> for grades; other texts are kept. Missing when Canvas does not tell. Source: Canvas event documentation, the
    /// extensions of group.
    /// </remarks>
    public string? ContextType { get => _contextType; init => _contextType = value; }

    /// <summary>The global id of the context.</summary>
    /// <remarks>
    /// The same as in the URN beside it. Missing when Canvas does not tell. Source: Canvas event documentation, the extensions of group.
    /// </remarks>
    public CanvasId? EntityId { get => _entityId; init => _entityId = value; }

    internal override void WriteTo(Utf8JsonWriter writer) => Shape.Write(writer, this);
}
