namespace Instructure.GradeEvents.Archives;

/// <summary>Reads the documents of an archive, one after the other, in a memory that depends on the largest of them alone.</summary>
/// <param name="stream">The archive, packed or not. It is left open.</param>
/// <param name="form">How the documents lie in it.</param>
/// <param name="bufferSize">How much is read at a time.</param>
internal sealed class ArchiveReader(Stream stream, ArchiveForm form, int bufferSize) : IDisposable
{
    /// <summary>Few sizes on the way to a large document: each leaves a buffer behind.</summary>
    private const int Growth = 8;

    private readonly ArchiveInput _input = new(stream);
    private DocumentSplitter _splitter = new(form);
    private byte[] _buffer = DocumentBuffers.Rent(bufferSize);
    private int _length;
    private DocumentRange _line;
    private bool _isAtEnd;
    private bool _isCutTold;

    /// <summary>Whether all of the stream has been read, or as much of it as is needed. There may still be documents then.</summary>
    internal bool IsAtEnd => _isAtEnd || _splitter.IsFinished;

    /// <summary>How many bytes of the stream have been read.</summary>
    internal long BytesRead => _input.BytesRead;

    /// <summary>The line up to which has been read, from 0.</summary>
    internal long Line => _splitter.Line;

    /// <summary>The place in that line, in bytes from 0.</summary>
    internal long Byte => _splitter.Byte;

    /// <summary>How many lines without any text there were, when lines are read.</summary>
    internal long BlankLines => _splitter.BlankLines;

    /// <summary>The first of them, from 0.</summary>
    internal long FirstBlankLine => _splitter.FirstBlankLine;

    /// <summary>What has been read, and is no part of a document that was given.</summary>
    internal ReadOnlySpan<byte> Text => _buffer.AsSpan(_splitter.Start, _length - _splitter.Start);

    /// <summary>Says that the whole archive is one document after all, before one has been read.</summary>
    internal void ReadAsDocument() => _splitter = new(ArchiveForm.Document);

    /// <summary>The line in front, if it looks as if it were a document. It is still there then, and <see cref="TakeLine"/> takes it.</summary>
    internal bool TryPeekLine(out ArchiveText line)
    {
        var isThere = _splitter.TryPeekLine(_buffer.AsSpan(0, _length), IsAtEnd, out _line);
        line = isThere ? TextOf(_line) : default;
        return isThere;
    }

    /// <summary>Says that the line in front is a document, and has been read.</summary>
    internal void TakeLine() => _splitter.Take(_line);

    /// <summary>Gives the next document, or line; it is good until the reader is filled.</summary>
    /// <returns>False: nothing more is whole in what has been read; or, at the end, there is nothing more.</returns>
    internal bool TryRead(out ArchiveText text)
    {
        if (_splitter.TryRead(_buffer.AsSpan(0, _length), IsAtEnd, out var found))
        {
            _isCutTold = found.IsUnfinished && _input.IsCut && IsAtEnd && _splitter.At == _length;
            text = TextOf(found) with { IsCutByGzip = _isCutTold };
            return true;
        }

        text = new(default, Line, Byte) { IsCutByGzip = IsAtEnd && _input.IsCut && !_isCutTold };
        _isCutTold |= text.IsCutByGzip;
        return text.IsCutByGzip;
    }

    /// <summary>Reads more of the stream.</summary>
    /// <param name="cancellationToken">Stops reading.</param>
    internal async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        MakeRoom();
        Add(await _input.ReadAsync(_buffer, _length, _buffer.Length - _length, isAsync: true, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Reads more of the stream.</summary>
    internal void Fill()
    {
        MakeRoom();
        Add(_input.ReadAsync(_buffer, _length, _buffer.Length - _length, isAsync: false, CancellationToken.None).AsTask().GetAwaiter().GetResult()); // which has been done
    }

    /// <summary>Hands over the buffer with the documents that were given, and goes on with another.</summary>
    /// <returns>An array of <see cref="DocumentBuffers"/>.</returns>
    internal byte[] TakeBuffer()
    {
        var (full, start) = (_buffer, _splitter.Start);
        var rest = _length - start;
        _buffer = rest == 0 && IsAtEnd ? [] : DocumentBuffers.Rent(Math.Max(bufferSize, rest));
        full.AsSpan(start, rest).CopyTo(_buffer);
        _length = rest;
        _splitter.Move(start);
        return full;
    }

    public void Dispose()
    {
        _input.Dispose();
        if (_buffer.Length > 0)
        {
            DocumentBuffers.Return(_buffer);
            _buffer = [];
        }
    }

    private ArchiveText TextOf(in DocumentRange range)
        => new(_buffer.AsMemory(range.Start, range.Length), range.Line, range.FirstByte) { IsTooLarge = range.IsTooLarge, IsUnfinished = range.IsUnfinished };

    private void Add(int count)
    {
        _length += count;
        _isAtEnd = count == 0;
    }

    private void MakeRoom()
    {
        if (_splitter.Start > 0)
        {
            Text.CopyTo(_buffer);
            _length -= _splitter.Start;
            _splitter.Move(_splitter.Start);
        }

        if (_splitter.At > DocumentSplitter.MostKept)
        {
            // What is too large is not kept, but for its beginning.
            var dropped = _splitter.At - DocumentSplitter.MostKept;
            _buffer.AsSpan(_splitter.At, _length - _splitter.At).CopyTo(_buffer.AsSpan(DocumentSplitter.MostKept));
            _length -= dropped;
            _splitter.Drop(dropped);
        }

        if (_length == _buffer.Length)
        {
            var larger = DocumentBuffers.Rent(Math.Min(_buffer.Length * Growth, DocumentSplitter.MostKept + bufferSize));
            _buffer.AsSpan(0, _length).CopyTo(larger);
            DocumentBuffers.Return(_buffer);
            _buffer = larger;
        }
    }
}
