using Instructure.GradeEvents.Recognition;

namespace Instructure.GradeEvents.Archives;

/// <summary>Finds the documents of an archive in text that comes in pieces of any size: this is where its rules are.</summary>
/// <remarks>
/// <list type="number">
/// <item>Behind a well-formed document the next one begins, on the same line or a later one. A byte order mark may stand before it.</item>
/// <item>A line that begins in its first column with <c>{</c> while a document is open that began so ends that one, where the line before ended: a
/// broken line doesn't swallow the next. With a byte order mark before it, it does too.</item>
/// <item>Malformed text is one document with the lines behind it that begin with white space, <c>}</c> or <c>]</c>, as those of a
/// pretty-printed document do.</item>
/// <item>What is larger than <see cref="MaxBytes"/> is read to its end all the same, but only its beginning is kept.</item>
/// </list>
/// <para>The text belongs to the caller, who gives what he has from <see cref="Start"/> on, with more behind it, until something is found, and says how he
/// moved it. Each byte is looked at once.</para>
/// </remarks>
internal sealed class DocumentSplitter(ArchiveForm form)
{
    /// <summary>The largest document that is read: no event comes near.</summary>
    internal const int MaxBytes = 32 * 1024 * 1024;

    /// <summary>How much is kept of what is larger: enough to see that it is.</summary>
    internal const int MostKept = MaxBytes + 1;

    private readonly DocumentScanner _scanner = new();

    private State _state;

    /// <summary>Where the line begins, counted from the beginning of the archive.</summary>
    private long _lineStart;

    /// <summary>How many bytes of the archive are gone in front of the text.</summary>
    private long _moved;

    /// <summary>How many bytes of the document were taken out, since it is too large.</summary>
    private long _dropped;

    /// <summary>The line and the place in it with which the document begins.</summary>
    private long _firstLine;
    private long _firstByte;

    /// <summary>How long malformed text is up to its last character that is not white space.</summary>
    private long _inkEnd;

    /// <summary>Whether a line that begins with a brace ends the document, which began like that, too.</summary>
    private bool _endsAtBrace;

    /// <summary>The end of the line in front, which <see cref="TryPeekLine"/> found; -1 when it did not.</summary>
    private int _lineEnd = -1;

    /// <summary>How far it has searched for that.</summary>
    private int _searched;

    private enum State
    {
        /// <summary>No document has begun.</summary>
        Between,

        /// <summary>In a document that may be well formed.</summary>
        Open,

        /// <summary>In such a document, at the beginning of a line that may end it.</summary>
        OpenAtLine,

        /// <summary>In malformed text.</summary>
        Malformed,

        /// <summary>In malformed text, at the beginning of a line that may end it.</summary>
        MalformedAtLine,

        /// <summary>Behind the only document.</summary>
        Finished,
    }

    /// <summary>What comes after what was done in a state.</summary>
    private enum Next
    {
        /// <summary>What there is to do in the state that it is in now.</summary>
        State,

        /// <summary>More text, which is needed to go on.</summary>
        Text,

        /// <summary>The document, which was found.</summary>
        Document,
    }

    /// <summary>From where on the text is needed.</summary>
    internal int Start { get; private set; }

    /// <summary>How far the text has been looked at.</summary>
    internal int At { get; private set; }

    /// <summary>The line up to which the text has been looked at, from 0.</summary>
    internal long Line { get; private set; }

    /// <summary>The place in that line, in bytes from 0.</summary>
    internal long Byte => _moved + At - _lineStart;

    /// <summary>How many lines without any text there were, when lines are read.</summary>
    internal long BlankLines { get; private set; }

    /// <summary>The first of them, from 0.</summary>
    internal long FirstBlankLine { get; private set; }

    /// <summary>Whether the only document has been found: nothing else is read.</summary>
    internal bool IsFinished => _state == State.Finished;

    /// <summary>Says that the text was moved to the front of its buffer.</summary>
    /// <param name="count">How many bytes are gone in front of it.</param>
    internal void Move(int count)
    {
        _moved += count;
        (Start, At, _lineEnd, _searched) = (Start - count, At - count, Math.Max(-1, _lineEnd - count), Math.Max(0, _searched - count));
    }

    /// <summary>Says that bytes of a document that is too large were taken out, which have been looked at.</summary>
    /// <param name="count">How many.</param>
    internal void Drop(int count)
    {
        _moved += count;
        _dropped += count;
        (At, _lineEnd, _searched) = (At - count, -1, 0);
    }

