using System.CommandLine;
using System.CommandLine.Help;
using Instructure.GradeEvents.Tool.Output;

namespace Instructure.GradeEvents.Tool.CommandLine;

/// <summary>The whole command line.</summary>
internal sealed class GradeEventsCommand : RootCommand, IHasExamples
{
    private GradeEventsCommand()
        : base("Validates, shows, formats and generates the grade events of Canvas LMS.")
    {
    }

    public IReadOnlyList<string> Examples { get; } =
    [
        "grade-events validate payloads",
        "grade-events sample grade_change | grade-events validate",
        "grade-events inspect archive.jsonl.gz",
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
        help.Action = new ShortHelp();
        root.Directives.Clear(); // [suggest] and the like: no path is to be taken for one
        return root;
    }
}
