using System.Text.Json;
using System.Text.Json.Serialization;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Caliper;

/// <summary>What Canvas adds to an attempt: the grade, and the id of the submission.</summary>
/// <remarks>Source: Canvas event documentation, the extensions of object and generated.attempt.</remarks>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
public sealed record CanvasAttemptExtension : PayloadObject
{
    internal static readonly RecordShape<CanvasAttemptExtension> Shape = new(
        "CanvasAttemptExtension",
        static () => new(),
        [
            RecordMember.Optional("grade", Codecs.Text, static (CanvasAttemptExtension c) => ref c._grade),
            RecordMember.Optional("entity_id", Codecs.OptionalId, static (CanvasAttemptExtension c) => ref c._entityId),
        ]);

    private string? _grade;
    private CanvasId? _entityId;

    /// <summary>The grade as the gradebook shows it.</summary>
    /// <remarks>
    /// Text (<c>5</c>, <c>A-</c>, <c>87.5%</c>, <c>complete</c>). Null when there is none. Source: Canvas event documentation, the
    /// extensions of object and generated.attempt.
    /// </remarks>
    public string? Grade { get => _grade; init => _grade = value; }

    /// <summary>The global id of the submission.</summary>
    /// <remarks>
    /// The same as in the URN beside it. Missing on the attempt of a score. Source: Canvas event documentation, the extensions of object
    /// and generated.attempt.
    /// </remarks>
    public CanvasId? EntityId { get => _entityId; init => _entityId = value; }

    internal override void WriteTo(Utf8JsonWriter writer) => Shape.Write(writer, this);
}
