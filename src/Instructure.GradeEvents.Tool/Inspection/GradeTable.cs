using System.Globalization;
using Instructure.GradeEvents.Tool.Output;
using Spectre.Console;

namespace Instructure.GradeEvents.Tool.Inspection;

/// <summary>Rows as a table. There may be any number of them: they are written some at a time.</summary>
internal sealed class GradeTable(Terminal terminal)
{
    private const int RowsAtOnce = 1000;

    // In a pipe nothing is wrapped: a row is a line.
    private const int WidthInPipe = 2000;
    private const int LongestText = 200;

    private readonly List<GradeRow> _rows = [];

    internal void Add(IEnumerable<GradeRow> rows)
    {
        foreach (var row in rows)
        {
            _rows.Add(row);
            if (_rows.Count == RowsAtOnce)
            {
                Finish();
            }
        }
    }

    /// <summary>Writes the rows that are left.</summary>
    internal void Finish()
    {
        if (_rows.Count == 0)
        {
            return;
        }

        var table = new Table { Border = TableBorder.Simple };
        foreach (var name in new[] { "When", "Event", "Grader", "Student", "Assignment", "Course", "From", "To", "Source" })
        {
            table.AddColumn(new TableColumn(new Text(name, new Style(decoration: Decoration.Bold))) { NoWrap = !Terminal.IsOutTerminal });
        }

        foreach (var row in _rows)
        {
            string?[] cells = [row.When, row.What, row.Grader, row.Student, row.Assignment, row.CourseId, row.From, row.To, row.Source];
            table.AddRow(cells.Select(static cell => new Text(PrintableText.Of(cell ?? "-", LongestText))));
        }

        _rows.Clear();
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(text),
            Ansi = Terminal.HasColour ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = Terminal.HasColour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        console.Profile.Width = Terminal.IsOutTerminal ? Terminal.Width : WidthInPipe;
        console.Write(table);
        var lines = text.ToString().Split('\n').Select(static line => line.TrimEnd()).Where(static line => line.Length > 0);
        terminal.Write(string.Join('\n', lines) + "\n");
    }
}
