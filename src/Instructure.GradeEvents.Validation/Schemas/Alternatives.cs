using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace Instructure.GradeEvents.Validation.Schemas;

/// <summary>The alternatives of a schema with <c>anyOf</c>, those of its alternatives included, and which of them a token is meant to be.</summary>
internal sealed class Alternatives
{
    /// <summary>None of them has alternatives itself.</summary>
    private readonly List<JsonSchema> _all = [];
    private readonly Dictionary<string, JsonSchema> _byTerm = new(StringComparer.Ordinal);

    /// <param name="schema">The schema.</param>
    /// <param name="isDefinition">Whether the schema has a name of its own, and is no member that can be one or the other.</param>
    internal Alternatives(JsonSchema schema, bool isDefinition)
    {
        Place = isDefinition ? schema.Title : null;
        Add(schema);
        foreach (var alternative in _all)
        {
            if (TermOf(alternative) is { } term)
            {
                _byTerm[term] = alternative;
            }
            else if (IsOther(alternative))
            {
                Other = alternative;
            }
        }
    }

    /// <summary>The Caliper types that are allowed, and modelled.</summary>
    internal IReadOnlyCollection<string> Terms => _byTerm.Keys;

    /// <summary>The title of the definition that has all alternatives; null when each stands by itself.</summary>
    internal string? Place { get; private set; }

    /// <summary>The alternative for types that are not modelled, if those are allowed.</summary>
    internal JsonSchema? Other { get; }

    /// <summary>The Caliper type that the schema is for.</summary>
    internal static string? TermOf(JsonSchema schema)
        => schema.Properties.TryGetValue("type", out var type) && type.Enumeration.Count == 1 ? type.Enumeration.First() as string : null;

    /// <summary>Whether the schema is for Caliper types that are not modelled.</summary>
    internal static bool IsOther(JsonSchema schema) => schema.Properties.TryGetValue("type", out var type) && type.Not is not null;

    internal bool TryGetTerm(string term, out JsonSchema? schema) => _byTerm.TryGetValue(term, out schema);

    /// <summary>
    /// The one that allows the type of the token; of several arrays that of the right length, of several objects the one that declares
    /// most of its members.
    /// </summary>
    /// <param name="token">The token.</param>
    /// <param name="other">Something else that it may be.</param>
    internal JsonSchema? For(JToken token, JsonSchema? other = null)
    {
        var candidates = _all.Where(schema => JsonTypes.Allows(schema.Type, token)).Concat(other is null ? [] : [other]);
        return token switch
        {
            JObject @object => Closest(candidates, @object) ?? Other ?? candidates.FirstOrDefault(),
            JArray array => candidates.FirstOrDefault(schema => schema.MaxItems is 0 || schema.MaxItems >= array.Count) ?? candidates.LastOrDefault(),
            _ => candidates.FirstOrDefault(),
        };
    }

    /// <summary>The one that declares most members of the object; null when none declares any.</summary>
    private static JsonSchema? Closest(IEnumerable<JsonSchema> candidates, JObject @object)
    {
        var (closest, most) = ((JsonSchema?)null, 0);
        foreach (var candidate in candidates)
        {
            var count = candidate.Properties.Count(property => @object.ContainsKey(property.Key) && property.Value.Not is null);
            if (count > most)
            {
                (closest, most) = (candidate, count);
            }
        }

        return closest;
    }

    private void Add(JsonSchema schema)
    {
        if (schema.AnyOf.Count > 0)
        {
            foreach (var alternative in schema.AnyOf)
            {
                Place ??= alternative.ActualSchema.AnyOf.Count > 0 ? alternative.ActualSchema.Title : null;
                Add(alternative.ActualSchema);
            }
        }
        else if (schema.AllOf.Count > 0)
        {
            // The rest of it says more about the first: what an entity that stands beside events has not.
            Add(schema.AllOf.First().ActualSchema);
        }
        else
        {
            _all.Add(schema);
        }
    }
}
