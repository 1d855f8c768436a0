using System.Buffers;
using System.CommandLine;
using Instructure.GradeEvents.Tool.Input;
using Instructure.GradeEvents.Tool.Output;
using Instructure.GradeEvents.Tool.Reading;

namespace Instructure.GradeEvents.Tool.CommandLine;

/// <summary><c>format</c>: a payload into the types and back.</summary>
internal static class FormatCommand
{
    internal static Command Create(Terminal terminal)
    {
        var path = new Argument<string?>("PATH")
        {
            Description = "A file, or - for standard input.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        path.RefuseOptions();
        var command = new CommandWithExamples(
            "format",
            "Reads a payload and writes it back as the same JSON by value, indented. Several payloads are written one a line.",
            "grade-events format event.json",
            "grade-events format archive.jsonl.gz > normal.jsonl")
        {
            path,
        };
        command.SetAction((arguments, cancellationToken) =>
        {
            var given = PathArguments.OrStandardInput(arguments.GetValue(path) is { } one ? [one] : [], terminal);
            if (given is [var folder] && Directory.Exists(folder))
            {
                terminal.Say($"{folder}: is a folder; format takes one file.");
                given = null;
            }

            return given is null
                ? Task.FromResult(ExitStatus.Failed)
                : new ReadingRun<OutputPart>(terminal, Format, part => part.WriteTo(terminal)).RunAsync(given, cancellationToken);
        });
        return command;
    }

    private static void Format(OutputPart part, LiveEvent liveEvent, Payload payload, bool isDocument)
    {
        if (isDocument)
        {
            var json = new ArrayBufferWriter<byte>();
            GradeEventSerializer.Serialize(json, liveEvent);
            JsonLayout.Indent(part, json.WrittenMemory);
        }
        else
        {
            GradeEventSerializer.Serialize(part, liveEvent);
        }

        part.Write("\n"u8);
    }
}
