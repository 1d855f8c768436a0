using System.Globalization;
using System.Text;
using Instructure.GradeEvents.Tool.Output;
using Instructure.GradeEvents.Tool.Reports;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Instructure.GradeEvents.Tool.Inspection;

/// <summary>Rows as a table. There may be any number of them: they are written some at a time, in the columns that the first ones have needed.</summary>
internal sealed class GradeTable(Terminal terminal) : IDisposable
{
    private const int RowsAtOnce = 1000;

    // In a pipe nothing is wrapped: a row is a line.
    private const int WidthInPipe = 2000;
    private const int LongestText = 200;

    private const int LeastWidth = 6;
    private const int LongestWord = 12;
    private const int WidthBetweenColumns = 3;

    /// <summary>The columns, and how wide each is at least when rows may follow that are not known yet. What doesn't fit then is cut, but for the last.</summary>
    private static readonly (string Name, int Width)[] s_columns =
    [
        ("When", 20), ("Event", 25), ("Grader", 24), ("Student", 12), ("Assignment", 48), ("Course", 12), ("From", 28), ("To", 40), ("Source", LongestText),
    ];

    private readonly List<GradeRow> _rows = [];
    private readonly StringWriter _text = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
    private IAnsiConsole? _console;
    private int[]? _widths;

    internal void Add(IEnumerable<GradeRow> rows)
    {
        foreach (var row in rows)
        {
            if (_rows.Count == RowsAtOnce)
            {
                Write(isLast: false);
            }

            _rows.Add(row);
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

    public void Dispose() => _text.Dispose();

    private void Write(bool isLast)
    {
        _console ??= CreateConsole();
        var rows = _rows.ConvertAll(static row => Array.ConvertAll(
            new[] { row.When, row.What, row.Grader, row.Student, row.Assignment, row.CourseId, row.From, row.To, row.Source },
            static cell => PrintableText.Of(cell ?? "-", LongestText)));
        _rows.Clear();

        var table = new Table { Border = TableBorder.Simple, ShowHeaders = _widths is null };
        var widths = _widths ??= Widths(rows, isLast);
        foreach (var ((name, _), width) in s_columns.Zip(widths))
        {
            table.AddColumn(new TableColumn(new Text(name, new Style(decoration: Decoration.Bold))) { NoWrap = !Terminal.IsOutTerminal, Width = width });
        }

        foreach (var row in rows)
        {
            table.AddRow(row.Select((cell, i) => new Text(Terminal.IsOutTerminal ? cell : Cut(cell, widths[i]))));
        }

        _console.Write(table);
        var lines = _text.ToString().Split('\n').Select(static line => line.TrimEnd()).Where(static line => line.Length > 0);
        terminal.Write(string.Join('\n', lines) + "\n");
        _text.GetStringBuilder().Clear();
    }

    private int[] Widths(List<string[]> rows, bool areAll)
    {
        var options = RenderOptions.Create(_console!);
        var widths = Array.ConvertAll(s_columns, column => areAll ? column.Name.Length : column.Width);
        var words = Array.ConvertAll(s_columns, static column => Math.Min(column.Name.Length, LongestWord));
        foreach (var row in rows)
        {
            for (var i = 0; i < widths.Length; i++)
            {
                var measured = ((IRenderable)new Text(row[i])).Measure(options, WidthInPipe);
                widths[i] = Math.Max(widths[i], measured.Max);
                words[i] = Math.Max(words[i], Math.Min(measured.Min, LongestWord));
            }
        }

        var room = _console!.Profile.Width - (WidthBetweenColumns * widths.Length) - 1;
        Shrink(widths, words, room);
        Shrink(widths, Array.ConvertAll(words, static _ => LeastWidth), room);
        return widths;
    }

    /// <summary>A cell in its width: a row in a pipe stays a line.</summary>
    private static string Cut(string cell, int width)
    {
        var text = TerminalText.First(Encoding.UTF8.GetBytes(cell), width);
        text.Cut(width);
        return text.ToString();
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

    private IAnsiConsole CreateConsole()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(_text),
            Ansi = Terminal.HasColour ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = Terminal.HasColour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        console.Profile.Width = Terminal.IsOutTerminal ? Terminal.Width : WidthInPipe;
        return console;
    }
}
