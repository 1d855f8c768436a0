using System.Buffers;
using System.Text;

namespace Instructure.GradeEvents.Serialization;

/// <summary>A buffer that grows. The framework's own is not in netstandard2.0.</summary>
internal sealed class ArrayBufferWriter : IBufferWriter<byte>
{
    private byte[] _buffer = new byte[4 * 1024];
    private int _written;

    public void Advance(int count) => _written += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        var room = Math.Max(sizeHint, 1);
        if (_buffer.Length - _written < room)
        {
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _written + room));
        }

        return _buffer.AsMemory(_written);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    internal string ToText() => Encoding.UTF8.GetString(_buffer, 0, _written);
}
