using System.Buffers;

namespace Instructure.GradeEvents.Tests.Support;

/// <summary>A text that lies in several pieces of memory, as what comes from a network does.</summary>
internal static class PiecedText
{
    public static ReadOnlySequence<byte> Join(IEnumerable<ReadOnlyMemory<byte>> pieces)
    {
        var first = new Piece(default, 0);
        var last = pieces.Aggregate(first, static (last, piece) => last.Append(piece));
        return new(first, 0, last, last.Memory.Length);
    }

    private sealed class Piece : ReadOnlySequenceSegment<byte>
    {
        public Piece(ReadOnlyMemory<byte> memory, long start) => (Memory, RunningIndex) = (memory, start);

        public Piece Append(ReadOnlyMemory<byte> memory)
        {
            var next = new Piece(memory, RunningIndex + Memory.Length);
            Next = next;
            return next;
        }
    }
}
