using System.Collections;

namespace Instructure.GradeEvents.Serialization;

/// <summary>
/// The items of a long list, or of one that has a long entity in it. They are kept as their text, and read one by one when somebody goes through them: records of all of
/// them would take up to thirty times as much memory. Only who asks for them by their place gets records that are kept.
/// </summary>
/// <param name="array">The text of the list without white space, of which each item was read before.</param>
/// <param name="count">How many items it has.</param>
/// <param name="codec">What reads an item.</param>
internal sealed class ManyItems<T>(ReadOnlyMemory<byte> array, int count, Codec<T> codec) : IList<T>
{
    private T[]? _items;

    public int Count => count;

    public bool IsReadOnly => true;

    private T[] Items => _items ??= [.. Read()];

    public T this[int index]
    {
        get => Items[index];
        set => throw new NotSupportedException();
    }

    public IEnumerator<T> GetEnumerator() => (_items ?? Read()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Contains(T item) => IndexOf(item) >= 0;

    public int IndexOf(T item) => Array.IndexOf(Items, item);

    public void CopyTo(T[] array, int arrayIndex)
    {
        foreach (var item in this)
        {
            array[arrayIndex++] = item;
        }
    }

    public void Add(T item) => throw new NotSupportedException();

    public void Insert(int index, T item) => throw new NotSupportedException();

    public bool Remove(T item) => throw new NotSupportedException();

    public void RemoveAt(int index) => throw new NotSupportedException();

    public void Clear() => throw new NotSupportedException();

    internal ManyItems<T> WithoutLast() => new(array, count - 1, codec);

    private T ReadFirst(ref ReadOnlyMemory<byte> rest)
    {
        var json = EventReader.AtKept(rest);
        var item = codec.Read(ref json);
        rest = rest.Slice((int)json.Reader.BytesConsumed);
        return item;
    }

    private IEnumerable<T> Read()
    {
        var rest = array;
        for (var i = 0; i < count; i++)
        {
            rest = rest.Slice(1); // behind the bracket or comma
            yield return ReadFirst(ref rest);
        }
    }
}
