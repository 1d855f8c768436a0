using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Instructure.GradeEvents.Serialization;

/// <summary>Members of an object as they came, in their order, compared by value whatever the order.</summary>
internal sealed class JsonMembers : IReadOnlyDictionary<string, JsonElement>, IEquatable<JsonMembers>
{
    internal static readonly JsonMembers Empty = new();

    private readonly Dictionary<string, JsonElement> _members = new(StringComparer.Ordinal);

    /// <summary>Whether the members were read, and so can be written without a second look.</summary>
    private bool _areRead;

    public int Count => _members.Count;

    public IEnumerable<string> Keys => _members.Keys;

    public IEnumerable<JsonElement> Values => _members.Values;

    public JsonElement this[string key] => _members[key];

    public bool ContainsKey(string key) => _members.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out JsonElement value) => _members.TryGetValue(key, out value);

    public IEnumerator<KeyValuePair<string, JsonElement>> GetEnumerator() => _members.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Equals(JsonMembers? other)
    {
        if (other is null || other.Count != Count)
        {
            return false;
        }

        foreach (var member in _members)
        {
            if (!other._members.TryGetValue(member.Key, out var value) || !JsonValue.Equals(member.Value, value))
            {
                return false;
            }
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as JsonMembers);

    public override int GetHashCode()
    {
        var hash = Count;
        foreach (var member in _members)
        {
            hash += JsonValue.GetMemberHashCode(member.Key, member.Value); // a sum: the order doesn't count
        }

        return hash;
    }

    public override string ToString() => "{ " + string.Join(", ", _members.Select(member => $"{member.Key}: {member.Value.GetRawText()}")) + " }";

    /// <summary>A copy of what a user gave, which nobody can change or dispose of.</summary>
    internal static JsonMembers From(IEnumerable<KeyValuePair<string, JsonElement>> members, string parameterName)
    {
        if (members is JsonMembers same)
        {
            return same;
        }

        var copy = new JsonMembers();
        foreach (var member in members)
        {
            copy._members.Add(member.Key, JsonValue.Clone(member.Value, parameterName));
        }

        return copy.Count == 0 ? Empty : copy;
    }

    internal JsonMembers? Without(string name)
    {
        var rest = From(_members.Where(member => member.Key != name), nameof(name));
        return rest.Count == 0 ? null : rest;
    }

    /// <summary>Reads the member at whose name the reader stands.</summary>
    internal static void Read(ref EventReader json, ref JsonMembers? members)
    {
        members ??= new() { _areRead = true };
        var name = json.GetText();
        if (members._members.ContainsKey(name))
        {
            throw json.Duplicate();
        }

        json.Read();
        members._members.Add(name, json.ReadElement());
    }

    internal void WriteTo(Utf8JsonWriter writer)
    {
        foreach (var member in _members)
        {
            if (_areRead)
            {
                writer.WritePropertyName(member.Key);
                member.Value.WriteTo(writer);
            }
            else
            {
                writer.WritePropertyName(Codecs.Checked(member.Key));
                JsonValue.Write(writer, member.Value);
            }
        }
    }
}
