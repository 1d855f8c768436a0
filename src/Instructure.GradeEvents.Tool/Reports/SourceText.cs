using System.Text;
using Instructure.GradeEvents.Tool.Input;

namespace Instructure.GradeEvents.Tool.Reports;

/// <summary>The text of a payload, from which lines are shown. Made for places that come in rising order; others cost more.</summary>
internal sealed class SourceText
{
    private readonly ReadOnlyMemory<byte> _utf8;
    private int _line = 1;
    private int _lineStart;
    private int _column = 1;
    private int _offset;

    internal SourceText(ReadOnlyMemory<byte> utf8) => _utf8 = utf8[^TextHead.WithoutByteOrderMark(utf8.Span).Length..];

    /// <summary>What stands around a place, on one line of a terminal.</summary>
    /// <param name="line">The line of the place, from 1.</param>
    /// <param name="column">Its column, from 1, in UTF-16 code units.</param>
    /// <param name="width">How many cells of the terminal there are.</param>
    /// <returns>The text, and how many cells of it are before the place; null when there is nothing to see.</returns>
    internal (string Text, int Cells)? Excerpt(int line, int column, int width)
    {
        MoveTo(line, column);
        var text = _utf8.Span[_lineStart..];
        var length = text.IndexOf((byte)'\n');
        text = (length < 0 ? text : text[..length]).TrimEnd((byte)'\r');
        if (TextHead.IsBlank(text))
        {
            return null;
        }

        var place = Math.Min(_offset - _lineStart, text.Length);
        var before = TerminalText.Last(text[..place], width);
        var after = TerminalText.First(text[place..], width);
        if (before.Cells + after.Cells > width)
        {
            // A third of the room for what is before, and more when less is behind.
            before.Cut(Math.Max(width / 3, width - after.Cells));
            after.Cut(width - before.Cells);
        }

        return (before.ToString() + after, before.Cells);
    }

    private void MoveTo(int line, int column)
    {
        if (line < _line || (line == _line && column < _column))
        {
            (_line, _lineStart, _column, _offset) = (1, 0, 1, 0);
        }

        var text = _utf8.Span;
        while (_line < line)
        {
            var end = text[_offset..].IndexOf((byte)'\n');
            if (end < 0)
            {
                return;
            }

            _offset += end + 1;
            (_line, _lineStart, _column) = (_line + 1, _offset, 1);
        }

        while (_column < column && _offset < text.Length && text[_offset] != (byte)'\n')
        {
            _ = Rune.DecodeFromUtf8(text[_offset..], out var rune, out var length);
            _offset += length;
            _column += rune.Utf16SequenceLength;
        }
    }
}
