using System.Text.Json.Nodes;

namespace Instructure.GradeEvents.SchemaCompiler;

/// <summary>
/// Makes draft-07 of what the source says with references to files and with <c>extends</c>. A schema that extends another has all
/// its keywords, in their order, and then its own; a keyword that both have is the own one, but for <c>required</c>, which is joined,
/// and <c>properties</c>, of which each member extends the member of the same name.
/// </summary>
internal static class Inheritance
{
    internal const string ReferencePrefix = "#/definitions/";

    /// <summary>The schema of a file as it stands in a bundle. An <c>extends</c> that leads nowhere stays.</summary>
    internal static JsonObject Flatten(SourceLibrary library, SourceFile file) => Flatten(library, [file], file.Schema);

    /// <param name="library">Where the files are.</param>
    /// <param name="path">The file that the schema is in, last, after the files that extend it.</param>
    /// <param name="schema">The schema.</param>
    private static JsonObject Flatten(SourceLibrary library, SourceFile[] path, JsonObject schema)
    {
        SourceFile? extended = null;
        var own = new JsonObject();
        foreach (var (keyword, value) in schema)
        {
            var isLink = keyword is Keywords.Reference or Keywords.Extends;
            var target = isLink && Text(value) is { } reference ? library.Find(path[^1], reference) : null;
            if (keyword == Keywords.Extends && target is not null && !path.Contains(target))
            {
                extended = target;
            }
            else
            {
                own[keyword] = keyword == Keywords.Reference && target is not null
                    ? ReferencePrefix + target.Name
                    : Keywords.WithSchemas(keyword, value, part => part is JsonObject inside ? Flatten(library, path, inside) : part?.DeepClone());
            }
        }

        return extended is null ? own : Merge(Flatten(library, [.. path, extended], extended.Schema), own);
    }

    private static JsonObject Merge(JsonObject inherited, JsonObject own)
    {
        foreach (var (keyword, value) in own.ToArray())
        {
            own.Remove(keyword);
            inherited[keyword] = (keyword, inherited[keyword], value) switch
            {
                (Keywords.Required, JsonArray before, JsonArray more) => Join(before, more),
                (Keywords.Properties, JsonObject before, JsonObject more) => MergeMembers(before, more),
                _ => value,
            };
        }

        return inherited;
    }

    private static JsonObject MergeMembers(JsonObject inherited, JsonObject own)
    {
        var members = (JsonObject)inherited.DeepClone();
        foreach (var (name, value) in own.ToArray())
        {
            own.Remove(name);
            members[name] = (members[name], value) is (JsonObject before, JsonObject more) ? Merge((JsonObject)before.DeepClone(), more) : value;
        }

        return members;
    }

    private static JsonArray Join(JsonArray inherited, JsonArray own)
        => [.. inherited.Concat(own).Select(static name => name?.DeepClone()).DistinctBy(static name => name?.ToJsonString(), StringComparer.Ordinal)];

    private static string? Text(JsonNode? value) => value is JsonValue text && text.TryGetValue(out string? result) ? result : null;
}
