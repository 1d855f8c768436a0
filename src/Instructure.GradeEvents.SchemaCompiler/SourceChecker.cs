using System.Text.Json;
using System.Text.Json.Nodes;

namespace Instructure.GradeEvents.SchemaCompiler;

/// <summary>Finds all that is wrong with a source.</summary>
internal sealed class SourceChecker(SourceLibrary library)
{
    private readonly List<string> _problems = [];

    /// <summary>The files that the references and the <c>extends</c> of each file lead to.</summary>
    private readonly Dictionary<SourceFile, (HashSet<SourceFile> References, HashSet<SourceFile> Extends)> _links
        = library.Files.ToDictionary(static file => file, static _ => (new HashSet<SourceFile>(), new HashSet<SourceFile>()));

    /// <summary>What is wrong, in the order of the files.</summary>
    internal IReadOnlyList<string> Problems()
    {
        foreach (var file in library.Files)
        {
            CheckSchema(file, string.Empty, file.Schema);
        }

        CheckNames();
        CheckCycles();
        CheckTitles();
        if (_problems.Count == 0)
        {
            // A reference with a fault is seen as none: what it leads to would wrongly be said to have no use.
            CheckUse();
        }

        return [.. _problems];
    }

    private void CheckSchema(SourceFile file, string place, JsonNode? node)
    {
        if (node is not JsonObject schema)
        {
            Report(file, place, $"a schema must be an object, and not {Kind(node)}.");
            return;
        }

        if (schema.ContainsKey(Keywords.Reference) && schema.Count > 1)
        {
            var others = schema.Where(static keyword => keyword.Key != Keywords.Reference).Select(static keyword => $"\"{keyword.Key}\"");
            Report(file, place, $"\"$ref\" must stand alone, since validators ignore what is beside it: {string.Join(", ", others)}.");
        }

        foreach (var (name, value) in schema)
        {
            if (Keywords.Find(name) is not { } keyword)
            {
                var known = string.Join(", ", Keywords.All.Select(static keyword => keyword.Name));
                Report(file, place, $"the keyword \"{name}\" is not known; known are {known}.");
                continue;
            }

            if (!keyword.Takes(value))
            {
                Report(file, place, $"\"{name}\" must be {keyword.Value}, and not {Kind(value)}.");
                continue;
            }

            if (name is Keywords.Reference or Keywords.Extends)
            {
                CheckLink(file, place, name, value!.GetValue<string>());
            }

            foreach (var (step, inner) in Keywords.SchemasIn(name, value))
            {
                CheckSchema(file, $"{place}/{name}{step}", inner);
            }
        }
    }

    private void CheckLink(SourceFile file, string place, string keyword, string reference)
    {
        if (library.Find(file, reference) is not { } target)
        {
            Report(file, place, $"\"{keyword}\" leads to {file.PathOf(reference)}, which is not there.");
        }
        else if (target.IsBundle)
        {
            Report(file, place, $"\"{keyword}\" leads to {target}, which is a bundle and no definition.");
        }
        else
        {
            _ = keyword == Keywords.Reference ? _links[file].References.Add(target) : _links[file].Extends.Add(target);
        }
    }

    private void CheckNames()
    {
        foreach (var files in library.Files.GroupBy(static file => file.Name, StringComparer.Ordinal))
        {
            foreach (var file in files.Skip(1))
            {
                Report(file, string.Empty, $"there is a file of the same name: {files.First()}.");
            }
        }
    }

    private void CheckCycles()
    {
        var reported = new HashSet<SourceFile>();
        foreach (var file in library.Files)
        {
            if (!reported.Contains(file) && Cycle([file]) is { } cycle)
            {
                reported.UnionWith(cycle);
                Report(file, string.Empty, $"it extends itself: {string.Join(" → ", cycle.Select(static step => step.Name))}.");
            }
        }
    }

    /// <summary>A way along <c>extends</c> that comes back to its beginning; null when there is none.</summary>
    private SourceFile[]? Cycle(SourceFile[] path)
    {
        foreach (var next in _links[path[^1]].Extends)
        {
            if (next == path[0])
            {
                return [.. path, next];
            }

            if (!path.Contains(next) && Cycle([.. path, next]) is { } cycle)
            {
                return cycle;
            }
        }

        return null;
    }

    private void CheckTitles()
    {
        var definitions = _links.Values.SelectMany(static links => links.References).ToHashSet();
        foreach (var file in library.Files)
        {
            var flat = Inheritance.Flatten(library, file);
            if (file.IsBundle || definitions.Contains(file))
            {
                CheckTitle(file, string.Empty, file.Schema, flat);
            }

            CheckTitlesOfMembers(file, string.Empty, file.Schema, flat);
        }
    }

    /// <summary>Looks at the members as they are written: those of a base are the base's to describe.</summary>
    private void CheckTitlesOfMembers(SourceFile file, string place, JsonObject schema, JsonObject flat)
    {
        foreach (var (keyword, value) in schema)
        {
            foreach (var ((step, inner), flatInner) in Keywords.SchemasIn(keyword, value).Zip(Matching(keyword, value, flat[keyword])))
            {
                if (inner is JsonObject written && flatInner is JsonObject finished)
                {
                    if (keyword == Keywords.Properties)
                    {
                        CheckTitle(file, $"{place}/{keyword}{step}", written, finished);
                    }

                    CheckTitlesOfMembers(file, $"{place}/{keyword}{step}", written, finished);
                }
            }
        }
    }

    /// <summary>What became of the schemas in the value of a keyword, in their order. Members that are inherited are not among them.</summary>
    private static IEnumerable<JsonNode?> Matching(string keyword, JsonNode? value, JsonNode? flat)
        => (keyword, value, flat) is (Keywords.Properties, JsonObject members, JsonObject flatMembers)
            ? members.Select(member => flatMembers[member.Key])
            : Keywords.SchemasIn(keyword, flat).Select(static part => part.Schema);

    private void CheckTitle(SourceFile file, string place, JsonObject schema, JsonObject flat)
    {
        if (schema.ContainsKey(Keywords.Reference))
        {
            Report(file, place, "a reference has no title and no description of its own: put it into \"allOf\".");
        }
        else if (!flat.ContainsKey(Keywords.Extends))
        {
            foreach (var keyword in new[] { Keywords.Title, Keywords.Description })
            {
                if (!flat.ContainsKey(keyword))
                {
                    Report(file, place, $"there is no {keyword}.");
                }
            }
        }
    }

    private void CheckUse()
    {
        var used = library.Bundles.ToHashSet();
        var open = new Queue<SourceFile>(used);
        while (open.TryDequeue(out var file))
        {
            foreach (var next in _links[file].References.Concat(_links[file].Extends).Where(used.Add))
            {
                open.Enqueue(next);
            }
        }

        foreach (var file in library.Files.Where(file => !used.Contains(file)))
        {
            Report(file, string.Empty, "no bundle uses it.");
        }
    }

    private void Report(SourceFile file, string place, string problem)
        => _problems.Add(place.Length == 0 ? $"{file}: {problem}" : $"{file}: {place}: {problem}");

    private static string Kind(JsonNode? value) => value?.GetValueKind() switch
    {
        null => "null",
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => value.ToJsonString(),
    };
}
