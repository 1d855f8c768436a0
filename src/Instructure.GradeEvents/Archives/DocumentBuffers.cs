using System.Buffers;

namespace Instructure.GradeEvents.Archives;

/// <summary>The buffers in which documents are read.</summary>
/// <remarks>
/// Those of usual size are from the shared pool. That would keep a large one for each thread, and round its size up to the next power of two:
/// large ones are kept here, two of them at most, and only until the garbage collector wants their memory.
/// </remarks>
internal static class DocumentBuffers
{
    private const int MostShared = 1024 * 1024;

    private static readonly WeakReference<byte[]>[] s_large = [new(null!), new(null!)];

    /// <summary>Gets a buffer of at least that size. What is in it is not defined.</summary>
    internal static byte[] Rent(int size)
    {
        if (size <= MostShared)
        {
            return ArrayPool<byte>.Shared.Rent(size);
        }

        lock (s_large)
        {
            foreach (var kept in s_large)
            {
                if (kept.TryGetTarget(out var buffer) && buffer.Length >= size)
                {
                    kept.SetTarget(null!);
                    return buffer;
                }
            }
        }

#if NET
        return GC.AllocateUninitializedArray<byte>(size);
#else
        return new byte[size];
#endif
    }

    /// <summary>Gives a buffer back, which nobody uses any longer.</summary>
    internal static void Return(byte[] buffer)
    {
        if (buffer.Length <= MostShared)
        {
            ArrayPool<byte>.Shared.Return(buffer);
            return;
        }

        lock (s_large)
        {
            foreach (var kept in s_large)
            {
                if (!kept.TryGetTarget(out var other) || other.Length < buffer.Length)
                {
                    kept.SetTarget(buffer);
                    return;
                }
            }
        }
    }
}
