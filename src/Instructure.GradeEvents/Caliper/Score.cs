using System.Text.Json.Serialization;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Caliper;

/// <summary>The score that was given for an attempt.</summary>
/// <remarks>Source: Caliper 1.1, appendix C (Score); the payloads in the Caliper format of the Canvas event documentation.</remarks>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
public sealed record Score : Entity
{
    internal static readonly RecordShape<Score> Shape = new(
        "Score",
        static () => new() { Id = default },
        [
            .. IdentifyingMembers(new TypeCodec("Score", open: false), CanvasScoreExtension.Shape),
            RecordMember.Optional("attempt", EntityCodecs.Attempt, static (Score s) => ref s._attempt),
            RecordMember.Optional("maxScore", Codecs.Score.Nullable(), static (Score s) => ref s._maxScore),
            RecordMember.Optional("scoreGiven", Codecs.Score.Nullable(), static (Score s) => ref s._scoreGiven),
            RecordMember.Optional("scoredBy", EntityCodecs.Agent, static (Score s) => ref s._scoredBy),
            RecordMember.Optional("comment", Codecs.Text, static (Score s) => ref s._comment),
            .. DescribingMembers,
        ]);

    private Attempt? _attempt;
    private decimal? _maxScore;
    private decimal? _scoreGiven;
    private Agent? _scoredBy;
    private string? _comment;

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
    public Attempt? Attempt { get => _attempt; init => _attempt = value; }

    /// <summary>How many points are possible.</summary>
    /// <remarks>
    /// A number, or an object with the same number as text in <c>numberStr</c>, which production consumers have met; written as a number.
    /// More digits than a decimal holds are rounded here. Missing when the sender does not tell. Source: Caliper 1.1, appendix C (Score); the payloads
    /// in the Caliper format of the Canvas event documentation.
    /// </remarks>
    public decimal? MaxScore { get => _maxScore; init => _maxScore = value; }

    /// <summary>How many points were given.</summary>
    /// <remarks>
    /// A number, or an object with the same number as text in <c>numberStr</c>, which production consumers have met; written as a number.
    /// More digits than a decimal holds are rounded here. It may exceed <see cref="MaxScore"/>: extra credit. Missing when the sender does not tell.
    /// Source: Caliper 1.1, appendix C (Score); the payloads in the Caliper format of the Canvas event documentation.
    /// </remarks>
    public decimal? ScoreGiven { get => _scoreGiven; init => _scoreGiven = value; }

    /// <summary>Who gave the score.</summary>
    /// <remarks>
    /// Canvas sends a bare IRI: see <see cref="Entity.IsThinned"/>. Missing when the sender does not tell. Source: Caliper 1.1, appendix C
    /// (Score).
    /// </remarks>
    public Agent? ScoredBy { get => _scoredBy; init => _scoredBy = value; }

    /// <summary>A comment on the score.</summary>
    /// <remarks>Free text. Canvas does not send it. Source: Caliper 1.1, appendix C (Score).</remarks>
    public string? Comment { get => _comment; init => _comment = value; }

    private protected override bool HasCanvasRecord => true;

    private protected override RecordShape GetShape() => Shape;
}
