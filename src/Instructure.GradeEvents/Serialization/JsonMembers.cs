using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Instructure.GradeEvents.Serialization;

/// <summary>Members of an object as they came, in their order, compared by value whatever the order.</summary>
internal sealed class JsonMembers : IReadOnlyDictionary<string, JsonElement>, IEquatable<JsonMembers>
{
    internal static readonly JsonMembers None = new(new Dictionary<string, JsonElement>(StringComparer.Ordinal));

    /// <summary>The members as an object, if they were read: they are parsed when somebody asks for them, and written without a second look.</summary>
    private readonly CopiedJson? _read;

    private Dictionary<string, JsonElement>? _members;

    private JsonMembers(Dictionary<string, JsonElement> members) => _members = members;

    private JsonMembers(CopiedJson read) => _read = read;

    public int Count => Members.Count;

    public IEnumerable<string> Keys => Members.Keys;

    public IEnumerable<JsonElement> Values => Members.Values;

    /// <summary>Whether there is none.</summary>
    internal bool IsEmpty => _read is null && Members.Count == 0;

    private Dictionary<string, JsonElement> Members => _members ??= Parse(_read!);

    public JsonElement this[string key] => Members[key];

    public bool ContainsKey(string key) => Members.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out JsonElement value) => Members.TryGetValue(key, out value);

    public IEnumerator<KeyValuePair<string, JsonElement>> GetEnumerator() => Members.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Equals(JsonMembers? other)
        => other is not null
            && (ReferenceEquals(this, other)
                || (_read is not null && _read.Equals(other._read))
                || (other.Count == Count && this.All(member => other.TryGetValue(member.Key, out var value) && JsonValue.Equals(member.Value, value))));

    public override bool Equals(object? obj) => Equals(obj as JsonMembers);

    // A sum: the order doesn't count.
    public override int GetHashCode()
        => this.Aggregate(Count, static (hash, member) => hash + JsonValue.Combine(StringComparer.Ordinal.GetHashCode(member.Key), JsonValue.GetHashCode(member.Value)));

    public override string ToString() => "{ " + string.Join(", ", this.Select(static member => $"{member.Key}: {member.Value.GetRawText()}")) + " }";

    /// <summary>A copy of what a user gave, which nobody can change or dispose of.</summary>
    internal static JsonMembers From(IEnumerable<KeyValuePair<string, JsonElement>> members, string parameterName)
    {
        if (members is JsonMembers same)
        {
            return same;
        }

        var copy = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in members)
        {
            copy.Add(member.Key, JsonValue.Clone(member.Value, parameterName));
        }

        return copy.Count == 0 ? None : new(copy);
    }

    /// <summary>What was read; none if that is null.</summary>
    internal static JsonMembers From(JsonCopy? read) => read is null ? None : new(read.FinishObject());

    internal JsonMembers? Without(string name)
    {
        var rest = From(this.Where(member => member.Key != name), parameterName: string.Empty); // none of them is undefined
        return rest.IsEmpty ? null : rest;
    }

    /// <summary>The names for which the condition holds.</summary>
    internal IReadOnlyList<string> NamesWhere(Func<string, bool> condition) => _read is null ? [.. Members.Keys.Where(condition)] : _read.NamesWhere(condition);

    internal void WriteTo(Utf8JsonWriter writer)
    {
        if (_read is not null)
        {
            _read.WriteMembersTo(writer);
            return;
        }

        foreach (var member in Members)
        {
            Codecs.Checked(member.Key);
            JsonValue.Check(member.Value);
            writer.WritePropertyName(member.Key);
            member.Value.WriteTo(writer);
        }
    }

    private static Dictionary<string, JsonElement> Parse(CopiedJson read)
    {
        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in read.Element.EnumerateObject())
        {
            members.Add(member.Name, member.Value);
        }

        return members;
    }
}
