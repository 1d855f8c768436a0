using System.Globalization;
using System.Text;
using Instructure.GradeEvents.Tool.Output;
using Instructure.GradeEvents.Tool.Reports;
using Spectre.Console;

namespace Instructure.GradeEvents.Tool.Inspection;

/// <summary>Rows as a table. There may be any number of them: they are written some at a time, in the columns that the first ones have needed.</summary>
/// <remarks>On a terminal cells are wrapped in their columns. In a pipe a row is a line, and what doesn't fit is cut.</remarks>
internal sealed class GradeTable(Terminal terminal)
{
    private const int RowsAtOnce = 1000;
    private const int WidthInPipe = 2000;
    private const int LongestText = 200;
    private const int LongestWord = 12;
    private const int LeastWidth = 6;
    private const string Margin = "  ";
    private const string Gap = "   ";

    /// <summary>The columns, and how wide each is at least when rows may follow that are not known yet.</summary>
    private static readonly (string Name, int Width)[] s_columns =
    [
        ("When", 20), ("Event", 25), ("Grader", 24), ("Student", 12), ("Assignment", 48), ("Course", 12), ("From", 28), ("To", 40), ("Source", LongestText),
    ];

    private readonly List<string[]> _rows = [];
    private int[]? _widths;

    internal void Add(IEnumerable<GradeRow> rows)
    {
        foreach (var row in rows)
        {
            if (_rows.Count == RowsAtOnce)
            {
                Write(isLast: false);
            }

            string?[] cells = [row.When, row.What, row.Grader, row.Student, row.Assignment, row.CourseId, row.From, row.To, row.Source];
            _rows.Add(Array.ConvertAll(cells, static cell => LogText.Of(cell ?? "-", LongestText)));
        }
    }

    /// <summary>Writes the rows that are left.</summary>
    internal void Finish()
    {
        if (_rows.Count > 0)
        {
            Write(isLast: true);
        }
    }

    private void Write(bool isLast)
    {
        var hasHead = _widths is null;
        _widths ??= Widths(isLast);
        terminal.Write(Terminal.IsOutTerminal ? Wrapped(_widths, hasHead) : Lines(_widths, hasHead));
        _rows.Clear();
    }

    private string Lines(int[] widths, bool hasHead)
    {
        var text = new StringBuilder();
        if (hasHead)
        {
            Append(Array.ConvertAll(s_columns, static column => column.Name));
            text.Append('─', widths.Sum() + (Gap.Length * (widths.Length - 1)) + (2 * Margin.Length)).Append('\n');
        }

        foreach (var row in _rows)
        {
            Append(row);
        }

        return text.ToString();

        void Append(string[] row)
        {
            for (var i = 0; i < row.Length; i++)
            {
                var cells = TerminalText.CellsOf(row[i]);
                text.Append(i == 0 ? Margin : Gap).Append(cells > widths[i] ? Cut(row[i], widths[i], ref cells) : row[i]);
                text.Append(' ', i == row.Length - 1 ? 0 : widths[i] - cells);
            }

            text.Append('\n');
        }
    }

    private static string Cut(string cell, int width, ref int cells)
    {
        var text = TerminalText.First(Encoding.UTF8.GetBytes(cell), width);
        text.Cut(width);
        cells = text.Cells;
        return text.ToString();
    }

    private string Wrapped(int[] widths, bool hasHead)
    {
        var table = new Table { Border = TableBorder.Simple, ShowHeaders = hasHead };
        foreach (var ((name, _), width) in s_columns.Zip(widths))
        {
            table.AddColumn(new TableColumn(new Text(name, new Style(decoration: Decoration.Bold))) { Width = width });
        }

        foreach (var row in _rows)
        {
            table.AddRow(row.Select(static cell => new Text(cell)));
        }

        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(text),
            Ansi = Terminal.HasColour ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = Terminal.HasColour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        console.Profile.Width = Terminal.Width;
        console.Write(table);
        var lines = text.ToString().Split('\n').Select(static line => line.TrimEnd()).Where(static line => line.Length > 0);
        return string.Join('\n', lines) + "\n";
    }

    private int[] Widths(bool areAll)
    {
        var widths = Array.ConvertAll(s_columns, column => areAll ? column.Name.Length : column.Width);
        var words = Array.ConvertAll(s_columns, static column => Math.Min(column.Name.Length, LongestWord));
        foreach (var row in _rows)
        {
            for (var i = 0; i < widths.Length; i++)
            {
                widths[i] = Math.Max(widths[i], TerminalText.CellsOf(row[i]));
                words[i] = Math.Max(words[i], row[i].Split(' ').Max(static word => Math.Min(TerminalText.CellsOf(word), LongestWord)));
            }
        }

        var room = (Terminal.IsOutTerminal ? Terminal.Width : WidthInPipe) - (Gap.Length * (widths.Length - 1)) - (2 * Margin.Length);
        Shrink(widths, words, room);
        Shrink(widths, Array.ConvertAll(words, static _ => LeastWidth), room);
        return widths;
    }

    /// <summary>Makes the widest columns less wide until all fit, but none less wide than this.</summary>
    private static void Shrink(int[] widths, int[] least, int room)
    {
        while (widths.Sum() > room)
        {
            var widest = Enumerable.Range(0, widths.Length).Where(i => widths[i] > least[i]).OrderByDescending(i => widths[i]).DefaultIfEmpty(-1).First();
            if (widest < 0)
            {
                return;
            }

            widths[widest]--;
        }
    }
}
