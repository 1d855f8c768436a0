using System.Text.Json;
using System.Text.Json.Serialization;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Caliper;

/// <summary>A Caliper event that is not a grade event, with its JSON as it came.</summary>
/// <remarks>
/// A subscription delivers whatever it was set to. All of the event is in <see cref="Json"/>;
/// <see cref="PayloadObject.UnknownMembers"/> is empty unless you add some. Source: Caliper 1.1, appendix C (Event).
/// </remarks>
/// <example><code>var mine = unknown.Json.Deserialize&lt;NavigationEvent&gt;();</code></example>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
public sealed record UnknownCaliperEvent : CaliperEvent
{
    private readonly JsonValue _json;

    /// <summary>Makes an event of its JSON.</summary>
    /// <param name="json">An object with a <c>type</c> that isn't <c>GradeEvent</c>. It is copied.</param>
    /// <exception cref="ArgumentException">It isn't such an object.</exception>
    public UnknownCaliperEvent(JsonElement json)
        : this(JsonValue.From(json, nameof(json)))
    {
    }

    private UnknownCaliperEvent(JsonValue json)
        : base(TypeOf(json))
        => _json = json;

    /// <summary>The whole event.</summary>
    /// <remarks>A JSON object. Source: Caliper 1.1, appendix C (Event).</remarks>
    public JsonElement Json => _json.Element;

    /// <summary>The id of the event.</summary>
    /// <remarks>Null when it has none that is an IRI, which Caliper forbids. Source: Caliper 1.1, appendix C (Event).</remarks>
    public Iri? Id
        => Iri.TryParse(_json.TextOf("id"), out var iri) ? iri : null;

    internal static UnknownCaliperEvent Read(ref EventReader json) => new(JsonValue.Read(ref json));

    internal override void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        _json.WriteMembersTo(writer);
        WriteUnknownMembers(writer, name => Json.TryGetProperty(name, out _));
        writer.WriteEndObject();
    }

    private static string TypeOf(JsonValue json)
        => json.TextOf("type") is { } term && !RecordTypes.IsCaliperType(term)
            ? term
            : throw new ArgumentException("The JSON of an unknown event is an object with the member \"type\", a string that no record of this library is for.", nameof(json));
}
