using System.Text.Json.Serialization;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Caliper;

/// <summary>Content that can be assigned: what Canvas calls an assignment.</summary>
/// <remarks>
/// Source: Caliper 1.1, appendix C (AssignableDigitalResource); the payloads in the Caliper format of the Canvas event documentation.
/// </remarks>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
public record AssignableDigitalResource : DigitalResource
{
    /// <summary>What this adds to the table; the types that derive from it have it too.</summary>
    internal static new readonly RecordMember[] OwnMembers =
    [
        .. DigitalResource.OwnMembers,
        RecordMember.Optional("dateToActivate", Codecs.CaliperTime.Nullable(), static (AssignableDigitalResource a) => ref a._dateToActivate),
        RecordMember.Optional("dateToShow", Codecs.CaliperTime.Nullable(), static (AssignableDigitalResource a) => ref a._dateToShow),
        RecordMember.Optional("dateToStartOn", Codecs.CaliperTime.Nullable(), static (AssignableDigitalResource a) => ref a._dateToStartOn),
        RecordMember.Optional("dateToSubmit", Codecs.CaliperTime.Nullable(), static (AssignableDigitalResource a) => ref a._dateToSubmit),
        RecordMember.Optional("maxAttempts", Codecs.Integer.Nullable(), static (AssignableDigitalResource a) => ref a._maxAttempts),
        RecordMember.Optional("maxSubmits", Codecs.Integer.Nullable(), static (AssignableDigitalResource a) => ref a._maxSubmits),
        RecordMember.Optional("maxScore", Codecs.Score.Nullable(), static (AssignableDigitalResource a) => ref a._maxScore),
    ];

    internal static new readonly RecordShape<AssignableDigitalResource> Shape = new(
        "AssignableDigitalResource",
        static () => new() { Id = default },
        [
            .. IdentifyingMembers(new TypeCodec("AssignableDigitalResource", open: false)),
            .. OwnMembers,
            .. DescribingMembers,
        ]);

    private DateTimeOffset? _dateToActivate;
    private DateTimeOffset? _dateToShow;
    private DateTimeOffset? _dateToStartOn;
    private DateTimeOffset? _dateToSubmit;
    private int? _maxAttempts;
    private int? _maxSubmits;
    private decimal? _maxScore;

    /// <summary>Makes an AssignableDigitalResource for you to fill.</summary>
    public AssignableDigitalResource()
        : base("AssignableDigitalResource", modelledType: "AssignableDigitalResource")
    {
    }

    private protected AssignableDigitalResource(string type, string modelledType)
        : base(type, modelledType)
    {
    }

    /// <summary>When it becomes active.</summary>
    /// <remarks>
    /// An instant, UTC with milliseconds. Canvas does not send it. Source: Caliper 1.1, appendix C (AssignableDigitalResource).
    /// </remarks>
    public DateTimeOffset? DateToActivate { get => _dateToActivate; init => _dateToActivate = value; }

    /// <summary>When students begin to see it.</summary>
    /// <remarks>
    /// An instant, UTC with milliseconds. Canvas does not send it. Source: Caliper 1.1, appendix C (AssignableDigitalResource).
    /// </remarks>
    public DateTimeOffset? DateToShow { get => _dateToShow; init => _dateToShow = value; }

    /// <summary>When students can begin with it.</summary>
    /// <remarks>
    /// An instant, UTC with milliseconds. Canvas does not send it. Source: Caliper 1.1, appendix C (AssignableDigitalResource).
    /// </remarks>
    public DateTimeOffset? DateToStartOn { get => _dateToStartOn; init => _dateToStartOn = value; }

    /// <summary>When it is due.</summary>
    /// <remarks>
    /// An instant, UTC with milliseconds. Canvas does not send it. Source: Caliper 1.1, appendix C (AssignableDigitalResource).
    /// </remarks>
    public DateTimeOffset? DateToSubmit { get => _dateToSubmit; init => _dateToSubmit = value; }

    /// <summary>How many attempts a student has.</summary>
    /// <remarks>A whole number. Canvas does not send it. Source: Caliper 1.1, appendix C (AssignableDigitalResource).</remarks>
    public int? MaxAttempts { get => _maxAttempts; init => _maxAttempts = value; }

    /// <summary>How many times a student can hand it in.</summary>
    /// <remarks>A whole number. Canvas does not send it. Source: Caliper 1.1, appendix C (AssignableDigitalResource).</remarks>
    public int? MaxSubmits { get => _maxSubmits; init => _maxSubmits = value; }

    /// <summary>How many points are possible.</summary>
    /// <remarks>
    /// A number, or an object with the same number as text in <c>numberStr</c>, which production consumers have met; written as a number.
    /// More digits than a decimal holds are rounded here. Canvas does not send it here. Source: Caliper 1.1, appendix C (AssignableDigitalResource).
    /// </remarks>
    public decimal? MaxScore { get => _maxScore; init => _maxScore = value; }

    private protected override RecordShape GetShape() => Shape;
}
