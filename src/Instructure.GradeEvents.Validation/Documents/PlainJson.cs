using Instructure.GradeEvents.Documents;

namespace Instructure.GradeEvents.Validation.Documents;

/// <summary>Goes over JSON as senders write it, without a reader: for a look ahead, which may give up where it gets difficult.</summary>
/// <param name="utf8">The document.</param>
/// <param name="at">Where to begin.</param>
internal ref struct PlainJson(ReadOnlySpan<byte> utf8, int at)
{
    private readonly ReadOnlySpan<byte> _utf8 = utf8;

    /// <summary>Where it is.</summary>
    internal int At { get; private set; } = at;

    /// <summary>Goes over white space, and over this character.</summary>
    /// <returns>Whether it stood there.</returns>
    internal bool TrySkip(char expected)
    {
        SkipBlanks();
        if (!Is(expected))
        {
            return false;
        }

        At++;
        return true;
    }

    /// <summary>Goes over white space, and over a string without escapes.</summary>
    /// <returns>Whether it stood there.</returns>
    internal bool TrySkipText(out TextSlice text)
    {
        text = default;
        SkipBlanks();
        if (!Is('"'))
        {
            return false;
        }

        var length = _utf8.Slice(At + 1).IndexOfAny((byte)'"', (byte)'\\');
        if (length < 0 || _utf8[At + 1 + length] == '\\')
        {
            return false;
        }

        text = new(At + 1, length, isEscaped: false);
        At += length + 2;
        return true;
    }

    internal void SkipBlanks()
    {
        while (At < _utf8.Length && _utf8[At] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            At++;
        }
    }

    private readonly bool Is(char expected) => At < _utf8.Length && _utf8[At] == expected;
}
