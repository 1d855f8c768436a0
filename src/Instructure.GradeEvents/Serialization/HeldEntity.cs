using System.Text.Json;
using Instructure.GradeEvents.Caliper;

namespace Instructure.GradeEvents.Serialization;

/// <summary>
/// An entity as a record holds it. A long one is kept as its text, and read when somebody asks for it: the records of a tree of entities take
/// up to ten times as much memory. Of a tree that is read from its text, the long ones below are parts of the same text.
/// </summary>
internal readonly struct HeldEntity<T> : IEquatable<HeldEntity<T>>
    where T : Entity
{
    /// <summary>Null, the entity, or a <see cref="LongEntity"/>.</summary>
    private readonly object? _held;

    internal HeldEntity(T? entity) => _held = entity;

    private HeldEntity(LongEntity entity) => _held = entity;

    internal bool HasValue => _held is not null;

    /// <summary>The entity; the same one each time.</summary>
    internal T? Value => _held is LongEntity entity ? entity.Value : (T?)_held;

    public bool Equals(HeldEntity<T> other) => ReferenceEquals(_held, other._held) || EqualityComparer<T?>.Default.Equals(Value, other.Value);

    public override bool Equals(object? obj) => obj is HeldEntity<T> other && Equals(other);

    public override int GetHashCode() => Value?.GetHashCode() ?? 0;

    public override string? ToString() => Value?.ToString();

    internal static HeldEntity<T> Read(Codec<T> codec, ref EventReader json)
    {
        if (json.TrySkipLong(out var utf8))
        {
            return new(new LongEntity(utf8, codec));
        }

        var start = json.Reader;
        var isWithin = json.IsWithinItem;
        json.IsWithinItem = true;
        var entity = codec.Read(ref json);
        json.IsWithinItem = isWithin;
        if (!json.IsLong(start))
        {
            return new(entity);
        }

        if (isWithin)
        {
            // Whatever this is a part of is long too, and will be read again from its text.
            json.HasLeftOut = true;
            return new(new LongEntity(default, codec));
        }

        json.HasLeftOut = false;
        return new(new LongEntity(JsonCopy.OfRead(ref json, start), codec));
    }

    internal void Write(Utf8JsonWriter writer)
        => (_held is LongEntity entity ? entity.ValueOnce : (T)_held!).WriteTo(writer);

    /// <param name="utf8">The text, from which the codec has read the entity before.</param>
    /// <param name="codec">What reads it.</param>
    private sealed class LongEntity(ReadOnlyMemory<byte> utf8, Codec<T> codec)
    {
        private T? _value;

        internal T Value => _value ?? Interlocked.CompareExchange(ref _value, Read(), null) ?? _value;

        /// <summary>The entity for who does not keep it.</summary>
        internal T ValueOnce => _value ?? Read();

        private T Read()
        {
            var json = EventReader.AtKept(utf8);
            return codec.Read(ref json);
        }
    }
}
