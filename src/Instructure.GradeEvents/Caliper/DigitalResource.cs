using System.Text.Json.Serialization;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Caliper;

/// <summary>
/// Content: a document, a web page, an assignment. Of the kinds that Caliper knows, those that no record is for keep their name in
/// <see cref="Entity.Type"/>.
/// </summary>
/// <remarks>Source: Caliper 1.1, appendix C (DigitalResource).</remarks>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
public record DigitalResource : Entity
{
    /// <summary>What this adds to the table; the types that derive from it have it too.</summary>
    internal static readonly RecordMember[] OwnMembers =
    [
        RecordMember.Optional("creators", EntityCodecs.Agent.List("agents (objects or their IRIs)"), static (DigitalResource d) => ref d._creators),
        RecordMember.Optional("mediaType", Codecs.Text, static (DigitalResource d) => ref d._mediaType),
        RecordMember.Optional("keywords", Codecs.Text.List("strings"), static (DigitalResource d) => ref d._keywords),
        RecordMember.Optional("learningObjectives", EntityCodecs.Any.List("entities (objects or their IRIs)"), static (DigitalResource d) => ref d._learningObjectives),
        RecordMember.Optional("isPartOf", EntityCodecs.Any, static (DigitalResource d) => ref d._isPartOf),
        RecordMember.Optional("datePublished", Codecs.CaliperTime.Nullable(), static (DigitalResource d) => ref d._datePublished),
        RecordMember.Optional("version", Codecs.Text, static (DigitalResource d) => ref d._version),
    ];

    internal static readonly RecordShape<DigitalResource> Shape = new(
        "DigitalResource",
        static () => new() { Id = default },
        [
            .. IdentifyingMembers(new TypeCodec("DigitalResource", open: true)),
            .. OwnMembers,
            .. DescribingMembers,
        ]);

    private JsonList<Agent>? _creators;
    private string? _mediaType;
    private JsonList<string>? _keywords;
    private JsonList<Entity>? _learningObjectives;
    private Entity? _isPartOf;
    private DateTimeOffset? _datePublished;
    private string? _version;

    /// <summary>Makes a DigitalResource for you to fill.</summary>
    public DigitalResource()
        : base("DigitalResource")
    {
    }

    /// <summary>Makes a digital resource of a kind that this library has no record for.</summary>
    /// <param name="type">The Caliper term: <c>Document</c>, <c>WebPage</c>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="type"/> is null.</exception>
    /// <exception cref="ArgumentException">The term is that of a record of this library.</exception>
    public DigitalResource(string type)
        : base(type, modelledType: "DigitalResource")
    {
    }

    private protected DigitalResource(string type, string modelledType)
        : base(type, modelledType)
    {
    }

    /// <summary>Who made it.</summary>
    /// <remarks>Objects or IRIs. Canvas does not send it. Source: Caliper 1.1, appendix C (DigitalResource).</remarks>
    public IReadOnlyList<Agent>? Creators
    {
        get => _creators;
        init => _creators = JsonList<Agent>.From(value, nameof(value));
    }

    /// <summary>Its media type.</summary>
    /// <remarks>
    /// An IANA media type (<c>text/html</c>). Canvas does not send it. Source: Caliper 1.1, appendix C (DigitalResource).
    /// </remarks>
    public string? MediaType { get => _mediaType; init => _mediaType = value; }

    /// <summary>Words that tell what it is about.</summary>
    /// <remarks>Free texts. Canvas does not send it. Source: Caliper 1.1, appendix C (DigitalResource).</remarks>
    public IReadOnlyList<string>? Keywords
    {
        get => _keywords;
        init => _keywords = JsonList<string>.From(value, nameof(value));
    }

    /// <summary>What is to be learned with it.</summary>
    /// <remarks>Objects or IRIs. Canvas does not send it. Source: Caliper 1.1, appendix C (DigitalResource).</remarks>
    public IReadOnlyList<Entity>? LearningObjectives
    {
        get => _learningObjectives;
        init => _learningObjectives = JsonList<Entity>.From(value, nameof(value));
    }

    /// <summary>What it is part of.</summary>
    /// <remarks>An object of any type, or an IRI. Canvas does not send it. Source: Caliper 1.1, appendix C (DigitalResource).</remarks>
    public Entity? IsPartOf { get => _isPartOf; init => _isPartOf = value; }

    /// <summary>When it was published.</summary>
    /// <remarks>An instant, UTC with milliseconds. Canvas does not send it. Source: Caliper 1.1, appendix C (DigitalResource).</remarks>
    public DateTimeOffset? DatePublished { get => _datePublished; init => _datePublished = value; }

    /// <summary>Its version.</summary>
    /// <remarks>Free text. Canvas does not send it. Source: Caliper 1.1, appendix C (DigitalResource).</remarks>
    public string? Version { get => _version; init => _version = value; }

    private protected override RecordShape GetShape() => Shape;
}
