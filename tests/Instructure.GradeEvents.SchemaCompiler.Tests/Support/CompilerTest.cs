using System.Text;
using System.Text.Json.Nodes;
using Instructure.GradeEvents.Tests.Support;

namespace Instructure.GradeEvents.SchemaCompiler.Tests.Support;

/// <summary>A test of the compiler on a repository of its own, which at first has nothing.</summary>
public abstract class CompilerTest : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("schema-compiler");

    protected string Root => _root.FullName;

    public void Dispose()
    {
        _root.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Runs the compiler with the arguments alone.</summary>
    protected static CompilerResult RunAs(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var status = Program.Run(arguments, output, error);
        return new(status, output.ToString(), error.ToString());
    }

    /// <summary>Runs it on this repository.</summary>
    protected CompilerResult Run(params string[] arguments) => RunAs([.. arguments, "--root", Root]);

    protected string PathOf(string path) => Path.Combine(Root, path);

    protected void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        File.WriteAllText(PathOf(path), text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    protected string Read(string path) => File.ReadAllText(PathOf(path));

    protected byte[] ReadBytes(string path) => File.ReadAllBytes(PathOf(path));

    protected void WriteSource(string path, string text) => Write("schemas/source/" + path, text);

    /// <summary>Writes a bundle that refers to definitions.</summary>
    protected void WriteBundle(string name, params string[] references)
        => WriteSource($"bundles/{name}.json", new JsonObject
        {
            ["title"] = "A bundle",
            ["description"] = "All there is.",
            ["anyOf"] = new JsonArray([.. references.Select(static reference => new JsonObject { ["$ref"] = reference })]),
        }.ToJsonString());

    /// <summary>The definition in a bundle, without spaces.</summary>
    protected string Definition(string bundle, string name) => JsonNode.Parse(Read($"schemas/{bundle}.schema.json"))!["definitions"]![name]!.ToJsonString();

    /// <summary>Copies the schemas of the repository, their source, and the tables that are made of it.</summary>
    protected void CopySchemas()
    {
        foreach (var folder in new[] { "schemas", "src/Instructure.GradeEvents.Validation/Schemas", "docs" })
        {
            foreach (var file in Directory.EnumerateFiles(Repository.PathOf(folder), "*", SearchOption.AllDirectories))
            {
                var copy = Path.Combine(Root, folder, Path.GetRelativePath(Repository.PathOf(folder), file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }
        }
    }
}
