using System.Text;
using Instructure.GradeEvents.Archives;

namespace Instructure.GradeEvents.Tool.Input;

/// <summary>Reads a source of several payloads, batch by batch, in a memory that doesn't depend on its size. Notices when there are none at all.</summary>
internal sealed class PayloadReader(PayloadSource source) : IDisposable
{
    private const int BatchBytes = 128 * 1024;

    // Of short payloads a batch could have so many that their reports would take more memory than they do.
    private const int BatchPayloads = 256;

    private Stream? _stream;
    private ArchiveReader? _archive;
    private PayloadBatch? _next;
    private bool _isDocument;
    private bool _isFinished;
    private bool _hasPayloads;
    private long _bytesTold;

    /// <summary>The line in which the last payload ended, and how many more bytes than columns its payloads have had.</summary>
    private long _columnLine;
    private long _bytesOfNoColumn;

    /// <summary>The next batch, or null at the end.</summary>
    internal PayloadBatch? Next()
    {
        if (_next is { } next)
        {
            _next = null;
            return next;
        }

        var isFirst = !_hasPayloads;
        var batch = ReadOrSay();
        if (isFirst && batch is { Payloads.Count: 1 } && source.Form == ArchiveForm.Documents)
        {
            // One document alone is the whole source, however it is laid out.
            _next = ReadOrSay();
            batch.IsDocument = _next is null;
        }

        return batch;
    }

    public void Dispose()
    {
        _next?.Dispose();
        _archive?.Dispose();
        _stream?.Dispose();
    }

    private PayloadBatch? ReadOrSay()
    {
        if (_isFinished)
        {
            return null;
        }

        try
        {
            return Read();
        }
        catch (Exception error) when (SourceProblem.Is(error))
        {
            _isFinished = true;
            return PayloadBatch.OfProblem(source, SourceProblem.Of(source.Name, error));
        }
    }

    private PayloadBatch? Read()
    {
        _archive ??= Open();
        var payloads = new List<Payload>();
        while (true)
        {
            while (payloads.Count < BatchPayloads && _archive.TryRead(out var text))
            {
                payloads.Add(PayloadOf(text));
            }

            if (payloads.Count > 0)
            {
                return BatchOf(payloads, _archive);
            }

            if (_archive.IsAtEnd)
            {
                _isFinished = true;
                return End(_archive);
            }

            _archive.Fill();
        }
    }

    /// <summary>Opens the source, and looks whether it is text.</summary>
    private ArchiveReader Open()
    {
        _stream = source.Open();
        var archive = new ArchiveReader(_stream, source.Form, BatchBytes);
        archive.Fill();
        if (TextHead.HasNoLines(archive.Text))
        {
            _isDocument = true;
            archive.ReadAsDocument();
        }

        return archive;
    }

    private Payload PayloadOf(in ArchiveText text)
        => new(source, text.Line + 1, text.Utf8)
        {
            FirstColumn = source.Form == ArchiveForm.Documents ? ColumnOf(text) : 1,
            IsLine = source.Form == ArchiveForm.Lines && !_isDocument,
            IsCutByGzip = text.IsCutByGzip,
        };

    /// <summary>The column at which a payload begins: its byte, but for the characters before it that have more bytes than columns.</summary>
    private long ColumnOf(in ArchiveText text)
    {
        var column = text.FirstByte + 1 - (text.Line == _columnLine ? _bytesOfNoColumn : 0);
        var lastLine = text.Utf8.Span[(text.Utf8.Span.LastIndexOf((byte)'\n') + 1)..];
        var isOneLine = lastLine.Length == text.Utf8.Length;
        _bytesOfNoColumn = (isOneLine && text.Line == _columnLine ? _bytesOfNoColumn : 0) + lastLine.Length - Encoding.UTF8.GetCharCount(lastLine);
        _columnLine = isOneLine ? text.Line : text.Line + text.Utf8.Span.Count((byte)'\n');
        return column;
    }

    /// <summary>Hands the buffer over, and goes on with another.</summary>
    private PayloadBatch BatchOf(List<Payload> payloads, ArchiveReader archive)
    {
        _hasPayloads = true;
        var length = archive.BytesRead - _bytesTold;
        _bytesTold = archive.BytesRead;
        return PayloadBatch.OfPayloads(source, archive.TakeBuffer(), length, payloads, _isDocument);
    }

    private PayloadBatch? End(ArchiveReader archive)
    {
        if (!_hasPayloads)
        {
            return source.IsFile ? PayloadBatch.OfPayloads(source, [], archive.BytesRead, [new(source, 1, default)], isDocument: true)
                : PayloadBatch.OfProblem(source, "standard input is empty: there is nothing to read.");
        }

        return archive.BlankLines == 0 ? null : PayloadBatch.OfNote(source, archive.BlankLines == 1
            ? $"{source.Name}: line {archive.FirstBlankLine + 1} is empty; it was skipped."
            : $"{source.Name}: {archive.BlankLines} empty lines were skipped; the first is line {archive.FirstBlankLine + 1}.");
    }
}
