using System.Text.Json.Nodes;

namespace Instructure.GradeEvents.SchemaCompiler;

/// <summary>Makes of each bundle a schema that is complete in itself.</summary>
internal static class BundleWriter
{
    /// <summary>The schema that has all definitions.</summary>
    internal const string PathOfAll = "schemas/grade-events.schema.json";

    /// <summary>The schemas, in the order of their names.</summary>
    internal static IReadOnlyList<GeneratedFile> Write(SourceLibrary library)
        => [.. library.Bundles.Select(bundle => new GeneratedFile(PathOf(bundle), JsonLayout.Write(Bundle(library, bundle))))];

    private static string PathOf(SourceFile bundle) => $"schemas/{bundle.Name}.schema.json";

    private static JsonObject Bundle(SourceLibrary library, SourceFile file)
    {
        var schema = Inheritance.Flatten(library, file);
        var definitions = Definitions(library, schema);
        schema.Insert(0, "$schema", "http://json-schema.org/draft-07/schema#");
        schema.Insert(1, "$id", "urn:instructure-gradeevents:schema:" + file.Name);
        schema.Add("definitions", definitions);
        return schema;
    }

    /// <summary>All that a schema refers to, and what that refers to: breadth first, so that what is near to the root comes early.</summary>
    private static JsonObject Definitions(SourceLibrary library, JsonObject root)
    {
        var definitions = new JsonObject();
        var open = new Queue<string>(References(root));
        while (open.TryDequeue(out var name))
        {
            if (!definitions.ContainsKey(name))
            {
                var definition = Inheritance.Flatten(library, library.Definition(name));
                definitions.Add(name, definition);
                foreach (var next in References(definition))
                {
                    open.Enqueue(next);
                }
            }
        }

        return definitions;
    }

    private static IEnumerable<string> References(JsonObject schema)
        => schema.SelectMany(static keyword => keyword.Key == Keywords.Reference
            ? [keyword.Value!.GetValue<string>()[Inheritance.ReferencePrefix.Length..]]
            : Keywords.SchemasIn(keyword.Key, keyword.Value).SelectMany(static part => References(part.Schema!.AsObject())));
}
