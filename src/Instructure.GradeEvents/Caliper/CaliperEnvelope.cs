using System.Text.Json;
using System.Text.Json.Serialization;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Caliper;

/// <summary>The envelope in which a sensor sends Caliper events and entities.</summary>
/// <remarks>
/// Canvas sends one event in it; the standard allows several events and entities. Source: Caliper 1.1, section 5.2 (Envelope).
/// </remarks>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
public sealed partial record CaliperEnvelope : LiveEvent
{
    /// <summary>What sent the envelope.</summary>
    /// <remarks>
    /// Should be an IRI: Canvas sends the URL of the account. Kept as text, since the standard does not insist. Source: Caliper 1.1,
    /// section 5.2 (Envelope).
    /// </remarks>
    [Member("sensor")]
    public required partial string Sensor { get; init; }

    /// <summary>When it was sent.</summary>
    /// <remarks>
    /// An instant, UTC with milliseconds, as <see cref="GradeEvent.EventTime"/>; not before the events happened. Source: Caliper 1.1, section 5.2 (Envelope).
    /// </remarks>
    [Member("sendTime")]
    public required partial DateTimeOffset SendTime { get; init; }

    /// <summary>The version of Caliper.</summary>
    /// <remarks>
    /// The context IRI: <c>http://purl.imsglobal.org/ctx/caliper/v1p1</c>; other texts are kept. Source: Caliper 1.1, section 5.2
    /// (Envelope).
    /// </remarks>
    [Member("dataVersion")]
    public required partial string DataVersion { get; init; }

    [Member("data", Items = "events and entities (objects)")]
    private JsonList<ICaliperItem> _data = null!;

    /// <summary>The events and entities.</summary>
    /// <remarks>
    /// One or more, mixed; an empty array reads too. Match them by their types: <see cref="GradeEvent"/>,
    /// <see cref="UnknownCaliperEvent"/>, entities. When more than 1000 were read, or more than a megabyte, each enumeration reads
    /// them again, one by one, and the first access by index keeps all of them. Source: Caliper 1.1, section 5.2 (Envelope).
    /// </remarks>
    /// <exception cref="ArgumentException">One is null, or is not of this library.</exception>
    public required IReadOnlyList<ICaliperItem> Data
    {
        get => _data;
        init
        {
            _data = JsonList<ICaliperItem>.From(value ?? throw new ArgumentNullException(nameof(value)), nameof(value))!;
            if (_data.Any(static item => item is not (CaliperEvent or Entity)))
            {
                throw new ArgumentException("The data of an envelope are events and entities of this library.", nameof(value));
            }
        }
    }

    internal override void WriteTo(Utf8JsonWriter writer)
    {
        if (Data.Any(static item => item is Entity { IsThinned: true }))
        {
            throw new InvalidOperationException("A thinned entity can't stand in the data of an envelope.");
        }

        base.WriteTo(writer);
    }
}
