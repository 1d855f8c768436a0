using System.Buffers;
using Instructure.GradeEvents.Tool.Output;
using Instructure.GradeEvents.Tool.Reports;

namespace Instructure.GradeEvents.Tool.Validation;

/// <summary>Puts a report together from its parts, and writes it to standard output or a file.</summary>
internal sealed class ReportWriter(ReportFormat format, Terminal terminal, string? file, bool canStream) : IDisposable
{
    private readonly Spool? _spool = format.IsStreamed && canStream && file is null ? null : new();
    private bool _hasItems;
    private OutputException? _fault;

    internal ReportFormat Format => format;

    /// <summary>The file that it is written to; null is standard output.</summary>
    internal string? File => file;

    /// <summary>Writes a part, or keeps it.</summary>
    /// <param name="part">The part.</param>
    /// <param name="isAlone">Whether it is the only report. If it is not, that it can't be written is only said at the end.</param>
    /// <exception cref="OutputException">It can't be written.</exception>
    internal void Append(ReadOnlySpan<byte> part, bool isAlone)
    {
        if (part.IsEmpty || _fault is not null)
        {
            return;
        }

        var text = _hasItems || !format.HasCommas ? part : part[1..];
        _hasItems = true;
        try
        {
            if (_spool is null)
            {
                terminal.Write(text);
            }
            else
            {
                _spool.Write(text);
            }
        }
        catch (OutputException error) when (!isAlone)
        {
            _fault = error;
        }
    }

    /// <summary>Writes what has not been written yet.</summary>
    /// <exception cref="OutputException">It can't be written.</exception>
    internal void Finish(Summary summary)
    {
        if (_fault is not null)
        {
            throw _fault;
        }

        var (head, tail) = (new ArrayBufferWriter<byte>(), new ArrayBufferWriter<byte>());
        format.WriteHead(head, summary);
        format.WriteTail(tail, summary);
        if (file is null)
        {
            terminal.Write(head.WrittenSpan);
            Flush();
            terminal.Write(tail.WrittenSpan);
            return;
        }

        try
        {
            using var stream = new FileStream(file, FileMode.Create, FileAccess.Write);
            stream.Write(head.WrittenSpan);
            _spool!.CopyTo(stream);
            stream.Write(tail.WrittenSpan);
        }
        catch (Exception error) when (OutputException.Is(error))
        {
            throw new OutputException(file, error);
        }
    }

    /// <summary>Stops before the end: what goes to standard output piece by piece is written as far as it is, and of others nothing.</summary>
    internal void Stop()
    {
        if (format.IsStreamed && file is null)
        {
            Flush();
        }
    }

    public void Dispose() => _spool?.Dispose();

    private void Flush()
    {
        if (_spool is not null)
        {
            terminal.Write(_spool);
        }
    }
}
