using System.Buffers;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text;
using Instructure.GradeEvents.Tool.Output;
using Instructure.GradeEvents.Tool.Reading;
using Instructure.GradeEvents.Tool.Samples;

namespace Instructure.GradeEvents.Tool.CommandLine;

/// <summary><c>sample</c>: made-up payloads.</summary>
internal static class SampleCommand
{
    private const int WriteAt = 64 * 1024;

    internal static Command Create(Terminal terminal)
    {
        var kind = new Argument<string>("KIND") { Description = string.Join(", ", KindNames.Known) + ".", HelpName = "KIND" };
        kind.AcceptOneOf(KindNames.Known);
        var count = new Option<long?>("--count", "-n") { Description = "How many, one a line. [default: one, indented]", HelpName = "N", CustomParser = static result => Number(result, least: 1) };
        var seed = new Option<long?>("--seed") { Description = "The same seed gives the same payloads. [default: 1]", HelpName = "N", CustomParser = static result => Number(result, long.MinValue) };
        var command = new CommandWithExamples(
            "sample",
            "Generates realistic, valid payloads for your own tests, the same on every machine.",
            "grade-events sample grade_change",
            "grade-events sample caliper-envelope --count 1000 --seed 7 > events.jsonl")
        {
            kind, count, seed,
        };
        command.SetAction((arguments, cancellationToken) => Task.Run(
            () => Write(terminal, arguments.GetRequiredValue(kind), arguments.GetValue(count), arguments.GetValue(seed) ?? 1, cancellationToken),
            cancellationToken));
        return command;
    }

    private static long? Number(ArgumentResult result, long least)
    {
        if (result.Tokens is [var token] && long.TryParse(token.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least)
        {
            return number;
        }

        result.AddError(least > 0 ? $"a whole number from {least} is expected, not \"{result.Tokens[0].Value}\"." : $"a whole number is expected, not \"{result.Tokens[0].Value}\".");
        return null;
    }

    private static int Write(Terminal terminal, string kindName, long? count, long seed, CancellationToken cancellationToken)
    {
        var kind = KindNames.Parse(kindName);
        var samples = new SampleGenerator(seed);
        if (count is null)
        {
            var json = new ArrayBufferWriter<byte>();
            JsonLayout.Indent(json, Encoding.UTF8.GetBytes(samples.Next(kind)));
            json.Write("\n"u8);
            terminal.Write(json.WrittenSpan);
            return ExitStatus.Valid;
        }

        var lines = new StringBuilder();
        for (var i = 0L; i < count; i++)
        {
            lines.Append(samples.Next(kind)).Append('\n');
            if (lines.Length > WriteAt)
            {
                cancellationToken.ThrowIfCancellationRequested();
                terminal.Write(lines.ToString());
                lines.Clear();
            }
        }

        terminal.Write(lines.ToString());
        return ExitStatus.Valid;
    }
}
