using System.Globalization;
using Instructure.GradeEvents.Validation.Documents;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace Instructure.GradeEvents.Validation.Schemas;

/// <summary>What a schema expects, in words that are its own: titles and examples.</summary>
internal static class Wording
{
    /// <summary>What the sentence is about: the member, the item of an array, the document.</summary>
    internal static string Subject(JToken token) => token.Parent switch
    {
        JProperty property => Quote.Of(property.Name),
        JArray array => FormattableString.Invariant($"Item {((ILocated)token).Index} of {(array.Parent is JProperty list ? Quote.Of(list.Name) : "the array")}"),
        _ => "The document",
    };

    internal static string Expected(JsonSchema schema)
    {
        var (values, terms, hasIri, place) = (new List<string>(), new List<string>(), false, (string?)null);
        Collect(schema.ActualSchema);
        if (terms.Count > 0)
        {
            values.Add(place is null ? "an object of type " + Any(terms) : place + " as an object");
        }

        if (hasIri)
        {
            values.Add(terms.Count > 0 ? "its IRI" : Titled(SchemaLibrary.Instance["iri"]));
        }

        return Any(values);

        void Collect(JsonSchema part)
        {
            var name = SchemaLibrary.Instance.NameOf(part);
            if (Alternatives.TermOf(part) is { } term)
            {
                terms.Add(Quote.Of(term));
            }
            else if (Alternatives.IsOther(part))
            {
                // Any type will do.
            }
            else if (name == "iri")
            {
                hasIri = true;
            }
            else if (name is not null && (part.AnyOf.Count == 0 || SchemaLibrary.Instance.AlternativesOf(part).Terms.Count == 0))
            {
                values.Add(Titled(part));
            }
            else if (part.AnyOf.Count > 0)
            {
                place ??= name is not null && SchemaLibrary.Instance.AlternativesOf(part).Other is not null ? InSentence(part.Title) : null;
                foreach (var alternative in part.AnyOf)
                {
                    Collect(alternative.ActualSchema);
                }
            }
            else if (part.AllOf.Count > 0)
            {
                Collect(part.AllOf.First().ActualSchema);
            }
            else if (part.Enumeration.Count > 0)
            {
                values.AddRange(part.Enumeration.Select(static value => Quote.Of((string)value)));
            }
            else if (part.Type != JsonObjectType.Null)
            {
                values.Add(Plain(part.Type));
            }
        }
    }

    /// <summary>Which types are expected, for a sentence about the type.</summary>
    internal static string ExpectedType(Alternatives alternatives)
    {
        const int Most = 8;
        return alternatives.Terms.Count > Most && alternatives.Place is { } place ? "that of " + InSentence(place)
            : Any([.. alternatives.Terms.Select(Quote.Of), .. alternatives.Other is { } other ? ["that of " + InSentence(other.Title)] : Array.Empty<string>()]);
    }

    /// <summary>"A time in UTC" as it stands inside of a sentence. Names of types stay as they are.</summary>
    internal static string InSentence(string title)
        => title.Length > 1 && (title[1] == ' ' || char.IsLower(title[1])) && title.IndexOf(' ') > 0 ? char.ToLowerInvariant(title[0]) + title.Substring(1) : title;

    private static string Titled(JsonSchema definition)
    {
        var title = InSentence(definition.Title);
        if (definition.Enumeration.FirstOrDefault() is string only)
        {
            return $"{title} ({Quote.Of(only)})";
        }

        var examples = definition.ExtensionData?.TryGetValue("examples", out var list) == true ? list as IEnumerable<object> : null;
        return examples?.FirstOrDefault() switch
        {
            string example => $"{title}, such as {Quote.Of(example)}",
            DateTime example => $"{title}, such as {Quote.Of(example.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture))}", // NJsonSchema makes dates of texts
            _ => title, // a number says nothing
        };
    }

    private static string Plain(JsonObjectType types) => (types & ~JsonObjectType.Null) switch
    {
        JsonObjectType.String => "a string",
        JsonObjectType.Boolean => "true or false",
        JsonObjectType.Array => "an array",
        _ => "an object",
    };

    private static string Any(List<string> values)
        => values.Count < 2 ? string.Concat(values) : string.Join(", ", values.Take(values.Count - 1)) + " or " + values[values.Count - 1];
}
