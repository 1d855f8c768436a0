namespace Instructure.GradeEvents.Tool.Samples;

/// <summary>Chance by a seed: SplitMix64, which gives the same numbers on every machine and runtime.</summary>
/// <remarks>System.Random may give others in the next version of .NET.</remarks>
internal sealed class Dice(long seed)
{
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;

    private ulong _state = unchecked((ulong)seed);

    /// <summary>A number from 0 to one less than the bound.</summary>
    internal int Below(int bound) => (int)(((Next() >> 32) * (ulong)bound) >> 32);

    /// <summary>A number from the least to the most, both included.</summary>
    internal int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>True in so many of a hundred cases.</summary>
    internal bool Chance(int percent) => Below(100) < percent;

    internal T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    internal string Hex(int digits)
    {
        Span<char> text = stackalloc char[digits];
        foreach (ref var digit in text)
        {
            digit = "0123456789abcdef"[Below(16)];
        }

        return text.ToString();
    }

    /// <summary>A random UUID (version 4) as text.</summary>
    internal string Uuid() => $"{Hex(8)}-{Hex(4)}-4{Hex(3)}-{"89ab"[Below(4)]}{Hex(3)}-{Hex(12)}";

    private ulong Next()
    {
        unchecked
        {
            _state += GoldenGamma;
            var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }
}
