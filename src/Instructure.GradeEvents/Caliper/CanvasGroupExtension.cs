using System.Text.Json.Serialization;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Caliper;

/// <summary>What Canvas adds to a group: which kind of context it is, and its id.</summary>
/// <remarks>Source: Canvas event documentation, the extensions of group.</remarks>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
public sealed partial record CanvasGroupExtension : PayloadObject
{
    /// <summary>The kind of context in which the event happened.</summary>
    /// <remarks>
    /// <c>Course</c> for grades; other texts are kept. Missing when Canvas does not tell. Source: Canvas event documentation, the
    /// extensions of group.
    /// </remarks>
    [Member("context_type")]
    public partial string? ContextType { get; init; }

    /// <summary>The global id of the context.</summary>
    /// <remarks>
    /// The same as in the URN beside it. Missing when Canvas does not tell. Source: Canvas event documentation, the extensions of group.
    /// </remarks>
    [Member("entity_id")]
    public partial CanvasId? EntityId { get; init; }
}
