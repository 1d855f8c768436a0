using System.CommandLine;

namespace Instructure.GradeEvents.Tool.CommandLine;

/// <summary>What is wrong with a command line, in sentences.</summary>
internal static class UsageFault
{
    internal static IEnumerable<string> Of(ParseResult arguments)
    {
        var command = arguments.CommandResult.Command;
        if (command.Subcommands.Count == 0)
        {
            return arguments.UnmatchedTokens.Count == 0
                ? arguments.Errors.Select(static error => error.Message)
                : arguments.UnmatchedTokens.Select(token => token.StartsWith('-') ? OfOption(command, token) : $"\"{token}\" is more than {command.Name} takes.");
        }

        var commands = command.Subcommands.Select(static deeper => deeper.Name).ToArray();
        return
        [
            arguments.UnmatchedTokens is not [var found, ..] ? $"a command is missing; expected one of {string.Join(", ", commands)}."
                : found.StartsWith('-') ? OfOption(command, found)
                : $"there is no command \"{found}\"; {Choice.Expected(found, commands)}",
        ];
    }

    /// <summary>The sentence that there is no such option.</summary>
    internal static string OfOption(Command command, string found)
    {
        var name = found.Split('=')[0];
        return Choice.Meant(name, [.. command.Options.Select(static option => option.Name)]) is { } meant ? $"there is no option {name}; did you mean {meant}?" : $"there is no option {name}.";
    }
}
