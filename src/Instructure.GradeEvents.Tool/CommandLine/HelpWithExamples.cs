using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Instructure.GradeEvents.Tool.CommandLine;

/// <summary>Help as System.CommandLine writes it, and then the examples and exit statuses.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        help.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        if (parseResult.CommandResult.Command is IHasExamples { Examples: { Count: > 0 } examples })
        {
            output.Write("Examples:\n");
            foreach (var (command, purpose) in examples)
            {
                output.Write($"  # {purpose}\n  {command}\n");
            }

            output.Write("\n");
        }

        output.Write("Exit status: 0 all is well; 1 a payload is invalid; 2 wrong usage, a path can't be read, or there is nothing to do.\n");
        return ExitStatus.Valid;
    }
}
