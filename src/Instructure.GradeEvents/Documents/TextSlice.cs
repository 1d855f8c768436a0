using System.Runtime.InteropServices;

namespace Instructure.GradeEvents.Documents;

/// <summary>A string of the document by its place in the text, without its quotes.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TextSlice
{
    private const int EscapedBit = 1 << 30;
    private const int OfObjectBit = 1 << 29;

    /// <summary>A path has only the beginning of a name with more bytes than this: no documented name is so long, and each issue would hold all of it.</summary>
    private const int LongestName = 1000;

    /// <summary>The length, and two bits: eight bytes in all go through a register.</summary>
    private readonly int _length;

    /// <param name="offset">Where it begins, behind the quote.</param>
    /// <param name="length">How many bytes it has as it is written.</param>
    /// <param name="isEscaped">Whether it has escapes.</param>
    internal TextSlice(int offset, int length, bool isEscaped)
    {
        Offset = offset;
        _length = isEscaped ? length | EscapedBit : length;
    }

    private TextSlice(int offset, int length) => (Offset, _length) = (offset, length);

    /// <summary>Where it begins, behind the quote; 0 when there is none.</summary>
    internal int Offset { get; }

    /// <summary>How many bytes it has as it is written.</summary>
    internal int Length => _length & ~(EscapedBit | OfObjectBit);

    /// <summary>Whether it has escapes.</summary>
    internal bool IsEscaped => (_length & EscapedBit) != 0;

    /// <summary>Whether it stands as the id of an object, and not in the place of the object.</summary>
    internal bool IsOfObject => (_length & OfObjectBit) != 0;

    internal bool IsThere => Offset > 0;

    /// <summary>Where the string begins, with its quote.</summary>
    internal int Start => Offset - 1;

    /// <summary>The same as the id of an object.</summary>
    internal TextSlice OfObject() => new(Offset, _length | OfObjectBit);

    internal ReadOnlySpan<byte> Raw(ReadOnlySpan<byte> utf8) => utf8.Slice(Offset, Length);

    internal string ToText(ReadOnlySpan<byte> utf8) => Utf8.GetText(Raw(utf8), IsEscaped);

    /// <summary>The beginning of the text, for a message that shows no more of it.</summary>
    internal string ToShortText(ReadOnlySpan<byte> utf8) => Utf8.GetShortText(Raw(utf8), IsEscaped);

    /// <summary>The text as the name of a member in a path or a sentence: whole, unless it is so long that it would only take memory.</summary>
    internal string ToName(ReadOnlySpan<byte> utf8) => Length > LongestName ? ToShortText(utf8) + "…" : ToText(utf8);

    internal static bool AreSame(ReadOnlySpan<byte> utf8, TextSlice one, TextSlice other)
        => one.IsEscaped || other.IsEscaped ? one.ToText(utf8) == other.ToText(utf8) : one.Raw(utf8).SequenceEqual(other.Raw(utf8));

    /// <summary>The string that begins here, behind its quote; none when the text ends before it does.</summary>
    internal static TextSlice At(ReadOnlySpan<byte> utf8, int offset)
    {
        var isEscaped = false;
        for (var end = offset; end < utf8.Length; end += 2)
        {
            var length = utf8.Slice(end).IndexOfAny((byte)'"', (byte)'\\');
            if (length < 0)
            {
                break;
            }

            end += length;
            if (utf8[end] == '"')
            {
                return new(offset, end - offset, isEscaped);
            }

            isEscaped = true;
        }

        return default;
    }
}
