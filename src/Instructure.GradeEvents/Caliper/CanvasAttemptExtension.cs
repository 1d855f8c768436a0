using System.Text.Json.Serialization;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Caliper;

/// <summary>What Canvas adds to an attempt: the grade, and the id of the submission.</summary>
/// <remarks>Source: Canvas event documentation, the extensions of object and generated.attempt.</remarks>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
public sealed partial record CanvasAttemptExtension : PayloadObject
{
    /// <summary>The grade as the gradebook shows it.</summary>
    /// <remarks>
    /// Text (<c>5</c>, <c>A-</c>, <c>87.5%</c>, <c>complete</c>). Null when there is none. Source: Canvas event documentation, the
    /// extensions of object and generated.attempt.
    /// </remarks>
    [Member("grade")]
    public partial string? Grade { get; init; }

    /// <summary>The global id of the submission.</summary>
    /// <remarks>
    /// The same as in the URN beside it. Missing on the attempt of a score. Source: Canvas event documentation, the extensions of object
    /// and generated.attempt.
    /// </remarks>
    [Member("entity_id")]
    public partial CanvasId? EntityId { get; init; }
}
