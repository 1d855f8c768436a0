namespace Instructure.GradeEvents.Validation.Documents;

/// <summary>The bits of a number, one for each member of an object.</summary>
internal static class Bits
{
    internal static int Count(ulong bits)
    {
#if NET
        return System.Numerics.BitOperations.PopCount(bits);
#else
        var count = 0;
        for (; bits != 0; bits &= bits - 1)
        {
            count++;
        }

        return count;
#endif
    }
}
