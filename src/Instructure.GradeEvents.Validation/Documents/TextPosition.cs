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
            else if (b is < 0x80 or >= 0xF0)
            {
                Column += b < 0x80 ? 1 : 2; // four bytes are a pair of code units
            }
            else if (b >= 0xC0)
            {
                Column++;
            }
        }
    }
}
