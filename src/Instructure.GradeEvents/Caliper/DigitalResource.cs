using System.Text.Json.Serialization;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Caliper;

/// <summary>
/// Content: a document, a web page, an assignment. Of the kinds that Caliper knows, those that no record is for keep their name in
/// <see cref="Entity.Type"/>.
/// </summary>
/// <remarks>Source: Caliper 1.1, appendix C (DigitalResource).</remarks>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
[OpenType("DigitalResource")]
public partial record DigitalResource : Entity
{
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
    [Member("creators", Items = "agents (objects or their IRIs)")]
    public partial IReadOnlyList<Agent>? Creators { get; init; }

    /// <summary>Its media type.</summary>
    /// <remarks>
    /// An IANA media type (<c>text/html</c>). Canvas does not send it. Source: Caliper 1.1, appendix C (DigitalResource).
    /// </remarks>
    [Member("mediaType")]
    public partial string? MediaType { get; init; }

    /// <summary>Words that tell what it is about.</summary>
    /// <remarks>Free texts. Canvas does not send it. Source: Caliper 1.1, appendix C (DigitalResource).</remarks>
    [Member("keywords", Items = "strings")]
    public partial IReadOnlyList<string>? Keywords { get; init; }

    /// <summary>What is to be learned with it.</summary>
    /// <remarks>Objects or IRIs. Canvas does not send it. Source: Caliper 1.1, appendix C (DigitalResource).</remarks>
    [Member("learningObjectives", Items = "entities (objects or their IRIs)")]
    public partial IReadOnlyList<Entity>? LearningObjectives { get; init; }

    /// <summary>What it is part of.</summary>
    /// <remarks>An object of any type, or an IRI. Canvas does not send it. Source: Caliper 1.1, appendix C (DigitalResource).</remarks>
    [Member("isPartOf")]
    public partial Entity? IsPartOf { get; init; }

    /// <summary>When it was published.</summary>
    /// <remarks>An instant, UTC with milliseconds. Canvas does not send it. Source: Caliper 1.1, appendix C (DigitalResource).</remarks>
    [Member("datePublished")]
    public partial DateTimeOffset? DatePublished { get; init; }

    /// <summary>Its version.</summary>
    /// <remarks>Free text. Canvas does not send it. Source: Caliper 1.1, appendix C (DigitalResource).</remarks>
    [Member("version")]
    public partial string? Version { get; init; }
}
