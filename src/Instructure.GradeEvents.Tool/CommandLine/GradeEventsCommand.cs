using System.CommandLine;
using System.CommandLine.Help;
using Instructure.GradeEvents.Tool.Output;

namespace Instructure.GradeEvents.Tool.CommandLine;

/// <summary>The whole command line.</summary>
internal sealed class GradeEventsCommand : RootCommand, IHasExamples
{
    private GradeEventsCommand()
        : base("Validates, shows, formats and makes up the grade events of Canvas LMS, in the IMS Caliper 1.1 and in the Canvas format.")
    {
    }

    public IReadOnlyList<(string Command, string Purpose)> Examples { get; } =
    [
        ("grade-events validate payloads", "what is wrong with the payloads of a folder"),
        ("grade-events sample grade_change | grade-events validate", "a payload to begin with, and that it is valid"),
        ("grade-events inspect archive.jsonl", "who graded whose submission, when, from what to what"),
    ];

    internal static GradeEventsCommand Create(Terminal terminal)
    {
        var root = new GradeEventsCommand
        {
            ValidateCommand.Create(terminal),
            FormatCommand.Create(terminal),
            InspectCommand.Create(terminal),
            SchemaCommand.Create(terminal),
            SampleCommand.Create(terminal),
        };
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        root.Directives.Clear(); // [suggest] and the like: no path is to be taken for one
        return root;
    }
}
