using System.Text.Json;
using System.Text.Json.Serialization;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Caliper;

/// <summary>
/// The JSON-LD context of a Caliper event or entity: the context IRI, or an array of strings and objects that ends in it.
/// </summary>
/// <remarks>Two are equal when their JSON is. Source: Caliper 1.1, section 4.</remarks>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
public sealed record CaliperContext
{
    internal static readonly Codec<CaliperContext> Codec = new ContextCodec();

    private readonly JsonList<JsonValue>? _before;

    /// <summary>Makes a context that is just an IRI.</summary>
    /// <param name="iri">The context IRI.</param>
    /// <exception cref="ArgumentNullException"><paramref name="iri"/> is null.</exception>
    public CaliperContext(string iri) => Iri = iri ?? throw new ArgumentNullException(nameof(iri));

    /// <summary>Makes a context that is an array.</summary>
    /// <param name="before">Strings and objects that stand before the IRI. They are copied.</param>
    /// <param name="iri">The context IRI, which stands last.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">One of <paramref name="before"/> is neither a string nor an object.</exception>
    public CaliperContext(IEnumerable<JsonElement> before, string iri)
        : this(iri)
    {
        var elements = (before ?? throw new ArgumentNullException(nameof(before))).ToArray();
        if (Array.Exists(elements, static element => element.ValueKind is not (JsonValueKind.String or JsonValueKind.Object)))
        {
            throw new ArgumentException("Before the context IRI there are strings and objects.", nameof(before));
        }

        _before = new(Array.ConvertAll(elements, element => JsonValue.From(element, nameof(before))));
    }

    private CaliperContext(string iri, JsonList<JsonValue> before)
        : this(iri)
        => _before = before;

    /// <summary>The context of Caliper 1.1: <c>http://purl.imsglobal.org/ctx/caliper/v1p1</c>.</summary>
    /// <remarks>Source: Caliper 1.1, section 4.</remarks>
    public static CaliperContext V1p1 { get; } = new("http://purl.imsglobal.org/ctx/caliper/v1p1");

    /// <summary>The context IRI, which stands last when there are more.</summary>
    /// <remarks><c>http://purl.imsglobal.org/ctx/caliper/v1p1</c>; other texts are kept. Source: Caliper 1.1, section 4.</remarks>
    public string Iri { get; }

    /// <summary>What stands before it when the context is an array: strings and objects.</summary>
    /// <remarks>Null when the context is just the IRI. Source: Caliper 1.1, section 4.</remarks>
    public IReadOnlyList<JsonElement>? Before => _before?.Select(static value => value.Element).ToArray();

    /// <summary>The context IRI.</summary>
    /// <returns>The same as <see cref="Iri"/>.</returns>
    public override string ToString() => Iri;

    private sealed class ContextCodec : Codec<CaliperContext>
    {
        private static readonly Codec<JsonList<JsonValue>> s_elements = new ElementCodec().List("strings and objects");

        internal override string Expected => "the context IRI (a string), or an array of strings and objects that ends in it";

        internal override CaliperContext Read(ref EventReader json)
        {
            if (json.TokenType == JsonTokenType.String)
            {
                // Nearly always, so it costs no string.
                return json.TextEquals("http://purl.imsglobal.org/ctx/caliper/v1p1"u8) ? V1p1 : new(json.GetText());
            }

            if (json.TokenType != JsonTokenType.StartArray)
            {
                throw json.Unexpected(Expected);
            }

            var before = s_elements.Read(ref json).WithoutLast(out var last);
            return last.Element.ValueKind == JsonValueKind.String
                ? new(last.Element.GetString()!, before)
                : throw json.Unexpected("the context IRI (a string) as the last element");
        }

        internal override void Write(Utf8JsonWriter writer, CaliperContext value)
        {
            if (value._before is null)
            {
                Codecs.Text.Write(writer, value.Iri);
                return;
            }

            writer.WriteStartArray();
            foreach (var element in value._before)
            {
                element.WriteTo(writer);
            }

            Codecs.Text.Write(writer, value.Iri);
            writer.WriteEndArray();
        }
    }

    private sealed class ElementCodec : Codec<JsonValue>
    {
        internal override string Expected => "a string or an object";

        internal override JsonValue Read(ref EventReader json)
            => json.TokenType is JsonTokenType.String or JsonTokenType.StartObject ? JsonValue.Read(ref json) : throw json.Unexpected(Expected);

        internal override void Write(Utf8JsonWriter writer, JsonValue value) => value.WriteTo(writer);
    }
}
