using System.Globalization;
using System.Text;

namespace Instructure.GradeEvents.Validation.Documents;

/// <summary>Where the reader is: for each open object the member, for each open array the item.</summary>
internal sealed class DocumentPath
{
    private const int NoName = -1;

    private readonly Step[] _steps;

    internal DocumentPath(int maxDepth) => _steps = new Step[maxDepth];

    /// <summary>How many steps lead to the value that is being read.</summary>
    internal int Depth { get; set; }

    /// <summary>Goes to a member.</summary>
    /// <param name="depth">The depth of its object.</param>
    /// <param name="name">The name; if it is no Unicode, it is shown as such.</param>
    internal void Enter(int depth, TextSlice name)
    {
        _steps[depth] = new(name, NoName);
        Depth = depth + 1;
    }

    /// <summary>Goes to an item.</summary>
    /// <param name="depth">The depth of its array.</param>
    /// <param name="index">Its index.</param>
    internal void Enter(int depth, int index)
    {
        _steps[depth] = new(default, index);
        Depth = depth + 1;
    }

    /// <summary>The JSON Pointer (RFC 6901) to what so many steps lead to.</summary>
    internal string ToPointer(ReadOnlySpan<byte> utf8, int depth)
    {
        var pointer = new StringBuilder();
        foreach (var step in _steps.AsSpan(0, depth))
        {
            _ = step.Index == NoName
                ? pointer.Append('/').Append(Escape(step.Name.ToText(utf8)))
                : pointer.Append('/').Append(step.Index.ToString(CultureInfo.InvariantCulture));
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
        if (step.Index == NoName)
        {
            return Quote.Of(step.Name.ToText(utf8));
        }

        var list = Depth > 1 && _steps[Depth - 2] is { Index: NoName } member ? Quote.Of(member.Name.ToText(utf8)) : "the array";
        return FormattableString.Invariant($"Item {step.Index} of {list}");
    }

    private readonly record struct Step(TextSlice Name, int Index);
}
