using Instructure.GradeEvents.Documents;

namespace Instructure.GradeEvents.Validation.Documents;

/// <summary>Turns offsets in UTF-8, in rising order, into lines and columns.</summary>
internal ref struct TextPosition(ReadOnlySpan<byte> utf8)
{
    private readonly ReadOnlySpan<byte> _utf8 = utf8;
    private int _offset = Utf8.BomLength(utf8);

    internal int Line { get; private set; } = 1;

    /// <summary>From 1, in UTF-16 code units, as editors count.</summary>
    internal int Column { get; private set; } = 1;

    internal void MoveTo(int offset)
    {
        for (; _offset < offset && _offset < _utf8.Length; _offset++)
        {
            var b = _utf8[_offset];
            if (b == (byte)'\n')
            {
                Line++;
                Column = 1;
            }
            else if (b is < 0x80 or >= 0xC0)
            {
                Column += IsPair(_offset) ? 2 : 1;
            }
        }
    }

    /// <summary>Whether a character of four bytes begins here, which is a pair of code units. In broken text, a part of one may stand here.</summary>
    private readonly bool IsPair(int offset)
    {
        var rest = _utf8.Slice(offset);
        return rest[0] >= 0xF0 && rest.Length > 3 && IsContinuation(rest[1]) && IsContinuation(rest[2]) && IsContinuation(rest[3]);
    }

    private static bool IsContinuation(byte b) => (b & 0xC0) == 0x80;
}
