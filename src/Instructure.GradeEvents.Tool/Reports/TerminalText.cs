using System.Globalization;
using System.Text;

namespace Instructure.GradeEvents.Tool.Reports;

/// <summary>Characters from one end of a text, as a terminal may show them, and the cells that they take.</summary>
internal sealed class TerminalText
{
    private readonly List<Rune> _runes = []; // the last is the first to be cut off
    private readonly bool _isReversed;
    private bool _isCut;

    private TerminalText(ReadOnlySpan<byte> utf8, int cells, bool fromEnd)
    {
        _isReversed = fromEnd;
        while (!utf8.IsEmpty && Cells <= cells)
        {
            int length;
            _ = fromEnd ? Rune.DecodeLastFromUtf8(utf8, out var rune, out length) : Rune.DecodeFromUtf8(utf8, out rune, out length);
            utf8 = fromEnd ? utf8[..^length] : utf8[length..];
            rune = Safe(rune);
            _runes.Add(rune);
            Cells += CellsOf(rune);
        }
    }

    internal int Cells { get; private set; }

    /// <summary>The beginning of a text: some more than so many cells, or all of it.</summary>
    internal static TerminalText First(ReadOnlySpan<byte> utf8, int cells) => new(utf8, cells, fromEnd: false);

    /// <summary>The end of a text: some more than so many cells, or all of it.</summary>
    internal static TerminalText Last(ReadOnlySpan<byte> utf8, int cells) => new(utf8, cells, fromEnd: true);

    /// <summary>The cells that a text takes.</summary>
    internal static int CellsOf(string text)
    {
        var cells = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            cells += CellsOf(rune);
        }

        return cells;
    }

    /// <summary>Leaves away what doesn't fit.</summary>
    internal void Cut(int cells)
    {
        if (Cells <= cells)
        {
            return;
        }

        _isCut = true;
        for (Cells++; Cells > cells && _runes.Count > 0; _runes.RemoveAt(_runes.Count - 1)) // one cell for the ellipsis
        {
            Cells -= CellsOf(_runes[^1]);
        }
    }

    public override string ToString()
    {
        var text = string.Concat(_isReversed ? Enumerable.Reverse(_runes) : _runes);
        return !_isCut ? text : _isReversed ? "…" + text : text + "…";
    }

    /// <summary>Nothing in a payload may move the cursor, or hide what comes next.</summary>
    private static Rune Safe(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        _ when rune.Value == '\t' => new(' '),
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => Rune.ReplacementChar,
        _ => rune,
    };

    /// <summary>Two for East Asian characters and emoji, none for marks on another.</summary>
    private static int CellsOf(Rune rune) => rune.Value switch
    {
        < 0x300 => 1,
        (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0x303E) or (>= 0x3041 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF)
            or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1F64F)
            or (>= 0x1F900 and <= 0x1F9FF) or (>= 0x20000 and <= 0x3FFFD) => 2,
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? 0 : 1,
    };
}
