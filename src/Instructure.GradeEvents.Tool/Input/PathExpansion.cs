namespace Instructure.GradeEvents.Tool.Input;

/// <summary>Finds the sources that the arguments of a command stand for: files, folders, patterns, standard input.</summary>
internal sealed class PathExpansion
{
    private readonly HashSet<string> _seen = new(OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
    private readonly List<PayloadSource> _sources = [];
    private readonly List<string> _problems = [];
    private readonly string[] _outputs;

    private PathExpansion(IEnumerable<string> outputs) => _outputs = [.. outputs.Select(Path.GetFullPath)];

    /// <summary>The sources, in the order of the arguments, those of a folder in ordinal order. None is there twice.</summary>
    internal IReadOnlyList<PayloadSource> Sources => _sources;

    /// <summary>What was not found: sentences.</summary>
    internal IReadOnlyList<string> Problems => _problems;

    /// <summary>Finds the sources.</summary>
    /// <param name="paths">The arguments.</param>
    /// <param name="outputs">Files that are going to be written, and are no sources when they are found in a folder.</param>
    internal static PathExpansion Of(IEnumerable<string> paths, IEnumerable<string>? outputs = null)
    {
        var expansion = new PathExpansion(outputs ?? []);
        foreach (var path in paths)
        {
            expansion.Add(path);
        }

        return expansion;
    }

    private void Add(string path)
    {
        if (path == PayloadSource.StandardInputArgument)
        {
            if (_seen.Add(path))
            {
                _sources.Add(PayloadSource.StandardInput);
            }
        }
        else if (Directory.Exists(path))
        {
            AddFolder(path);
        }
        else if (!Glob.IsPattern(path) || Path.Exists(path))
        {
            AddFile(path);
        }
        else
        {
            AddPattern(path);
        }
    }

    private void AddFile(string path)
    {
        if (path.Length == 0 || !Path.Exists(path))
        {
            _problems.Add(path.Length == 0 ? "a path is empty." : $"{path}: there is no such file or folder.");
        }
        else if (_seen.Add(Path.GetFullPath(path)))
        {
            _sources.Add(PayloadSource.OfFile(path));
        }
    }

    private void AddFolder(string path)
    {
        var isAny = false;
        try
        {
            foreach (var file in FilesIn(path.EndsWith('/') ? path : path + "/"))
            {
                isAny = true;
                AddFound(file);
            }
        }
        catch (Exception error) when (SourceProblem.Is(error))
        {
            _problems.Add(SourceProblem.Of(path, error));
            return;
        }

        if (!isAny)
        {
            _problems.Add($"{path}: there are no payloads (*.json, *.jsonl, *.ndjson, or one of them with .gz) in this folder.");
        }
    }

    private void AddPattern(string pattern)
    {
        var isAny = false;
        try
        {
            foreach (var path in Glob.Find(pattern))
            {
                isAny = true;
                if (Directory.Exists(path))
                {
                    AddFolder(path);
                }
                else
                {
                    AddFound(path);
                }
            }
        }
        catch (Exception error) when (SourceProblem.Is(error))
        {
            _problems.Add(SourceProblem.Of(pattern, error));
            return;
        }

        if (!isAny)
        {
            _problems.Add($"{pattern}: no file matches.");
        }
    }

    private void AddFound(string path)
    {
        if (!_outputs.Contains(Path.GetFullPath(path), StringComparer.Ordinal))
        {
            AddFile(path);
        }
    }

    private static IEnumerable<string> FilesIn(string folder)
        => Glob.Entries(folder, folders: false).Where(static name => name[0] != '.' && PayloadSource.IsPayloadFile(name)).Select(name => folder + name)
            .Concat(Glob.Entries(folder, folders: true).Where(static name => name[0] != '.').SelectMany(name => FilesIn(folder + name + "/")));
}
