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
        "The JSON Schemas (draft-07) of the payloads, each self-contained, for other validators.",
        "grade-events schema list",
        "grade-events schema print grade_change",
        "grade-events schema export schemas")
    {
        CreateList(terminal), CreatePrint(terminal), CreateExport(terminal),
    };

    private static CommandWithExamples CreateList(Terminal terminal)
    {
        var list = new CommandWithExamples("list", "Lists their names.", "grade-events schema list");
        list.SetAction(_ => terminal.Write(string.Concat(GradeEventSchemas.Names.Select(static name => name + "\n"))));
        return list;
    }

    private static CommandWithExamples CreatePrint(Terminal terminal)
    {
        var name = new Argument<string>("NAME") { Description = "A name that the command list prints, or a kind: grade-events takes any payload, grade_change those alone." };
        name.AcceptOneOf([.. GradeEventSchemas.Names, .. KindNames.Known]);
        var print = new CommandWithExamples(
            "print",
            "Prints a schema.",
            "grade-events schema print grade-events > grade-events.schema.json",
            "grade-events schema print grade_change")
        {
            name,
        };
        print.SetAction(arguments =>
        {
            using var schema = GradeEventSchemas.Open(SchemaOf(arguments.GetRequiredValue(name)));
            using var copy = new MemoryStream();
            schema.CopyTo(copy);
            terminal.Write(copy.GetBuffer().AsSpan(0, (int)copy.Length));
        });
        return print;
    }

    /// <summary>The schema of a name, which may be that of a kind, with <c>-</c> or <c>_</c>.</summary>
    private static string SchemaOf(string name)
        => GradeEventSchemas.Names.FirstOrDefault(known => Choice.IsSame(known, name)) ?? KindNames.Parse(name) switch
        {
            PayloadKind.CaliperEvent => "caliper-grade-event",
            var kind => "canvas-" + PayloadKindNames.Of(kind).Replace('_', '-'),
        };

    private static CommandWithExamples CreateExport(Terminal terminal)
    {
        var folder = new Argument<string>("DIR") { Description = "The folder, which is made if it isn't there. Files of these names are replaced." };
        var export = new CommandWithExamples("export", "Writes all into a folder, as NAME.schema.json.", "grade-events schema export schemas") { folder };
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
