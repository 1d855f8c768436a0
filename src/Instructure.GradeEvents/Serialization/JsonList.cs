using System.Collections;

namespace Instructure.GradeEvents.Serialization;

/// <summary>A list that never changes and is compared by its items, as records expect of what they hold.</summary>
internal sealed class JsonList<T>(T[] items) : IReadOnlyList<T>, IEquatable<JsonList<T>>
{
    public int Count => items.Length;

    public T this[int index] => items[index];

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => items.GetEnumerator();

    public bool Equals(JsonList<T>? other) => other is not null && items.AsEnumerable().SequenceEqual(other);

    public override bool Equals(object? obj) => Equals(obj as JsonList<T>);

    public override int GetHashCode() => items.Aggregate(items.Length, static (hash, item) => JsonValue.Combine(hash, item!.GetHashCode()));

    public override string ToString() => "[" + string.Join(", ", items) + "]";

    /// <summary>A copy of what a user gave, which nobody can change.</summary>
    internal static JsonList<T>? From(IEnumerable<T>? items, string parameterName)
    {
        if (items is null or JsonList<T>)
        {
            return (JsonList<T>?)items;
        }

        var copy = items.ToArray();
        return Array.Exists(copy, static item => item is null)
            ? throw new ArgumentException("A list of an event has no null in it.", parameterName)
            : new(copy);
    }
}
