using Instructure.GradeEvents.Tool.Output;

namespace Instructure.GradeEvents.Tool.Input;

/// <summary>Finds the sources that the arguments of a command stand for: files, folders, patterns, standard input.</summary>
internal sealed class PathExpansion
{
    private readonly HashSet<string> _seen = new(OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
    private readonly List<PayloadSource> _sources = [];
    private readonly List<string> _problems = [];
    private readonly List<string> _notes = [];
    private readonly List<string> _conflicts = [];
    private readonly Dictionary<string, string> _outputs = new(StringComparer.Ordinal);

    private PathExpansion(IEnumerable<string> outputs)
    {
        foreach (var output in outputs)
        {
            if (FileStatus.Of(output) is { IsFile: true } status)
            {
                _outputs.TryAdd(status.Identity, output);
            }
        }
    }

    /// <summary>The sources, in the order of the arguments, those of a folder in ordinal order. None is there twice.</summary>
    internal IReadOnlyList<PayloadSource> Sources => _sources;

    /// <summary>What was not found: sentences.</summary>
    internal IReadOnlyList<string> Problems => _problems;

    /// <summary>What was passed over: sentences.</summary>
    internal IReadOnlyList<string> Notes => _notes;

    /// <summary>What would be read and written over: sentences.</summary>
    internal IReadOnlyList<string> Conflicts => _conflicts;

    /// <summary>Finds the sources.</summary>
    /// <param name="paths">The arguments.</param>
    /// <param name="outputs">Files that are going to be written.</param>
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
                CheckOutputs(PayloadSource.StandardInput.Name, FileStatus.OfHandle(StandardHandle.Input), isNamed: true);
            }
        }
        else if (Directory.Exists(path))
        {
            AddFolder(path);
        }
        else if (!Glob.IsPattern(path) || Path.Exists(path))
        {
            AddNamed(path);
        }
        else
        {
            AddPattern(path);
        }
    }

    private void AddNamed(string path)
    {
        if (path.Length == 0)
        {
            _problems.Add("a path is empty.");
        }
        else if (StatusOf(path) is not { } status)
        {
            _problems.Add(SourceProblem.OfMissing(path));
        }
        else if (status.IsFifo && !IsHandle(path))
        {
            _problems.Add($"{path}: is a pipe (FIFO); expected a file, or - for standard input.");
        }
        else if (_seen.Add(Path.GetFullPath(path)))
        {
            CheckOutputs(path, status, isNamed: true);
            _sources.Add(PayloadSource.OfFile(path));
        }
    }

    /// <summary>Adds a file that a folder or a pattern has.</summary>
    private void AddFound(string path)
    {
        if (StatusOf(path) is not { } status)
        {
            _problems.Add(SourceProblem.OfMissing(path));
        }
        else if (!status.IsFile)
        {
            _notes.Add($"{path}: is {(status.IsFifo ? "a pipe (FIFO)" : "no file")}; it was skipped.");
        }
        else if (CheckOutputs(path, status, isNamed: false) && _seen.Add(Path.GetFullPath(path)))
        {
            _sources.Add(PayloadSource.OfFile(path));
        }
    }

    /// <summary>What is behind a path. What has a length is a file; only when that doesn't answer the question, the system is asked for more.</summary>
    private FileStatus? StatusOf(string path)
        => _outputs.Count == 0 && new FileInfo(path) is { Exists: true, Length: > 0 } ? FileStatus.SomeFile : FileStatus.Of(path);

    /// <summary>Whether a file may be read: no report is ever written over an input. A report of an earlier run that is found in a folder is passed over.</summary>
    private bool CheckOutputs(string path, FileStatus? status, bool isNamed)
    {
        if (_outputs.Count == 0 || status is not { IsFile: true } || !_outputs.TryGetValue(status.Identity, out var output))
        {
            return true;
        }

        if (isNamed || !EarlierReport.Is(path))
        {
            _conflicts.Add($"{output}: can't be written: it is {(output == path ? "one of the files to read" : path + ", which is to be read")}.");
        }

        return false;
    }

    private void AddFolder(string path)
    {
        var isAny = AddFilesOf(path.EndsWith('/') ? path : path + "/", path);
        if (!isAny)
        {
            _problems.Add($"{path}: there are no payloads (*.json, *.jsonl, *.ndjson, or one of them with .gz) in this folder.");
        }
    }

    private bool AddFilesOf(string folder, string name)
    {
        try
        {
            var isAny = false;
            foreach (var file in Glob.Entries(folder, folders: false).Where(static file => file[0] != '.' && PayloadSource.IsPayloadFile(file)))
            {
                isAny = true;
                AddFound(folder + file);
            }

            foreach (var deeper in Glob.Entries(folder, folders: true).Where(static deeper => deeper[0] != '.'))
            {
                isAny |= AddFilesOf(folder + deeper + "/", folder + deeper);
            }

            return isAny;
        }
        catch (Exception error) when (SourceProblem.Is(error))
        {
            _problems.Add(SourceProblem.Of(name, error));
            return true;
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

    /// <summary>What a shell makes of <c>&lt;(command)</c> is a pipe that somebody writes to.</summary>
    private static bool IsHandle(string path)
        => path.StartsWith("/dev/", StringComparison.Ordinal) || path.StartsWith("/proc/", StringComparison.Ordinal);
}
