using System.CommandLine;
using Instructure.GradeEvents.Tool.Input;
using Instructure.GradeEvents.Tool.Output;

namespace Instructure.GradeEvents.Tool.CommandLine;

/// <summary>What the commands that read payloads have in common.</summary>
internal static class PathArguments
{
    internal const string Description = "Files, folders (their *.json, *.jsonl and *.ndjson files, also with .gz, at any depth), patterns (*, ?, **), or - for standard input, "
        + "which is also read when there is no PATH and something is piped in. A .json file is one payload, each line of a .jsonl or .ndjson file is one or several; standard input and other files hold them one behind the other. "
        + "Gzip is unpacked.";

    /// <summary>A misspelt option is no path.</summary>
    internal static void RefuseOptions(this Argument paths) => paths.Validators.Add(static result =>
    {
        foreach (var token in result.Tokens)
        {
            if (token.Value is ['-', _, ..] && !Path.Exists(token.Value))
            {
                result.AddError($"there is no option {token.Value}.");
            }
        }
    });

    /// <summary>The paths to read; null when there is nothing to read, which has been said then.</summary>
    internal static IReadOnlyList<string>? OrStandardInput(IReadOnlyList<string> paths, Terminal terminal)
    {
        if (paths.Count > 0)
        {
            return paths;
        }

        if (Console.IsInputRedirected)
        {
            return [PayloadSource.StandardInputArgument];
        }

        terminal.Say("there is nothing to read: name files or folders, or pipe payloads in. See --help.");
        return null;
    }
}
