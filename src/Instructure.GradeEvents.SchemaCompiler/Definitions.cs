using NJsonSchema;

namespace Instructure.GradeEvents.SchemaCompiler;

/// <summary>The definitions of the bundle that has all of them, as NJsonSchema reads them.</summary>
internal sealed class Definitions
{
    private readonly Dictionary<JsonSchema, string> _names = [];
    private readonly IDictionary<string, JsonSchema> _definitions;

    private Definitions(JsonSchema bundle)
    {
        _definitions = bundle.Definitions;
        foreach (var (name, definition) in _definitions)
        {
            _names.Add(definition, name);
        }
    }

    internal IEnumerable<KeyValuePair<string, JsonSchema>> All => _definitions;

    internal JsonSchema this[string name] => _definitions[name];

    /// <summary>Reads a bundle. There is nothing to wait for: it refers to no other file.</summary>
    internal static Definitions Read(string bundle) => new(JsonSchema.FromJsonAsync(bundle).GetAwaiter().GetResult());

    /// <summary>The name of a definition; null of a schema inside of one.</summary>
    internal string? NameOf(JsonSchema schema) => _names.GetValueOrDefault(schema);

    /// <summary>The Caliper type that the schema is for; null when it is for no single one.</summary>
    internal static string? TypeOf(JsonSchema schema)
        => schema.Properties.TryGetValue("type", out var type) && type.Enumeration.Count == 1 ? type.Enumeration.First() as string : null;

    /// <summary>Whether the schema is for Caliper types that are not modelled.</summary>
    internal static bool IsOther(JsonSchema schema) => schema.Properties.TryGetValue("type", out var type) && type.Not is not null;

    /// <summary>
    /// The alternatives of a schema, those of its alternatives included; the schema itself when it has none. Of schemas that must hold
    /// together, the first is what it is, and the others say more about it, which the validator knows by itself: the name of the event, and
    /// the members that only events have.
    /// </summary>
    internal static IReadOnlyList<JsonSchema> AlternativesOf(JsonSchema schema)
    {
        var actual = schema.ActualSchema;
        return actual.AnyOf.Count > 0 ? [.. actual.AnyOf.SelectMany(AlternativesOf)]
            : actual.AllOf.Count > 0 ? AlternativesOf(actual.AllOf.First())
            : [actual];
    }

    /// <summary>The definition that has all alternatives of the schema, but for null; null when each stands by itself.</summary>
    internal JsonSchema? PlaceOf(JsonSchema schema)
    {
        var actual = schema.ActualSchema;
        return NameOf(actual) is not null ? actual
            : actual.AllOf.Count > 0 ? PlaceOf(actual.AllOf.First())
            : actual.AnyOf.Select(static alternative => alternative.ActualSchema).FirstOrDefault(static alternative => alternative.AnyOf.Count > 0);
    }
}
