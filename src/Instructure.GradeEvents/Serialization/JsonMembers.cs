using System.Collections.ObjectModel;
using System.Text.Json;

namespace Instructure.GradeEvents.Serialization;

/// <summary>Members of an object as they came, in their order, compared by value whatever the order.</summary>
internal sealed class JsonMembers : ReadOnlyDictionary<string, JsonElement>, IEquatable<JsonMembers>
{
    internal static readonly JsonMembers None = new(areRead: true);

    /// <summary>Whether the members were read, and so can be written without a second look.</summary>
    private readonly bool _areRead;

    private JsonMembers(bool areRead)
        : base(new Dictionary<string, JsonElement>(StringComparer.Ordinal))
        => _areRead = areRead;

    public bool Equals(JsonMembers? other)
        => other?.Count == Count && this.All(member => other.TryGetValue(member.Key, out var value) && JsonValue.Equals(member.Value, value));

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

        var copy = new JsonMembers(areRead: false);
        foreach (var member in members)
        {
            copy.Dictionary.Add(member.Key, JsonValue.Clone(member.Value, parameterName));
        }

        return copy.Count == 0 ? None : copy;
    }

    internal JsonMembers? Without(string name)
    {
        var rest = From(this.Where(member => member.Key != name), nameof(name));
        return rest.Count == 0 ? null : rest;
    }

    /// <summary>Reads the member at whose name the reader stands.</summary>
    internal static void Read(ref EventReader json, ref JsonMembers? members)
    {
        members ??= new(areRead: true);
        var name = json.GetText();
        if (members.ContainsKey(name))
        {
            throw json.Duplicate();
        }

        json.Read();
        members.Dictionary.Add(name, json.ReadElement());
    }

    internal void WriteTo(Utf8JsonWriter writer)
    {
        foreach (var member in this)
        {
            if (!_areRead)
            {
                Codecs.Checked(member.Key);
                JsonValue.Check(member.Value);
            }

            writer.WritePropertyName(member.Key);
            member.Value.WriteTo(writer);
        }
    }
}
