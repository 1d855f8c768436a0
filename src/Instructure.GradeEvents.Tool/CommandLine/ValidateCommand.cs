using System.CommandLine;
using Instructure.GradeEvents.Tool.Output;
using Instructure.GradeEvents.Tool.Reports;
using Instructure.GradeEvents.Tool.Validation;
using Instructure.GradeEvents.Validation;

namespace Instructure.GradeEvents.Tool.CommandLine;

/// <summary><c>validate</c>: what is wrong with payloads.</summary>
internal static class ValidateCommand
{
    internal static Command Create(Terminal terminal)
    {
        var paths = new Argument<string[]>("PATH") { Description = PathArguments.Description, Arity = ArgumentArity.ZeroOrMore };
        paths.RefuseOptions();
        var format = new Option<string>("--format", "-f")
        {
            Description = "The report: text for people, json for programs, junit for CI servers, sarif (2.1.0) for code scanning, github for annotations in GitHub Actions.",
            HelpName = string.Join('|', ReportFormat.Names),
            DefaultValueFactory = static _ => ReportFormat.Names[0],
        };
        format.AcceptOneOf(ReportFormat.Names);
        var strict = new Option<bool>("--strict") { Description = "Take warnings for errors." };
        var ignoreUnknown = new Option<bool>("--ignore-unknown") { Description = "Pass over events that are not about grades, and count them apart; without it, they are invalid." };
        var ignore = new Option<string[]>("--ignore") { Description = "Leave out issues of this code, such as unknown-property; may be given several times.", HelpName = "CODE", Arity = ArgumentArity.OneOrMore };
        ignore.AcceptOneOf(GradeEventValidatorOptions.CodesToIgnore);
        var noConsistency = new Option<bool>("--no-consistency") { Description = "Don't compare the ids and times inside of an event." };
        var output = new Option<string?>("--output", "-o") { Description = "Write the report to this file, and a summary to standard output.", HelpName = "FILE" };
        var command = new CommandWithExamples(
            "validate",
            "Tells whether payloads are grade events as the documents of Canvas and Caliper say, and what is wrong with those that are not.",
            ("grade-events validate payloads", "all payloads of a folder"),
            ("grade-events validate --format junit --output report.xml 'events/**/*.jsonl'", "a report for a CI server"),
            ("curl -s https://example.com/event | grade-events validate --strict", "what comes in through a pipe, warnings as errors"))
        {
            paths, format, strict, ignoreUnknown, ignore, noConsistency, output,
        };
        command.SetAction((arguments, cancellationToken) =>
        {
            var settings = new ValidationSettings(
                arguments.GetRequiredValue(format),
                new()
                {
                    Strict = arguments.GetValue(strict),
                    IgnoreUnknownEvents = arguments.GetValue(ignoreUnknown),
                    IgnoredCodes = arguments.GetValue(ignore) ?? [],
                    CheckConsistency = !arguments.GetValue(noConsistency),
                },
                arguments.GetValue(output));
            return Fault(settings.Output) is { } fault ? Fail(fault)
                : PathArguments.OrStandardInput(arguments.GetRequiredValue(paths), terminal) is { } given ? new ValidationRun(terminal, settings).RunAsync(given, cancellationToken)
                : Task.FromResult(ExitStatus.Failed);
        });
        return command;

        Task<int> Fail(string sentence)
        {
            terminal.Say(sentence);
            return Task.FromResult(ExitStatus.Failed);
        }
    }

    // Said before the work, not after it.
    private static string? Fault(string? output)
        => output is null ? null
            : output.Length == 0 ? "--output needs the name of a file."
            : Directory.Exists(output) ? $"{output}: is a folder; --output needs the name of a file."
            : Path.GetDirectoryName(Path.GetFullPath(output)) is { } folder && !Directory.Exists(folder) ? $"{output}: can't be written: there is no folder {folder}."
            : null;
}
