using System.CommandLine;
using Instructure.GradeEvents.Tool.Inspection;
using Instructure.GradeEvents.Tool.Output;
using Instructure.GradeEvents.Tool.Reading;

namespace Instructure.GradeEvents.Tool.CommandLine;

/// <summary><c>inspect</c>: what happened, as a table or for programs.</summary>
internal static class InspectCommand
{
    private static readonly string[] s_formats = ["table", "csv", "json"];

    internal static Command Create(Terminal terminal)
    {
        var paths = new Argument<string[]>("PATH") { Description = PathArguments.Description, Arity = ArgumentArity.ZeroOrMore };
        paths.RefuseOptions();
        var format = new Option<string>("--format", "-f")
        {
            Description = "All events as a table (default), or the gradings as csv or json.",
            HelpName = "FORMAT",
            DefaultValueFactory = static _ => s_formats[0],
        };
        format.AcceptOneOf(s_formats);
        var command = new CommandWithExamples(
            "inspect",
            "Shows who graded whose submission, when and how.",
            "grade-events inspect payloads",
            "grade-events inspect archive.jsonl | grep 2107~73",
            "grade-events inspect --format csv archive.jsonl.gz > gradings.csv")
        {
            paths, format,
        };
        command.SetAction((arguments, cancellationToken) =>
            PathArguments.OrStandardInput(arguments.GetRequiredValue(paths), terminal) is not { } given ? Task.FromResult(ExitStatus.Failed)
                : arguments.GetRequiredValue(format) switch
                {
                    "csv" => WriteAsync(terminal, new CsvGradings(), given, cancellationToken),
                    "json" => WriteAsync(terminal, new JsonGradings(), given, cancellationToken),
                    _ => ShowAsync(terminal, given, cancellationToken),
                });
        return command;
    }

    private static async Task<int> ShowAsync(Terminal terminal, IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        var table = new GradeTable(terminal);
        var run = new ReadingRun<List<GradeRow>>(
            terminal,
            static (rows, liveEvent, payload, isDocument)
                => rows.AddRange(GradeRow.Of(liveEvent, isDocument ? payload.Source.Name : FormattableString.Invariant($"{payload.Source.Name}:{payload.FirstLine}"))),
            table.Add,
            splitsEnvelopes: true);
        var status = await run.RunAsync(paths, cancellationToken);
        table.Finish();
        return status;
    }

    private static async Task<int> WriteAsync(Terminal terminal, GradingFormat format, IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        var isAny = false;
        terminal.Write(format.Head);
        var run = new ReadingRun<OutputPart>(terminal, (part, liveEvent, payload, _) => format.Append(part, liveEvent, payload), part =>
        {
            if (!part.IsEmpty)
            {
                part.WriteTo(terminal, skip: isAny || !format.HasCommas ? 0 : 1);
                isAny = true;
            }
        }, splitsEnvelopes: true);
        var status = await run.RunAsync(paths, cancellationToken);
        terminal.Write(format.Tail(isAny));
        return status;
    }
}
