using System.Globalization;
using System.Text;
using Instructure.GradeEvents.Documents;

namespace Instructure.GradeEvents.Validation.Documents;

/// <summary>Where the reader is: for each open object the member, for each open array the item.</summary>
internal sealed class DocumentPath
{
    /// <summary>Where the name of a member begins, behind its quote; of an item the complement of its index.</summary>
    private readonly int[] _steps;

    internal DocumentPath(int maxDepth) => _steps = new int[maxDepth];

    /// <summary>How many steps lead to the value that is being read.</summary>
    internal int Depth { get; set; }

    /// <summary>Goes to a member.</summary>
    /// <param name="depth">The depth of its object.</param>
    /// <param name="name">The name; if it is no Unicode, it is shown as such.</param>
    internal void EnterMember(int depth, TextSlice name)
    {
        _steps[depth] = name.Offset;
        Depth = depth + 1;
    }

    /// <summary>Goes to an item.</summary>
    /// <param name="depth">The depth of its array.</param>
    /// <param name="index">Its index.</param>
    internal void EnterItem(int depth, int index)
    {
        _steps[depth] = ~index;
        Depth = depth + 1;
    }

    /// <summary>The JSON Pointer (RFC 6901) to what so many steps lead to.</summary>
    internal string ToPointer(ReadOnlySpan<byte> utf8, int depth)
    {
        var pointer = new StringBuilder();
        foreach (var step in _steps.AsSpan(0, depth))
        {
            pointer.Append('/').Append(step > 0 ? Escape(NameAt(utf8, step)) : (~step).ToString(CultureInfo.InvariantCulture));
        }

        return pointer.ToString();
    }

    /// <summary>A name as a part of a pointer.</summary>
    internal static string Escape(string name) => name.Replace("~", "~0").Replace("/", "~1");

    /// <summary>What a sentence about the value says: the member, the item of an array, the document.</summary>
    internal string Subject(ReadOnlySpan<byte> utf8)
    {
        if (Depth == 0)
        {
            return "The document";
        }

        var step = _steps[Depth - 1];
        if (step > 0)
        {
            return Quote.Of(NameAt(utf8, step));
        }

        var list = Depth > 1 && _steps[Depth - 2] is > 0 and var member ? Quote.Of(NameAt(utf8, member)) : "the array";
        return FormattableString.Invariant($"Item {~step} of {list}");
    }

    private static string NameAt(ReadOnlySpan<byte> utf8, int offset) => TextSlice.At(utf8, offset).ToName(utf8);
}
