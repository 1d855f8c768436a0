using System.Text.Json;
using System.Text.Json.Nodes;

namespace Instructure.GradeEvents.SchemaCompiler;

/// <summary>The source of the schemas: all its files, without faults.</summary>
internal sealed class SourceLibrary
{
    /// <summary>Where it is, from the root of the repository.</summary>
    internal const string Folder = "schemas/source";

    // A member that is there twice is a mistake; by default the last would win, and say nothing.
    private static readonly JsonDocumentOptions s_strict = new() { AllowDuplicateProperties = false };

    private readonly Dictionary<string, SourceFile> _byPath;

    private SourceLibrary(IEnumerable<SourceFile> files)
    {
        Files = [.. files];
        _byPath = Files.ToDictionary(static file => file.Path, StringComparer.Ordinal);
    }

    /// <summary>All files, in the order of their paths.</summary>
    internal IReadOnlyList<SourceFile> Files { get; }

    /// <summary>The files that become files.</summary>
    internal IEnumerable<SourceFile> Bundles => Files.Where(static file => file.IsBundle);

    /// <summary>Reads all files.</summary>
    /// <param name="root">The root of the repository.</param>
    /// <exception cref="SourceException">Something is wrong with them.</exception>
    internal static SourceLibrary Read(string root)
    {
        var files = new List<SourceFile>();
        var problems = new List<string>();
        var paths = Directory.EnumerateFiles(Path.Combine(root, Folder), "*.json", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(root, path).Replace(Path.DirectorySeparatorChar, '/'));
        foreach (var path in paths.Order(StringComparer.Ordinal))
        {
            try
            {
                if (JsonNode.Parse(File.ReadAllText(Path.Combine(root, path)), documentOptions: s_strict) is JsonObject schema)
                {
                    files.Add(new(path, schema));
                }
                else
                {
                    problems.Add($"{path}: a schema must be an object.");
                }
            }
            catch (JsonException exception)
            {
                problems.Add($"{path}: is not JSON: {exception.Message}");
            }
        }

        // What can't be read would be missed by others: the rest is looked at when all can.
        var library = new SourceLibrary(files);
        if (problems.Count == 0)
        {
            problems.AddRange(new SourceChecker(library).Problems());
        }

        return problems.Count == 0 ? library : throw new SourceException(problems);
    }

    /// <summary>The file that a reference means; null when there is none.</summary>
    internal SourceFile? Find(SourceFile from, string reference) => _byPath.GetValueOrDefault(from.PathOf(reference));

    /// <summary>The definition of that name.</summary>
    internal SourceFile Definition(string name) => Files.Single(file => !file.IsBundle && file.Name == name);
}
