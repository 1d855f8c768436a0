using Instructure.GradeEvents.Archives;
using Instructure.GradeEvents.Tool.Output;

namespace Instructure.GradeEvents.Tool.Input;

/// <summary>A file, or standard input: where payloads come from.</summary>
/// <param name="Name">What messages and reports call it: the path as it was given or found, with <c>/</c>.</param>
/// <param name="File">The path to open; null is standard input.</param>
/// <param name="Form">How the payloads lie in it.</param>
internal sealed record PayloadSource(string Name, string? File, ArchiveForm Form)
{
    /// <summary>What it is called as the argument of a command.</summary>
    internal const string StandardInputArgument = "-";

    private const string StandardInputName = "<stdin>";

    /// <summary>The endings of the files that are looked for in a folder.</summary>
    internal static readonly string[] Endings = [".json", ".jsonl", ".ndjson", ".json.gz", ".jsonl.gz", ".ndjson.gz"];

    internal static readonly PayloadSource StandardInput = new(StandardInputName, File: null, ArchiveForm.Documents);

    /// <summary>Whether it is a file.</summary>
    internal bool IsFile => File is not null;

    /// <summary>How many bytes the file has; 0 when that is not known.</summary>
    internal long Length => File is not null && new FileInfo(File) is { Exists: true } file ? file.Length : 0;

    internal static PayloadSource OfFile(string path)
    {
        var name = path.StartsWith("./", StringComparison.Ordinal) && path.Length > 2 ? path[2..] : path;
        return new(OperatingSystem.IsWindows() ? name.Replace('\\', '/') : name, path, FormOf(path));
    }

    internal static bool IsPayloadFile(string path) => Array.Exists(Endings, ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>Opens it.</summary>
    /// <exception cref="IOException">It can't be read. The file system has other exceptions, too; see <see cref="SourceProblem"/>.</exception>
    internal Stream Open() => File is null
        ? StandardHandle.IsOpen(StandardHandle.Input) ? Console.OpenStandardInput() : throw new IOException("it is closed.")
        : new FileStream(File, new FileStreamOptions { Options = FileOptions.SequentialScan, BufferSize = 0 });

    private static ArchiveForm FormOf(string path)
        => !IsPayloadFile(path) ? ArchiveForm.Documents
            : path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".json.gz", StringComparison.OrdinalIgnoreCase) ? ArchiveForm.Document
            : ArchiveForm.Lines;
}
