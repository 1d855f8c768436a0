using System.CommandLine;
using Instructure.GradeEvents.Tool.Output;
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
        var reports = new ReportArguments();
        var strict = new Option<bool>("--strict") { Description = "Treat warnings as errors." };
        var ignoreUnknown = new Option<bool>("--ignore-unknown") { Description = "Ignore events that are not about grades." };
        var ignore = new Option<string[]>("--ignore") { Description = "Leave out issues of this code; may be repeated.", HelpName = "CODE", Arity = ArgumentArity.OneOrMore };
        ignore.AcceptOneOf(GradeEventValidatorOptions.CodesToIgnore);
        var noConsistency = new Option<bool>("--no-consistency") { Description = "Don't compare the ids and times within an event." };
        var command = new CommandWithExamples(
            "validate",
            "Validates payloads against the documentation of Canvas and Caliper.",
            "grade-events validate payloads",
            "grade-events validate --report junit=report.xml 'events/**/*.jsonl'",
            "curl -s https://example.com/event | grade-events validate --strict")
        {
            paths,
        };
        reports.AddTo(command);
        foreach (var option in new Option[] { strict, ignoreUnknown, ignore, noConsistency })
        {
            command.Add(option);
        }

        command.SetAction((arguments, cancellationToken) =>
        {
            var rules = new GradeEventValidatorOptions
            {
                Strict = arguments.GetValue(strict),
                IgnoreUnknownEvents = arguments.GetValue(ignoreUnknown),
                IgnoredCodes = arguments.GetValue(ignore) ?? [],
                CheckConsistency = !arguments.GetValue(noConsistency),
            };
            var targets = reports.Targets(arguments);
            return ReportArguments.Fault(targets) is { } fault ? Fail(fault)
                : PathArguments.OrStandardInput(arguments.GetRequiredValue(paths), terminal) is { } given ? new ValidationRun(terminal, new(rules, targets)).RunAsync(given, cancellationToken)
                : Task.FromResult(ExitStatus.Failed);
        });
        return command;

        Task<int> Fail(string sentence)
        {
            terminal.Say(sentence);
            return Task.FromResult(ExitStatus.Failed);
        }
    }
}
