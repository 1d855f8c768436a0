using System.Buffers;

namespace Instructure.GradeEvents.Serialization;

/// <summary>Reads a stream into a pooled buffer that grows with what is not yet used.</summary>
internal sealed class BlockReader(Stream stream, int size) : IDisposable
{
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(size);
    private int _start;
    private int _end;

    /// <summary>What has been read and not been passed.</summary>
    internal ReadOnlyMemory<byte> Unread => _buffer.AsMemory(_start, _end - _start);

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    /// <summary>Passes over bytes that have been used.</summary>
    internal void Advance(int count) => _start += count;

    /// <summary>Reads more; false at the end of the stream.</summary>
    internal async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
            _buffer.AsSpan(0, _end).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }

#if NET
        var count = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
#else
        var count = await stream.ReadAsync(_buffer, _end, _buffer.Length - _end, cancellationToken).ConfigureAwait(false);
#endif
        _end += count;
        return count > 0;
    }
}
