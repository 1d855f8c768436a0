using System.Text.Json.Serialization;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Caliper;

/// <summary>What Canvas adds to a score: the grade, and the id of the submission.</summary>
/// <remarks>Source: Canvas event documentation, the extensions of generated.</remarks>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
public sealed partial record CanvasScoreExtension : PayloadObject
{
    /// <summary>The grade as the gradebook shows it.</summary>
    /// <remarks>
    /// Text (<c>5</c>, <c>A-</c>, <c>87.5%</c>, <c>complete</c>). Null when there is none. Source: Canvas event documentation, the
    /// extensions of generated.
    /// </remarks>
    [Member("grade")]
    public partial string? Grade { get; init; }

    /// <summary>The global id of the submission.</summary>
    /// <remarks>
    /// The same as in the URN beside it. Missing when Canvas does not tell. Source: Canvas event documentation, the extensions of
    /// generated.
    /// </remarks>
    [Member("entity_id")]
    public partial CanvasId? EntityId { get; init; }
}
