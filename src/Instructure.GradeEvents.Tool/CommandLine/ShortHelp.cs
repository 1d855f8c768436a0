using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Instructure.GradeEvents.Tool.CommandLine;

/// <summary>Help that fits a screen of 80 columns and 24 lines: how it is called, what there is, examples, and the exit status.</summary>
internal sealed class ShortHelp : SynchronousCommandLineAction
{
    private const int Width = 80;
    private const string Indent = "  ";
    private const string ExitStatusText = "Exit status: 0 success; 1 a payload is invalid; 2 wrong usage, nothing to do, or something can't be read or written.";

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var (command, output) = (parseResult.CommandResult.Command, parseResult.InvocationConfiguration.Output);
        output.Write($"Usage: {Usage(command)}\n");
        foreach (var line in Wrap(command.Description!, Width))
        {
            output.Write(line + "\n");
        }

        output.Write("\n");
        WriteRows(output, Rows(command).ToArray());
        output.Write("\nExamples:\n");
        foreach (var example in ((IHasExamples)command).Examples)
        {
            output.Write(Indent + example + "\n");
        }

        output.Write("\n");
        foreach (var line in Wrap(ExitStatusText, Width))
        {
            output.Write(line + "\n");
        }

        return ExitStatus.Valid;
    }

    private static string Usage(Command command)
    {
        var words = new List<string> { command is RootCommand ? "grade-events" : command.Name };
        for (var parent = command.Parents.OfType<Command>().FirstOrDefault(); parent is not null; parent = parent.Parents.OfType<Command>().FirstOrDefault())
        {
            words.Insert(0, parent is RootCommand ? "grade-events" : parent.Name);
        }

        words.AddRange(command.Arguments.Select(Usage));
        words.Add(command.Subcommands.Count > 0 ? "COMMAND" : "[options]");
        return string.Join(' ', words);
    }

    private static string Usage(Argument argument)
    {
        var name = argument.Name + (argument.Arity.MaximumNumberOfValues > 1 ? "..." : null);
        return argument.Arity.MinimumNumberOfValues == 0 ? $"[{name}]" : name;
    }

    private static IEnumerable<(string Name, string Description)> Rows(Command command)
        => command.Subcommands.Select(static deeper => (string.Join(' ', deeper.Arguments.Select(Usage).Prepend(deeper.Name)), deeper.Description!))
            .Concat(command.Arguments.Select(static argument => (argument.Name, argument.Description!)))
            .Concat(command.Options.Where(static option => option is not (HelpOption or VersionOption)).Select(static option => (Name(option), option.Description!)))
            .Concat(command.Options.Where(static option => option is VersionOption).Select(static _ => ("--version", "Show the version.")))
            .Append(("-h, --help", command.Subcommands.Count > 0 ? "Show this, or the help of a command." : "Show this."));

    private static string Name(Option option)
        => string.Join(", ", option.Aliases.Append(option.Name).OrderBy(static name => name.Length)) + (option.HelpName is { } value ? " " + value : null);

    private static void WriteRows(TextWriter output, (string Name, string Description)[] rows)
    {
        var indent = Indent.Length + rows.Max(static row => row.Name.Length) + Indent.Length;
        foreach (var (name, description) in rows)
        {
            var label = (Indent + name).PadRight(indent);
            foreach (var line in Wrap(description, Width - indent))
            {
                output.Write(label + line + "\n");
                label = new(' ', indent);
            }
        }
    }

    private static IEnumerable<string> Wrap(string text, int width)
    {
        while (text.Length > width)
        {
            var end = text.LastIndexOf(' ', width);
            yield return text[..end];
            text = text[(end + 1)..];
        }

        yield return text;
    }
}
