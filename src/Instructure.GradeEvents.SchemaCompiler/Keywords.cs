using System.Text.Json;
using System.Text.Json.Nodes;

namespace Instructure.GradeEvents.SchemaCompiler;

/// <summary>
/// The keywords that the source may use: those of draft-07 that the schemas need and that every validator reads alike, and <c>extends</c>,
/// which is for the compiler.
/// </summary>
internal static class Keywords
{
    internal const string Reference = "$ref";
    internal const string Extends = "extends";
    internal const string Title = "title";
    internal const string Description = "description";
    internal const string Required = "required";
    internal const string Properties = "properties";

    private static readonly string[] s_types = ["null", "boolean", "object", "array", "number", "integer", "string"];

    /// <summary>All of them, by name, in the order in which they are listed to people.</summary>
    internal static IReadOnlyList<Keyword> All { get; } =
    [
        new(Reference, "the path of a file", IsText),
        new(Extends, "the path of a file", IsText),
        new(Title, "a text", IsText),
        new(Description, "a text", IsText),
        new("examples", "a list", static value => value is JsonArray),
        new("type", "the name of a type, or a list of such names", IsTypeOrTypes),
        new("enum", "a list of one or more values", static value => value is JsonArray { Count: > 0 }),
        new("pattern", "a text", IsText),
        new(Required, "a list of texts", static value => value is JsonArray list && list.All(IsText)),
        new(Properties, "an object with a schema for each member", static value => value is JsonObject),
        new("additionalProperties", "true, false or a schema", IsSwitchOrSchema),
        new("items", "a schema, or a list of schemas", static value => value is JsonObject or JsonArray { Count: > 0 }),
        new("minItems", "a whole number of 0 or more", IsCount),
        new("maxItems", "a whole number of 0 or more", IsCount),
        new("minimum", "a number", IsNumber),
        new("maximum", "a number", IsNumber),
        new("not", "a schema", static value => value is JsonObject),
        new("anyOf", "a list of one or more schemas", static value => value is JsonArray { Count: > 0 }),
        new("allOf", "a list of one or more schemas", static value => value is JsonArray { Count: > 0 }),
    ];

    private static readonly Dictionary<string, Keyword> s_byName = All.ToDictionary(static keyword => keyword.Name, StringComparer.Ordinal);

    /// <summary>The keyword of that name; null when it isn't known.</summary>
    internal static Keyword? Find(string name) => s_byName.GetValueOrDefault(name);

    /// <summary>The schemas that the value of a keyword has in it, each with where it is in the value (a JSON Pointer).</summary>
    internal static IEnumerable<(string Place, JsonNode? Schema)> SchemasIn(string keyword, JsonNode? value) => (keyword, value) switch
    {
        (Properties, JsonObject members) => members.Select(static member => ("/" + Escaped(member.Key), member.Value)),
        ("not" or "items" or "additionalProperties", JsonObject) => [(string.Empty, value)],
        ("anyOf" or "allOf" or "items", JsonArray many) => many.Select(static (part, index) => (FormattableString.Invariant($"/{index}"), part)),
        _ => [],
    };

    /// <summary>A copy of the value of a keyword, with something else in place of each schema in it.</summary>
    internal static JsonNode? WithSchemas(string keyword, JsonNode? value, Func<JsonNode?, JsonNode?> change) => (keyword, value) switch
    {
        (Properties, JsonObject members) => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, change(member.Value)))),
        ("not" or "items" or "additionalProperties", JsonObject) => change(value),
        ("anyOf" or "allOf" or "items", JsonArray many) => new JsonArray([.. many.Select(change)]),
        _ => value?.DeepClone(),
    };

    private static bool IsText(JsonNode? value) => IsOf(value, JsonValueKind.String);

    private static bool IsNumber(JsonNode? value) => IsOf(value, JsonValueKind.Number);

    private static bool IsCount(JsonNode? value) => IsNumber(value) && value!.AsValue().TryGetValue(out int count) && count >= 0;

    private static bool IsType(JsonNode? value) => IsText(value) && s_types.Contains(value!.GetValue<string>(), StringComparer.Ordinal);

    private static bool IsTypeOrTypes(JsonNode? value) => IsType(value) || value is JsonArray { Count: > 0 } list && list.All(IsType);

    private static bool IsSwitchOrSchema(JsonNode? value) => value is JsonObject || IsOf(value, JsonValueKind.True, JsonValueKind.False);

    private static bool IsOf(JsonNode? value, params ReadOnlySpan<JsonValueKind> kinds) => value is not null && kinds.Contains(value.GetValueKind());

    private static string Escaped(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
