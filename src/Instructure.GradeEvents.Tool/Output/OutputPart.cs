using System.Buffers;

namespace Instructure.GradeEvents.Tool.Output;

/// <summary>A part of the output, in pieces: when it grows, nothing is copied into a larger array.</summary>
internal sealed class OutputPart : IBufferWriter<byte>
{
    private const int LeastPiece = 4 * 1024;
    private const int MostPiece = 1024 * 1024;

    /// <summary>Larger pieces are not from the shared pool, which would keep them.</summary>
    private const int MostPooled = 256 * 1024;

    private readonly List<ArraySegment<byte>> _full = [];
    private byte[] _piece = [];
    private int _written;

    /// <summary>Whether nothing was written.</summary>
    internal bool IsEmpty => _written == 0 && _full.Count == 0;

    public void Advance(int count) => _written += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (_piece.Length - _written < Math.Max(sizeHint, 1))
        {
            var size = Math.Max(sizeHint, Math.Clamp(2 * _piece.Length, LeastPiece, MostPiece));
            KeepPiece();
            _piece = size > MostPooled ? GC.AllocateUninitializedArray<byte>(size) : ArrayPool<byte>.Shared.Rent(size);
        }

        return _piece.AsMemory(_written);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    /// <summary>Writes it, without its first bytes. It must not be used any more.</summary>
    internal void WriteTo(Terminal terminal, int skip = 0)
    {
        KeepPiece();
        foreach (var piece in _full)
        {
            var left = Math.Min(skip, piece.Count);
            terminal.Write(piece.AsSpan(left));
            skip -= left;
            Return(piece.Array!);
        }

        _full.Clear();
    }

    private static void Return(byte[] piece)
    {
        if (piece.Length <= MostPooled)
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }

    private void KeepPiece()
    {
        if (_written > 0)
        {
            _full.Add(new(_piece, 0, _written));
        }
        else if (_piece.Length > 0)
        {
            Return(_piece);
        }

        (_piece, _written) = ([], 0);
    }
}
