using System.Text.Json.Serialization;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Caliper;

/// <summary>The score that was given for an attempt.</summary>
/// <remarks>Source: Caliper 1.1, appendix C (Score); the payloads in the Caliper format of the Canvas event documentation.</remarks>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
public sealed partial record Score : Entity
{
    /// <summary>Makes a Score for you to fill.</summary>
    public Score()
        : base("Score")
    {
    }

    /// <summary>What Canvas adds: the grade as the gradebook shows it, and the id of the submission.</summary>
    /// <remarks>Null when Canvas adds nothing. Source: Canvas event documentation, the extensions of generated.</remarks>
    public CanvasScoreExtension? CanvasExtension { get => (CanvasScoreExtension?)GetCanvasExtension(); init => SetCanvasExtension(value); }

    /// <summary>The attempt that is scored.</summary>
    /// <remarks>
    /// An object or an IRI; the same as the object of the event. Missing when the sender does not tell. Source: Caliper 1.1, appendix C
    /// (Score).
    /// </remarks>
    [Member("attempt")]
    public partial Attempt? Attempt { get; init; }

    /// <summary>How many points are possible.</summary>
    /// <remarks>
    /// A number, or an object with the same number as text in <c>numberStr</c>, which production consumers have met; written as a number.
    /// More digits than a decimal holds are rounded here. Missing when the sender does not tell. Source: Caliper 1.1, appendix C (Score); the payloads
    /// in the Caliper format of the Canvas event documentation.
    /// </remarks>
    [Member("maxScore", Codec = nameof(Codecs.Score))]
    public partial decimal? MaxScore { get; init; }

    /// <summary>How many points were given.</summary>
    /// <remarks>
    /// A number, or an object with the same number as text in <c>numberStr</c>, which production consumers have met; written as a number.
    /// More digits than a decimal holds are rounded here. It may exceed <see cref="MaxScore"/>: extra credit. Missing when the sender does not tell.
    /// Source: Caliper 1.1, appendix C (Score); the payloads in the Caliper format of the Canvas event documentation.
    /// </remarks>
    [Member("scoreGiven", Codec = nameof(Codecs.Score))]
    public partial decimal? ScoreGiven { get; init; }

    /// <summary>Who gave the score.</summary>
    /// <remarks>
    /// Canvas sends a bare IRI: see <see cref="Entity.IsThinned"/>. Missing when the sender does not tell. Source: Caliper 1.1, appendix C
    /// (Score).
    /// </remarks>
    [Member("scoredBy")]
    public partial Agent? ScoredBy { get; init; }

    /// <summary>A comment on the score.</summary>
    /// <remarks>Free text. Canvas does not send it. Source: Caliper 1.1, appendix C (Score).</remarks>
    [Member("comment")]
    public partial string? Comment { get; init; }

    private protected override ExtensionSet.SetCodec ExtensionsCodec => ExtensionSet.OfScore;
}