    /// <summary>The line in front of the text, if one begins there that looks as if it were a document. It is still there then.</summary>
    /// <remarks>The reader tells at once whether it is one, so that most documents are read and never scanned.</remarks>
    internal bool TryPeekLine(ReadOnlySpan<byte> text, bool isFinal, out DocumentRange line)
    {
        line = default;
        if (_state != State.Between || form != ArchiveForm.Documents || !SkipBlanks(text, isFinal) || Byte != 0 || text[At] != '{')
        {
            return false;
        }

        var end = FindLineEnd(text, isFinal);
        while (end > At && IsBlank(text[end - 1]))
        {
            end--;
        }

        if (end - At is <= 1 or > MaxBytes || text[end - 1] != '}')
        {
            return false;
        }

        line = new(At, end - At, Line, FirstByte: 0);
        return true;
    }

    /// <summary>Says that the line that was found in front is a document, and has been read.</summary>
    internal void Take(in DocumentRange line) => Start = At = line.Start + line.Length;

    /// <summary>Finds the next document, or the next line if those are read.</summary>
    /// <param name="text">The text from <see cref="Start"/> on, and behind it all that there is.</param>
    /// <param name="isFinal">Whether there is nothing more behind it.</param>
    /// <param name="document">Where it is.</param>
    /// <returns>False: more is needed, or there is nothing more.</returns>
    internal bool TryRead(ReadOnlySpan<byte> text, bool isFinal, out DocumentRange document) => form switch
    {
        ArchiveForm.Lines => TryReadLine(text, isFinal, out document),
        ArchiveForm.Document => TryReadAll(text, isFinal, out document),
        _ => TryReadDocument(text, isFinal, out document),
    };

    private bool TryReadDocument(ReadOnlySpan<byte> text, bool isFinal, out DocumentRange document)
    {
        document = default;
        var next = Next.State;
        while (next == Next.State)
        {
            next = _state switch
            {
                State.Between => BeginDocument(text, isFinal),
                State.Open => ScanDocument(text, isFinal, ref document),
                State.OpenAtLine => EndAtBrace(text, isFinal, ref document),
                State.Malformed => SkipMalformedLine(text, isFinal, ref document),
                _ => EndMalformed(text, isFinal, ref document),
            };
        }

        return next == Next.Document;
    }

    // Each of these does what there is to do in a state.
    private Next BeginDocument(ReadOnlySpan<byte> text, bool isFinal)
    {
        if (!SkipBlanks(text, isFinal))
        {
            return Next.Text;
        }

        Begin();
        _endsAtBrace = _firstByte == 0 && text[At] == '{';
        _scanner.Reset();
        return Next.State;
    }

    private Next ScanDocument(ReadOnlySpan<byte> text, bool isFinal, ref DocumentRange document)
    {
        var at = At;
        var result = _scanner.Scan(text, ref at);
        At = at;
        switch (result)
        {
            case ScanResult.LineEnd:
                BeginLine();
                _state = _endsAtBrace ? State.OpenAtLine : State.Open;
                return Next.State;
            case ScanResult.Malformed:
                _inkEnd = Length;
                _state = State.Malformed;
                return Next.State;
            case ScanResult.More when !isFinal:
                return Next.Text;
            case ScanResult.More when !_scanner.IsWholeAtEnd:
                document = End(LengthWithoutBlanks(text), isUnfinished: true);
                return Next.Document;
            default:
                document = End(Length);
                return Next.Document;
        }
    }

    private Next EndAtBrace(ReadOnlySpan<byte> text, bool isFinal, ref DocumentRange document)
    {
        var doesBegin = BeginsWithBrace(text.Slice(At), isFinal);
        if (doesBegin == true)
        {
            document = End(Length - (At - Start >= 2 && text[At - 2] == '\r' ? 2 : 1), isUnfinished: true);
            return Next.Document;
        }

        _state = doesBegin is null ? _state : State.Open;
        return doesBegin is null ? Next.Text : Next.State;
    }

    private Next SkipMalformedLine(ReadOnlySpan<byte> text, bool isFinal, ref DocumentRange document)
    {
        if (SkipLine(text))
        {
            _state = State.MalformedAtLine;
            return Next.State;
        }

        document = isFinal ? End(_inkEnd) : default;
        return isFinal ? Next.Document : Next.Text;
    }

    private Next EndMalformed(ReadOnlySpan<byte> text, bool isFinal, ref DocumentRange document)
    {
        if (At == text.Length && !isFinal)
        {
            return Next.Text;
        }

        if (At < text.Length && (IsBlank(text[At]) || text[At] is (byte)'}' or (byte)']'))
        {
            _state = State.Malformed;
            return Next.State;
        }

        document = End(_inkEnd);
        return Next.Document;
    }

