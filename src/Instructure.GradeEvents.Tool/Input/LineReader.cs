using System.Buffers;
using System.Text.Json;

namespace Instructure.GradeEvents.Tool.Input;

/// <summary>Reads a source of lines, batch by batch, in a memory that doesn't depend on its size. Notices when it has no lines at all.</summary>
internal sealed class LineReader(PayloadSource source) : IDisposable
{
    private const int BatchBytes = 128 * 1024;

    // Of short lines a batch could have so many that their reports would take more memory than they do.
    private const int BatchLines = 256;

    private Stream? _stream;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(BatchBytes);
    private int _length;
    private long _line = 1;
    private bool _isAtEnd;
    private bool _isStarted;
    private bool _isFinished;
    private bool _hasPayloads;
    private long _blankLines;
    private long _firstBlankLine;

    /// <summary>The next batch, or null at the end.</summary>
    internal PayloadBatch? Next()
    {
        if (_isFinished)
        {
            return null;
        }

        try
        {
            if (!_isStarted)
            {
                _isStarted = true;
                _stream = source.Open();
                if (!StartsWithLines())
                {
                    return Document();
                }
            }

            return NextLines();
        }
        catch (Exception error) when (SourceProblem.Is(error))
        {
            _isFinished = true;
            return PayloadBatch.OfProblem(source, SourceProblem.Of(source.Name, error));
        }
    }

    public void Dispose()
    {
        _stream?.Dispose();
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
        }
    }

    private PayloadBatch? NextLines()
    {
        while (true)
        {
            var text = _buffer.AsSpan(0, _length);
            var end = text.LastIndexOf((byte)'\n') + 1;
            if (end == 0 && !_isAtEnd)
            {
                ReadOn();
                continue;
            }

            var payloads = Split(_isAtEnd ? _length : end, out var used);
            if (payloads.Count > 0)
            {
                return Take(payloads, used);
            }

            // Nothing but blank lines.
            Keep(_buffer, used);
            if (_isAtEnd && _length == 0)
            {
                return End();
            }
        }
    }

    /// <summary>Reads what fits, or makes room. What is longer than a payload may be is passed over but for its beginning.</summary>
    private void ReadOn()
    {
        if (_length >= Payload.MostBytes)
        {
            SkipRestOfLine();
            return;
        }

        if (_length == _buffer.Length)
        {
            PayloadBatch.Grow(ref _buffer, _length);
        }

        var count = _stream!.Read(_buffer, _length, Math.Min(_buffer.Length, Payload.MostBytes) - _length);
        _length += count;
        _isAtEnd = count == 0;
    }

    private void SkipRestOfLine()
    {
        var rest = ArrayPool<byte>.Shared.Rent(BatchBytes);
        int count, end;
        do
        {
            count = _stream!.Read(rest, 0, rest.Length);
            end = rest.AsSpan(0, count).IndexOf((byte)'\n');
        }
        while (count > 0 && end < 0);

        _isAtEnd = count == 0;
        if (!_isAtEnd)
        {
            while (_buffer.Length < _length + count - end)
            {
                PayloadBatch.Grow(ref _buffer, _length);
            }

            rest.AsSpan(end, count - end).CopyTo(_buffer.AsSpan(_length));
            _length += count - end;
        }

        ArrayPool<byte>.Shared.Return(rest);
    }

    /// <summary>The lines up to a place, or as many as a batch may have.</summary>
    private List<Payload> Split(int end, out int used)
    {
        var payloads = new List<Payload>();
        used = 0;
        while (used < end && payloads.Count < BatchLines)
        {
            var length = _buffer.AsSpan(used, end - used).IndexOf((byte)'\n');
            var line = _buffer.AsMemory(used, length < 0 ? end - used : length);
            if (!TextHead.IsBlank(line.Span))
            {
                payloads.Add(new(source, _line, line));
            }
            else if (_blankLines++ == 0)
            {
                _firstBlankLine = _line;
            }

            _line++;
            used += line.Length + (length < 0 ? 0 : 1);
        }

        return payloads;
    }

    /// <summary>Hands the buffer over, and goes on with another.</summary>
    private PayloadBatch Take(List<Payload> payloads, int used)
    {
        var full = _buffer;
        Keep(ArrayPool<byte>.Shared.Rent(Math.Max(BatchBytes, _length - used)), used);
        _hasPayloads = true;
        return PayloadBatch.OfLines(source, full, used, payloads);
    }

    private void Keep(byte[] buffer, int used)
    {
        _buffer.AsSpan(used, _length - used).CopyTo(buffer);
        _buffer = buffer;
        _length -= used;
    }

    private PayloadBatch? End()
    {
        _isFinished = true;
        if (!_hasPayloads)
        {
            return source.IsFile ? Document() : PayloadBatch.OfProblem(source, "standard input is empty: there is nothing to read.");
        }

        return _blankLines == 0 ? null : PayloadBatch.OfNote(source, _blankLines == 1
            ? $"{source.Name}: line {_firstBlankLine} is empty; it was passed over."
            : $"{source.Name}: {_blankLines} empty lines were passed over; the first is line {_firstBlankLine}.");
    }

    private PayloadBatch Document()
    {
        _isFinished = true;
        if (!_isAtEnd)
        {
            PayloadBatch.Fill(_stream!, ref _buffer, ref _length);
        }

        var whole = _buffer;
        _buffer = [];
        return PayloadBatch.OfDocument(source, whole, _length);
    }

    /// <summary>Whether there are lines; reads as much as it takes to tell.</summary>
    private bool StartsWithLines()
    {
        while (true)
        {
            ReadOn();
            var head = _buffer.AsSpan(0, _length);
            if (TextHead.HasNoLines(head))
            {
                return false;
            }

            if (source.Form == SourceForm.Lines)
            {
                return true;
            }

            var text = TextHead.WithoutByteOrderMark(head).TrimStart(" \t\r\n"u8);
            var end = text.IndexOf((byte)'\n');
            if (end >= 0 && Tell(text[..end], text[(end + 1)..]) is { } verdict)
            {
                return verdict;
            }

            if (_isAtEnd || _length >= Payload.MostBytes)
            {
                return end < 0 ? text.IsEmpty : Tell(text[..end], "{"u8) ?? true;
            }
        }
    }

    /// <summary>Lines are there if the first is a whole value; or if it is broken, but the second begins as one would.</summary>
    /// <returns>Null: the second line is not there yet.</returns>
    private static bool? Tell(ReadOnlySpan<byte> first, ReadOnlySpan<byte> rest)
    {
        if (IsWhole(first))
        {
            return true;
        }

        if (first.TrimEnd(" \t\r"u8) is not [(byte)'{', .., not ((byte)'{' or (byte)'[' or (byte)',' or (byte)':')])
        {
            return false;
        }

        var second = rest.TrimStart("\r\n"u8);
        return second.IsEmpty ? null : second[0] == (byte)'{';
    }

    private static bool IsWhole(ReadOnlySpan<byte> line)
    {
        try
        {
            var reader = new Utf8JsonReader(line, new JsonReaderOptions { MaxDepth = 1000 });
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
