using System.Text.Json.Serialization;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Caliper;

/// <summary>A student's attempt at an assignment: what was graded. Canvas calls it a submission.</summary>
/// <remarks>
/// Source: Caliper 1.1, appendix C (Attempt); the payloads in the Caliper format of the Canvas event documentation, which has
/// <c>Attempt</c> where its published table says <c>GradeEvent</c>.
/// </remarks>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
public sealed partial record Attempt : Entity
{
    /// <summary>Makes an Attempt for you to fill.</summary>
    public Attempt()
        : base("Attempt")
    {
    }

    /// <summary>What Canvas adds: the grade as the gradebook shows it, and the id of the submission.</summary>
    /// <remarks>
    /// Null when Canvas adds nothing. Source: Canvas event documentation, the extensions of object and generated.attempt.
    /// </remarks>
    public CanvasAttemptExtension? CanvasExtension { get => (CanvasAttemptExtension?)GetCanvasExtension(); init => SetCanvasExtension(value); }

    /// <summary>Whose attempt it is: the student.</summary>
    /// <remarks>
    /// An object or an IRI. Canvas sends it; missing when another sender does not tell. Source: Caliper 1.1, appendix C (Attempt).
    /// </remarks>
    [Member("assignee")]
    public partial Person? Assignee { get; init; }

    /// <summary>What was attempted: the assignment.</summary>
    /// <remarks>
    /// An object of any kind of digital resource, or an IRI. Canvas sends an <see cref="AssignableDigitalResource"/>; missing when another
    /// sender does not tell. Source: Caliper 1.1, appendix C (Attempt).
    /// </remarks>
    [Member("assignable")]
    public partial DigitalResource? Assignable { get; init; }

    /// <summary>The attempt that this one is part of.</summary>
    /// <remarks>An object or an IRI. Canvas does not send it. Source: Caliper 1.1, appendix C (Attempt).</remarks>
    [Member("isPartOf")]
    public partial Attempt? IsPartOf { get; init; }

    /// <summary>Which attempt it is, counted from 1.</summary>
    /// <remarks>A whole number. Canvas does not send it. Source: Caliper 1.1, appendix C (Attempt).</remarks>
    [Member("count")]
    public partial int? Count { get; init; }

    /// <summary>When it began.</summary>
    /// <remarks>An instant, UTC with milliseconds. Canvas does not send it. Source: Caliper 1.1, appendix C (Attempt).</remarks>
    [Member("startedAtTime")]
    public partial DateTimeOffset? StartedAtTime { get; init; }

    /// <summary>When it ended.</summary>
    /// <remarks>An instant, UTC with milliseconds. Canvas does not send it. Source: Caliper 1.1, appendix C (Attempt).</remarks>
    [Member("endedAtTime")]
    public partial DateTimeOffset? EndedAtTime { get; init; }

    /// <summary>How long it took.</summary>
    /// <remarks>ISO 8601, kept as text (<c>PT50M12S</c>). Canvas does not send it. Source: Caliper 1.1, appendix C (Attempt).</remarks>
    [Member("duration")]
    public partial string? Duration { get; init; }

    private protected override ExtensionSet.SetCodec ExtensionsCodec => ExtensionSet.OfAttempt;
}
