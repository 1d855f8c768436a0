using System.Collections.Concurrent;
using NJsonSchema;

namespace Instructure.GradeEvents.Validation.Schemas;

/// <summary>The definitions of <c>grade-events.schema.json</c>, which has those of all other files in it. Loaded once.</summary>
internal sealed class SchemaLibrary
{
    private static readonly Lazy<SchemaLibrary> s_instance = new(static () => new());

    private readonly Dictionary<JsonSchema, string> _names = [];
    private readonly ConcurrentDictionary<JsonSchema, Alternatives> _alternatives = [];
    private readonly IDictionary<string, JsonSchema> _definitions;

    private SchemaLibrary()
    {
        using var text = new StreamReader(GradeEventSchemas.Open("grade-events"));

        // There is nothing to wait for: it refers to no other file.
        _definitions = JsonSchema.FromJsonAsync(text.ReadToEnd()).GetAwaiter().GetResult().Definitions;
        foreach (var definition in _definitions)
        {
            _names.Add(definition.Value, definition.Key);
        }
    }

    internal static SchemaLibrary Instance => s_instance.Value;

    internal JsonSchema this[string name] => _definitions[name];

    /// <summary>The name of a definition; null of a schema inside of one.</summary>
    internal string? NameOf(JsonSchema schema) => _names.TryGetValue(schema, out var name) ? name : null;

    /// <summary>The definition of what Caliper calls so; null when it is not modelled.</summary>
    internal JsonSchema? FindTerm(string term)
        => _definitions.TryGetValue(term, out var definition) && Alternatives.TermOf(definition) == term ? definition : null;

    /// <summary>
    /// What the schema describes, if the documents give all of its members; null for what may have others: a type that is not
    /// modelled, what Canvas adds under "extensions", a value.
    /// </summary>
    internal string? RecordOf(JsonSchema schema)
        => NameOf(schema) is { } name && !name.EndsWith("Extension", StringComparison.Ordinal) && !Alternatives.IsOther(schema) && schema.AllowAdditionalProperties
            ? Wording.InSentence(schema.Title)
            : null;

    /// <summary>What the schema allows, one alternative beside the other.</summary>
    internal Alternatives AlternativesOf(JsonSchema schema) => _alternatives.GetOrAdd(schema, schema => new(schema, NameOf(schema) is not null));
}
