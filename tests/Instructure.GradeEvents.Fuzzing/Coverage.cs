using System.Numerics;
using System.Runtime.InteropServices;
using SharpFuzz.Common;

namespace Instructure.GradeEvents.Fuzzing;

/// <summary>Which edges of the instrumented assemblies were reached, and about how often, as afl counts it.</summary>
internal sealed unsafe class Coverage
{
    private const int Size = 1 << 16;

    private static readonly byte* s_counts = (byte*)NativeMemory.AllocZeroed(Size);

    private readonly byte[] _seen = new byte[Size];

    /// <summary>How many edges were reached by any input.</summary>
    public int Edges { get; private set; }

    /// <summary>Has the instrumented code count here. Before that it can't run.</summary>
    public static void Begin() => Trace.SharedMem = s_counts;

    /// <summary>Forgets what the last input reached.</summary>
    public static void Clear()
    {
        new Span<byte>(s_counts, Size).Clear();
        Trace.PrevLocation = 0;
    }

    /// <summary>Whether the last input reached an edge that none did before, or an edge about as often as none did before.</summary>
    public bool IsNew()
    {
        var isNew = false;
        var counts = new ReadOnlySpan<byte>(s_counts, Size);
        for (var i = counts.IndexOfAnyExcept((byte)0); i >= 0;)
        {
            var bucket = (byte)(1 << Math.Min(BitOperations.Log2(counts[i]), 7));
            if ((_seen[i] & bucket) == 0)
            {
                isNew = true;
                Edges += _seen[i] == 0 ? 1 : 0;
                _seen[i] |= bucket;
            }

            var next = counts[++i..].IndexOfAnyExcept((byte)0);
            i = next < 0 ? -1 : i + next;
        }

        return isNew;
    }
}
