namespace Instructure.GradeEvents.Documents;

/// <summary>The names of the open objects that no schema declares, by their places in the text.</summary>
/// <remarks>An object that is open inside of another has its names behind those of the other.</remarks>
internal sealed class ObjectNames
{
    /// <summary>So many are compared one by one.</summary>
    private const int Few = 16;

    /// <summary>So many are kept of one object: enough for the validator to warn of all that it lists, and to say that there are more. Others are only looked for in its index.</summary>
    internal const int MostKept = 1001;

    private TextSlice[] _names = new TextSlice[2 * Few];

    /// <summary>How many are kept, of all open objects.</summary>
    internal int Count { get; set; }

    /// <summary>Whether it has grown so much that it is not worth keeping.</summary>
    internal bool IsLarge => _names.Length > MostKept;

    internal TextSlice this[int index] => _names[index];

    /// <summary>Adds a name of the innermost object.</summary>
    /// <param name="start">How many names were kept when the object began.</param>
    /// <param name="index">The index of the object, which it gets when it has many names.</param>
    /// <param name="utf8">The document.</param>
    /// <param name="name">The name.</param>
    /// <returns>Whether it is there for the first time.</returns>
    internal bool TryAdd(int start, ref NameIndex? index, ReadOnlySpan<byte> utf8, TextSlice name)
    {
        if (index is null && Count - start == Few)
        {
            index = new();
            for (var i = start; i < Count; i++)
            {
                index.TryAdd(utf8, _names[i]);
            }
        }

        if (index is null ? HasName(start, utf8, name) : !index.TryAdd(utf8, name))
        {
            return false;
        }

        if (Count - start < MostKept)
        {
            if (Count == _names.Length)
            {
                Array.Resize(ref _names, 2 * Count);
            }

            _names[Count++] = name;
        }

        return true;
    }

    private bool HasName(int start, ReadOnlySpan<byte> utf8, TextSlice name)
    {
        for (var i = start; i < Count; i++)
        {
            if (TextSlice.AreSame(utf8, _names[i], name))
            {
                return true;
            }
        }

        return false;
    }
}
