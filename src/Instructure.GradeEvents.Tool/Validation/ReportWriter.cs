using System.Buffers;
using Instructure.GradeEvents.Tool.Output;
using Instructure.GradeEvents.Tool.Reports;

namespace Instructure.GradeEvents.Tool.Validation;

/// <summary>Puts a report together from its parts, and writes it to standard output or a file.</summary>
internal sealed class ReportWriter(ReportFormat format, Terminal terminal, string? output, bool canStream) : IDisposable
{
    private readonly Spool? _spool = format.IsStreamed && canStream && output is null ? null : new();
    private bool _hasItems;

    internal void Append(ReadOnlySpan<byte> part)
    {
        if (part.IsEmpty)
        {
            return;
        }

        var text = _hasItems || !format.HasCommas ? part : part[1..];
        _hasItems = true;
        if (_spool is null)
        {
            terminal.Write(text);
        }
        else
        {
            _spool.Write(text);
        }
    }

    /// <summary>Writes what has not been written yet.</summary>
    internal void Finish(Summary summary)
    {
        var (head, tail) = (new ArrayBufferWriter<byte>(), new ArrayBufferWriter<byte>());
        format.WriteHead(head, summary);
        format.WriteTail(tail, summary);
        if (output is null)
        {
            terminal.Write(head.WrittenSpan);
            Flush();
            terminal.Write(tail.WrittenSpan);
            return;
        }

        try
        {
            using var file = new FileStream(output, FileMode.Create, FileAccess.Write);
            file.Write(head.WrittenSpan);
            _spool!.CopyTo(file);
            file.Write(tail.WrittenSpan);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new OutputException(output, error);
        }
    }

    /// <summary>Writes to standard output what was kept back.</summary>
    internal void Flush()
    {
        if (_spool is not null)
        {
            terminal.Write(_spool);
        }
    }

    public void Dispose() => _spool?.Dispose();
}