    private bool TryReadLine(ReadOnlySpan<byte> text, bool isFinal, out DocumentRange line)
    {
        while (true)
        {
            if (_state == State.Between)
            {
                Begin();
            }

            var length = text.Slice(At).IndexOf((byte)'\n');
            At = length < 0 ? text.Length : At + length;
            if (length < 0 && !isFinal)
            {
                line = default;
                return false;
            }

            var isBlank = _dropped == 0 && IsBlank(text.Slice(Start, At - Start));
            line = End(Length, isUnfinished: length < 0);
            if (length >= 0)
            {
                Start = ++At;
                BeginLine();
            }

            if (!isBlank)
            {
                return true;
            }

            if ((length >= 0 || line.Length > 0) && BlankLines++ == 0)
            {
                FirstBlankLine = line.Line;
            }

            if (length < 0)
            {
                return false;
            }
        }
    }

    private bool TryReadAll(ReadOnlySpan<byte> text, bool isFinal, out DocumentRange document)
    {
        At = text.Length;
        document = default;
        if (IsFinished || (!isFinal && Length <= MaxBytes))
        {
            return false;
        }

        document = End(Length, isUnfinished: true);
        _state = State.Finished;
        return true;
    }

    /// <summary>How much of the document has been looked at.</summary>
    private long Length => At - Start + _dropped;

    private static bool IsBlank(byte c) => c is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';

    private static bool IsBlank(ReadOnlySpan<byte> text)
    {
        text = RootReading.WithoutByteOrderMark(text);
        foreach (var c in text)
        {
            if (!IsBlank(c))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a line begins with <c>{</c>; null when that is not known yet.</summary>
    private static bool? BeginsWithBrace(ReadOnlySpan<byte> line, bool isFinal)
    {
        var mark = RootReading.ByteOrderMark;
        if (!isFinal && line.Length <= mark.Length && mark.StartsWith(line))
        {
            return null;
        }

        line = line.StartsWith(mark) ? line.Slice(mark.Length) : line;
        return line.Length > 0 && line[0] == '{';
    }

    private void Begin()
    {
        Start = At;
        (_firstLine, _firstByte, _dropped) = (Line, Byte, 0);
        _state = State.Open;
    }

    private DocumentRange End(long length, bool isUnfinished = false)
    {
        var start = Start;
        Start = At;
        _state = State.Between;
        return new(start, (int)Math.Min(length, MostKept), _firstLine, _firstByte, IsTooLarge: length > MaxBytes, isUnfinished);
    }

    private void BeginLine()
    {
        Line++;
        _lineStart = _moved + At;
    }

    /// <summary>Goes to where the next document begins.</summary>
    /// <returns>False: it isn't there.</returns>
    private bool SkipBlanks(ReadOnlySpan<byte> text, bool isFinal)
    {
        while (At < text.Length)
        {
            if (IsBlank(text[At]))
            {
                if (text[At++] == '\n')
                {
                    BeginLine();
                }
            }
            else if (text[At] != RootReading.ByteOrderMark[0])
            {
                break;
            }
            else if (text.Slice(At).StartsWith(RootReading.ByteOrderMark))
            {
                At += RootReading.ByteOrderMark.Length;
                _lineStart += RootReading.ByteOrderMark.Length;
            }
            else if (!isFinal && RootReading.ByteOrderMark.StartsWith(text.Slice(At)))
            {
                Start = At;
                return false;
            }
            else
            {
                break;
            }
        }

        Start = At;
        return At < text.Length;
    }

    /// <summary>Goes behind the end of the line, if that is there, and notes where its text ends.</summary>
    private bool SkipLine(ReadOnlySpan<byte> text)
    {
        var rest = text.Slice(At);
        var length = rest.IndexOf((byte)'\n');
        rest = length < 0 ? rest : rest.Slice(0, length);
        for (var end = rest.Length; end > 0; end--)
        {
            if (!IsBlank(rest[end - 1]))
            {
                _inkEnd = Length + end;
                break;
            }
        }

        At += rest.Length;
        if (length < 0)
        {
            return false;
        }

        At++;
        BeginLine();
        return true;
    }

    private long LengthWithoutBlanks(ReadOnlySpan<byte> text)
    {
        var end = At;
        while (_dropped == 0 && IsBlank(text[end - 1]))
        {
            end--;
        }

        return end - Start + _dropped;
    }

    /// <summary>The end of the line at which the text has been looked at; looks for it once, however many documents are on the line.</summary>
    private int FindLineEnd(ReadOnlySpan<byte> text, bool isFinal)
    {
        if (_lineEnd < At)
        {
            var from = Math.Max(At, _searched);
            var length = text.Slice(from).IndexOf((byte)'\n');
            _lineEnd = length < 0 ? -1 : from + length;
            _searched = length < 0 ? text.Length : _lineEnd + 1;
        }

        return _lineEnd >= 0 ? _lineEnd : isFinal ? text.Length : -1;
    }
}
