using System.CommandLine;
using Instructure.GradeEvents.Tool.Inspection;
using Instructure.GradeEvents.Tool.Output;
using Instructure.GradeEvents.Tool.Reading;

namespace Instructure.GradeEvents.Tool.CommandLine;

/// <summary><c>inspect</c>: what happened, as a table.</summary>
internal static class InspectCommand
{
    internal static Command Create(Terminal terminal)
    {
        var paths = new Argument<string[]>("PATH") { Description = PathArguments.Description, Arity = ArgumentArity.ZeroOrMore };
        paths.RefuseOptions();
        var command = new CommandWithExamples(
            "inspect",
            "Shows as a table who graded whose submission, when, from what to what.",
            ("grade-events inspect payloads", "all payloads of a folder"),
            ("grade-events inspect archive.jsonl | grep 2107~73", "one student"))
        {
            paths,
        };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            if (PathArguments.OrStandardInput(arguments.GetRequiredValue(paths), terminal) is not { } given)
            {
                return ExitStatus.Failed;
            }

            var table = new GradeTable(terminal);
            var run = new ReadingRun<IReadOnlyList<GradeRow>>(
                terminal,
                static (payload, source, isDocument) => GradeRow.Of(payload, isDocument ? source.Source.Name : FormattableString.Invariant($"{source.Source.Name}:{source.FirstLine}")),
                rows => table.Add(rows.SelectMany(static row => row)));
            var status = await run.RunAsync(given, cancellationToken);
            table.Finish();
            return status;
        });
        return command;
    }
}
