using System.Globalization;
using NJsonSchema;

namespace Instructure.GradeEvents.SchemaCompiler;

/// <summary>What a schema expects, as the validator's messages say it: in the words of the schema, its titles and examples.</summary>
internal sealed class Wording(Definitions definitions)
{
    /// <summary>"A time in UTC" as it stands inside of a sentence. Names of types stay as they are.</summary>
    internal static string InSentence(string title)
        => title.Length > 1 && (title[1] == ' ' || char.IsLower(title[1])) && title.Contains(' ', StringComparison.Ordinal) ? char.ToLowerInvariant(title[0]) + title[1..] : title;

    internal string Expected(JsonSchema schema)
    {
        var (values, types, hasIri, place) = (new List<string>(), new List<string>(), false, (string?)null);
        Collect(schema.ActualSchema);
        if (types.Count > 0)
        {
            values.Add(place is null ? "an object of type " + Any(types) : place + " as an object");
        }

        if (hasIri)
        {
            values.Add(types.Count > 0 ? "its IRI" : Titled(definitions["iri"]));
        }

        return Any(values);

        void Collect(JsonSchema part)
        {
            var name = definitions.NameOf(part);
            if (Definitions.TypeOf(part) is { } type)
            {
                types.Add(Quoted(type));
            }
            else if (Definitions.IsOther(part))
            {
                // Any type will do.
            }
            else if (name == "iri")
            {
                hasIri = true;
            }
            else if (name is not null && !(part.AnyOf.Count > 0 && HasTypes(part)))
            {
                values.Add(Titled(part));
            }
            else if (part.AnyOf.Count > 0)
            {
                place ??= name is not null && Definitions.AlternativesOf(part).Any(Definitions.IsOther) ? InSentence(part.Title!) : null;
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
                values.AddRange(part.Enumeration.Select(static value => Quoted((string)value!)));
            }
            else if (part.Type != JsonObjectType.Null)
            {
                values.Add(Plain(part.Type));
            }
        }
    }

    /// <summary>Which Caliper types are expected, for a sentence about the type.</summary>
    internal string ExpectedType(JsonSchema schema)
    {
        const int Most = 8;
        var alternatives = Definitions.AlternativesOf(schema);
        var types = alternatives.Select(Definitions.TypeOf).OfType<string>().ToList();
        return types.Count > Most && definitions.PlaceOf(schema) is { } place ? "that of " + InSentence(place.Title!)
            : Any([.. types.Select(Quoted), .. alternatives.Where(Definitions.IsOther).Select(static other => "that of " + InSentence(other.Title!))]);
    }

    private static bool HasTypes(JsonSchema schema) => Definitions.AlternativesOf(schema).Any(static alternative => Definitions.TypeOf(alternative) is not null);

    private static string Titled(JsonSchema definition)
    {
        var title = InSentence(definition.Title!);
        if (definition.Enumeration.FirstOrDefault() is string only)
        {
            return $"{title} ({Quoted(only)})";
        }

        var examples = definition.ExtensionData?.TryGetValue("examples", out var list) == true ? list as IEnumerable<object> : null;
        return examples?.FirstOrDefault() switch
        {
            string example => $"{title}, such as {Quoted(example)}",
            DateTime example => $"{title}, such as {Quoted(example.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture))}", // NJsonSchema makes dates of texts
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

    private static string Quoted(string text) => $"\"{text}\"";

    private static string Any(List<string> values)
        => values.Count < 2 ? string.Concat(values) : string.Join(", ", values.Take(values.Count - 1)) + " or " + values[^1];
}
