using System.CommandLine;
using System.CommandLine.Parsing;
using Instructure.GradeEvents.Tool.Input;
using Instructure.GradeEvents.Tool.Output;

namespace Instructure.GradeEvents.Tool.CommandLine;

/// <summary>What the commands that read payloads have in common.</summary>
internal static class PathArguments
{
    internal const string Description = "Files (.json: a payload; .jsonl, .ndjson: one a line; other: one after the other; gzip is decompressed), folders, patterns (*, ?, **), "
        + "or - for standard input.";

    /// <summary>A misspelt option is no path.</summary>
    internal static void RefuseOptions(this Argument paths) => paths.Validators.Add(static result =>
    {
        foreach (var token in result.Tokens)
        {
            if (token.Value is ['-', _, ..] && !Path.Exists(token.Value))
            {
                result.AddError(result.Parent is CommandResult { Command: var command } ? UsageFault.OfOption(command, token.Value) : $"there is no option {token.Value}.");
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
