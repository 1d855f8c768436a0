using System.Collections.ObjectModel;

namespace Instructure.GradeEvents.Serialization;

/// <summary>A list that never changes and is compared by its items, as records expect of what they hold.</summary>
internal sealed class JsonList<T>(IList<T> items) : ReadOnlyCollection<T>(items), IEquatable<JsonList<T>>
{
    public bool Equals(JsonList<T>? other) => other is not null && this.SequenceEqual(other);

    public override bool Equals(object? obj) => Equals(obj as JsonList<T>);

    public override int GetHashCode() => this.Aggregate(Count, static (hash, item) => JsonValue.Combine(hash, item!.GetHashCode()));

    public override string ToString() => "[" + string.Join(", ", this) + "]";

    /// <summary>The list but for its last item, which is the default when there is none.</summary>
    internal JsonList<T> WithoutLast(out T? last)
    {
        last = default;
        foreach (var item in this)
        {
            last = item;
        }

        return Count == 0 ? this : new(Items is ManyItems<T> many ? many.WithoutLast() : [.. this.Take(Count - 1)]);
    }

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
