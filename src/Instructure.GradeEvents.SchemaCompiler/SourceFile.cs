using System.Text.Json.Nodes;

namespace Instructure.GradeEvents.SchemaCompiler;

/// <summary>A file of the source.</summary>
/// <param name="Path">Where it is, from the root of the repository, with <c>/</c>.</param>
/// <param name="Schema">What is in it, as it is written.</param>
internal sealed record SourceFile(string Path, JsonObject Schema)
{
    private const string BundleFolder = SourceLibrary.Folder + "/bundles/";

    /// <summary>The name of the definition, or of the bundle.</summary>
    internal string Name { get; } = System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>Whether it becomes a file of its own.</summary>
    internal bool IsBundle { get; } = Path.StartsWith(BundleFolder, StringComparison.Ordinal);

    /// <summary>The path that a reference in this file means.</summary>
    internal string PathOf(string reference)
    {
        List<string> steps = [.. Path.Split('/')[..^1]];
        foreach (var step in reference.Split('/'))
        {
            if (step != "..")
            {
                steps.Add(step);
            }
            else if (steps.Count > 0)
            {
                steps.RemoveAt(steps.Count - 1);
            }
        }

        return string.Join('/', steps);
    }

    /// <inheritdoc/>
    public override string ToString() => Path;
}
