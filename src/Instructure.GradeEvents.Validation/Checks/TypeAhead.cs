using System.Runtime.InteropServices;
using Instructure.GradeEvents.Documents;

namespace Instructure.GradeEvents.Validation.Checks;

/// <summary>The member "type" of an object, looked up before the object is read.</summary>
/// <param name="Offset">Where the value is; 0 when there is none.</param>
/// <param name="Text">The value, if it is a string.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TypeAhead(int Offset, TextSlice Text)
{
    internal bool IsMissing => Offset == 0;

    /// <summary>What begins at this place of the text.</summary>
    internal static TypeAhead At(ReadOnlySpan<byte> utf8, int offset)
        => offset == 0 || utf8[offset] != '"' ? new(offset, default) : new(offset, TextSlice.At(utf8, offset + 1));
}
