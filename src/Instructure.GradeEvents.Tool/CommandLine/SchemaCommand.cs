using System.CommandLine;
using Instructure.GradeEvents.Tool.Output;
using Instructure.GradeEvents.Validation;

namespace Instructure.GradeEvents.Tool.CommandLine;

/// <summary><c>schema</c>: the JSON Schemas, for other validators.</summary>
internal static class SchemaCommand
{
    private const string Ending = ".schema.json";

    internal static Command Create(Terminal terminal) => new CommandWithExamples(
        "schema",
        "The JSON Schemas (draft-07) of the payloads, each complete in itself, for other validators.",
        ("grade-events schema list", "their names"),
        ("grade-events schema print grade-events > grade-events.schema.json", "the one that takes any payload"),
        ("grade-events schema export schemas", "all of them, into a folder"))
    {
        CreateList(terminal), CreatePrint(terminal), CreateExport(terminal),
    };

    private static Command CreateList(Terminal terminal)
    {
        var list = new Command("list", "Lists their names.");
        list.SetAction(_ => terminal.Write(string.Concat(GradeEventSchemas.Names.Select(static name => name + "\n"))));
        return list;
    }

    private static Command CreatePrint(Terminal terminal)
    {
        var name = new Argument<string>("NAME") { Description = "One of the names that are listed." };
        name.AcceptOneOf(GradeEventSchemas.Names);
        var print = new Command("print", "Prints one.") { name };
        print.SetAction(arguments =>
        {
            using var schema = GradeEventSchemas.Open(arguments.GetRequiredValue(name));
            using var copy = new MemoryStream();
            schema.CopyTo(copy);
            terminal.Write(copy.GetBuffer().AsSpan(0, (int)copy.Length));
        });
        return print;
    }

    private static Command CreateExport(Terminal terminal)
    {
        var folder = new Argument<string>("DIR") { Description = "The folder; it is made if it isn't there, and files of the same names are replaced." };
        var export = new Command("export", "Writes all into a folder, as NAME.schema.json.") { folder };
        export.SetAction(arguments =>
        {
            var path = arguments.GetRequiredValue(folder);
            try
            {
                Directory.CreateDirectory(path);
                foreach (var name in GradeEventSchemas.Names)
                {
                    var file = Path.Combine(path, name + Ending);
                    using (var schema = GradeEventSchemas.Open(name))
                    using (var copy = File.Create(file))
                    {
                        schema.CopyTo(copy);
                    }

                    terminal.Write(file + "\n");
                }

                return ExitStatus.Valid;
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
            {
                terminal.Say($"{path}: can't be written: {error.Message}");
                return ExitStatus.Failed;
            }
        });
        return export;
    }
}
