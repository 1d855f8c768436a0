using System.Globalization;
using System.Text;
using NJsonSchema;

namespace Instructure.GradeEvents.SchemaCompiler;

/// <summary>Writes the definitions of the schemas as C#: the tables that the validator judges by.</summary>
internal sealed class TableWriter
{
    private const string Folder = "src/Instructure.GradeEvents.Validation/Schemas/";

    private readonly Definitions _definitions;
    private readonly Wording _wording;

    private TableWriter(Definitions definitions)
    {
        _definitions = definitions;
        _wording = new(definitions);
    }

    /// <param name="bundle">The text of the bundle that has all definitions.</param>
    internal static IReadOnlyList<GeneratedFile> Write(string bundle)
    {
        var writer = new TableWriter(Definitions.Read(bundle));
        return [writer.Shapes(), writer.Values(), writer.Patterns()];
    }

    private GeneratedFile Shapes()
    {
        var text = new StringBuilder();
        var typed = new List<string>();
        foreach (var (name, schema) in _definitions.All.Where(static definition => IsObject(definition.Value)))
        {
            text.Append(CultureInfo.InvariantCulture, $"    /// <summary>{Xml(schema.Title!)}.</summary>\n");
            text.Append(CultureInfo.InvariantCulture, $"    internal static Shape {Name(name)} => field ??= new(static () =>\n    [\n{Members(schema, "        ")}    ]){Traits(name, schema)};\n\n");
            if (Definitions.TypeOf(schema) is not null)
            {
                typed.Add(name);
            }
        }

        text.Append("    /// <summary>Those that have a Caliper type.</summary>\n");
        text.Append(CultureInfo.InvariantCulture, $"    internal static Shape[] Typed => field ??=\n    [\n{string.Concat(typed.Select(static name => $"        {name},\n"))}    ];\n");
        return File("Shapes", "The objects that the schemas define.", "using static Instructure.GradeEvents.Validation.Schemas.Member;\n", "static class", text);
    }

    private GeneratedFile Values()
    {
        var text = new StringBuilder();
        foreach (var (name, schema) in _definitions.All.Where(static definition => !IsObject(definition.Value)))
        {
            text.Append(CultureInfo.InvariantCulture, $"    /// <summary>{Xml(schema.Title!)}.</summary>\n");
            text.Append(CultureInfo.InvariantCulture, $"    internal static ValueRule {Name(name)} => field ??= {Union(schema, "    ")};\n\n");
        }

        text.Length--;
        return File("Values", "The values that the schemas define.", string.Empty, "static class", text);
    }

    private GeneratedFile Patterns()
    {
        var patterns = _definitions.All.Where(static definition => definition.Value.Pattern is not null).ToList();
        var text = new StringBuilder("""
                /// <summary>The regular expression of a definition.</summary>
                internal static Regex Of(string definition) => definition switch
                {

            """);
        foreach (var (name, _) in patterns)
        {
            text.Append(CultureInfo.InvariantCulture, $"        {Literal(name)} => {Name(name)}(),\n");
        }

        text.Append("""
                    _ => throw new ArgumentOutOfRangeException(nameof(definition), definition, message: null),
                };


            """);
        foreach (var (name, schema) in patterns)
        {
            var method = Name(name);
            text.Append(CultureInfo.InvariantCulture, $$"""
                    private const string {{method}}Text = {{Verbatim(schema.Pattern!)}};

                #if NET
                    /// <summary>{{Xml(schema.Title!)}}.</summary>
                    [GeneratedRegex({{method}}Text, RegexOptions.CultureInvariant)]
                    private static partial Regex {{method}}();
                #else
                    private static Regex {{method}}() => new({{method}}Text, RegexOptions.CultureInvariant);
                #endif


                """);
        }

        text.Length--;
        return File("Patterns", "The regular expressions of the schemas.", "using System.Text.RegularExpressions;\n", "static partial class", text);
    }

    private static GeneratedFile File(string name, string summary, string usings, string kind, StringBuilder members) => new(Folder + name + ".cs", $$"""
        // Made by Instructure.GradeEvents.SchemaCompiler from schemas/source: a change made here is lost.
        {{usings}}{{(usings.Length > 0 ? "\n" : string.Empty)}}namespace Instructure.GradeEvents.Validation.Schemas;

        /// <summary>{{summary}}</summary>
        internal {{kind}} {{name}}
        {
        {{members}}}

        """);

    private static bool IsObject(JsonSchema schema) => schema.Type == JsonObjectType.Object;

    private string Members(JsonSchema schema, string indent)
    {
        var text = new StringBuilder();
        foreach (var (name, property) in schema.Properties)
        {
            // A member that can't be there is in the schema for other validators; this one has chosen the schema by it.
            if (property.Not is null || property.Type != JsonObjectType.None)
            {
                text.Append(CultureInfo.InvariantCulture, $"{indent}{(property.IsRequired ? "Required" : "Optional")}({Literal(name)}, {Value(property, indent)}),\n");
            }
        }

        return text.ToString();
    }

    private string Traits(string name, JsonSchema schema)
    {
        var traits = new List<string>();
        if (Definitions.TypeOf(schema) is { } type)
        {
            traits.Add($"Type = {Literal(type)}");
        }

        if (Definitions.IsOther(schema))
        {
            traits.Add("IsOther = true");
        }
        else if (!schema.AllowAdditionalProperties)
        {
            traits.Add($"Closed = {Literal(_wording.Expected(schema))}");
        }
        else if (!name.EndsWith("Extension", StringComparison.Ordinal))
        {
            // Types that are not modelled, and what Canvas adds under "extensions", may have other members.
            traits.Add($"Record = {Literal(Wording.InSentence(schema.Title!))}");
        }

        if (name.EndsWith("Body", StringComparison.Ordinal))
        {
            traits.Add("IsBody = true");
        }

        return traits.Count == 0 ? string.Empty : $"\n    {{\n{string.Concat(traits.Select(static trait => $"        {trait},\n"))}    }}";
    }

    /// <summary>The rule of a member or an item: by the name of its definition, if it has one.</summary>
    private string Value(JsonSchema schema, string indent)
    {
        var alternatives = Definitions.AlternativesOf(schema);
        var orNull = alternatives.Any(static alternative => alternative.Type == JsonObjectType.Null) ? ".OrNull" : string.Empty;
        return NamedValue(schema) is { } named ? $"Values.{Name(named)}{orNull}"
            : PlainValue(alternatives) is { } plain ? $"ValueRule.{plain}{(alternatives[0].Type.HasFlag(JsonObjectType.Null) ? ".OrNull" : string.Empty)}"
            : Union(schema, indent);
    }

    /// <summary>The rule of a JSON type of which nothing else is said.</summary>
    private static string? PlainValue(IReadOnlyList<JsonSchema> alternatives)
        => alternatives.Count != 1 || alternatives[0] is { Enumeration.Count: > 0 } or { Properties.Count: > 0 } ? null
            : (alternatives[0].Type & ~JsonObjectType.Null) switch
            {
                JsonObjectType.String => "String",
                JsonObjectType.Boolean => "Boolean",
                JsonObjectType.Object => "AnyObject",
                _ => null,
            };

    /// <summary>The definition that a member refers to, and nothing else, but that it can be null.</summary>
    private string? NamedValue(JsonSchema schema)
    {
        var actual = schema.ActualSchema;
        if (_definitions.NameOf(actual) is { } name)
        {
            return IsObject(actual) ? null : name;
        }

        JsonSchema[] parts = actual.AnyOf.Count > 0 ? [.. actual.AnyOf.Where(static alternative => alternative.ActualSchema.Type != JsonObjectType.Null)]
            : actual.AllOf.Count > 0 ? [actual.AllOf.First()]
            : [];
        return parts.Length == 1 ? NamedValue(parts[0]) : null;
    }

    /// <summary>The rule of a schema, written out.</summary>
    private string Union(JsonSchema schema, string indent)
    {
        var alternatives = Definitions.AlternativesOf(schema);
        var inner = indent + "    ";
        var parts = new List<string>();
        if (alternatives.FirstOrDefault(static part => part.Type.HasFlag(JsonObjectType.String)) is { } text)
        {
            parts.Add($"Text = {(_definitions.NameOf(text) is { } name && text != schema.ActualSchema ? $"Values.{Name(name)}.Text" : Text(text))}");
        }

        if (alternatives.FirstOrDefault(static part => (part.Type & (JsonObjectType.Number | JsonObjectType.Integer)) != JsonObjectType.None) is { } number)
        {
            parts.Add($"Number = {Number(number)}");
        }

        var objects = alternatives.Where(static part => part.Type.HasFlag(JsonObjectType.Object)).ToList();
        if (objects.Count > 0)
        {
            parts.Add($"Object = {Object(schema, objects, inner)}");
        }

        var lists = alternatives.Where(static part => part.Type.HasFlag(JsonObjectType.Array)).ToList();
        if (lists.Count > 0)
        {
            parts.Add($"List = {Lists(lists, inner)}");
        }

        if (alternatives.Any(static part => part.Type.HasFlag(JsonObjectType.Boolean)))
        {
            parts.Add("IsBoolean = true");
        }

        if (alternatives.Any(static part => part.Type.HasFlag(JsonObjectType.Null)))
        {
            parts.Add("IsNullable = true");
        }

        var expected = Literal(_wording.Expected(schema));
        if (parts.Count == 1 && alternatives.Count == 1 && parts[0].StartsWith("Text = ", StringComparison.Ordinal))
        {
            return $"ValueRule.Of({parts[0]["Text = ".Length..].Replace("new(", "new TextRule(", StringComparison.Ordinal)})";
        }

        if (objects.Count == 1 && alternatives.All(part => part == objects[0] || part.Type == JsonObjectType.Null) && _definitions.NameOf(objects[0]) is { } only && Definitions.TypeOf(objects[0]) is null)
        {
            return $"ValueRule.Of({expected}, Shapes.{Name(only)}){(alternatives.Count > 1 ? ".OrNull" : string.Empty)}";
        }

        return string.Join(", ", parts) is { Length: < 100 } short_ && !short_.Contains('\n', StringComparison.Ordinal)
            ? $"new({expected}) {{ {short_} }}"
            : $"new({expected})\n{indent}{{\n{string.Concat(parts.Select(part => $"{inner}{part},\n"))}{indent}}}";
    }

    private string Text(JsonSchema schema)
    {
        var name = _definitions.NameOf(schema);
        var expected = Literal(_wording.Expected(schema));
        return schema.Pattern is not null ? $"new({expected}) {{ Pattern = new TextPattern({Literal(name!)}) }}"
            : schema.Enumeration.Count > 0 ? $"TextRule.AnyOf({expected}, {string.Join(", ", schema.Enumeration.Select(static value => Literal((string)value!)))})"
            : name is not null ? $"new({expected}) {{ Vocabulary = Vocabulary.{Name(name)} }}"
            : $"new({expected})";
    }

    private static string Number(JsonSchema schema)
    {
        var isInteger = schema.Type.HasFlag(JsonObjectType.Integer);
        return string.Create(CultureInfo.InvariantCulture, $"new() {{ {(isInteger ? "IsInteger = true, " : string.Empty)}Minimum = {schema.Minimum}m, Maximum = {schema.Maximum}m }}");
    }

    private string Object(JsonSchema schema, List<JsonSchema> objects, string indent)
    {
        if (objects.Exists(static shape => Definitions.TypeOf(shape) is not null))
        {
            var shapes = objects.Select(shape => $"Shapes.{Name(_definitions.NameOf(shape)!)}").ToList();
            var expected = Literal(_wording.ExpectedType(schema));
            return shapes.Count < 4 ? $"new({expected}, {string.Join(", ", shapes)})"
                : $"new(\n{indent}    {expected},\n{string.Join(",\n", shapes.Select(shape => $"{indent}    {shape}"))})";
        }

        var only = objects.Single();
        return _definitions.NameOf(only) is { } name ? $"ObjectRule.Of(Shapes.{Name(name)})"
            : only.Properties.Count == 0 ? "ObjectRule.Of(Shape.Anything)"
            : $"ObjectRule.Of(new(static () => [\n{Members(only, indent + "    ")}{indent}]))";
    }

    private string Lists(List<JsonSchema> lists, string indent)
        => lists.Count == 1 ? List(lists[0], indent)
            : $"new()\n{indent}{{\n{indent}    ByLength =\n{indent}    [\n{string.Concat(lists.Select(list => $"{indent}        {List(list, indent + "        ")},\n"))}{indent}    ],\n{indent}}}";

    private string List(JsonSchema list, string indent)
    {
        var parts = new List<string>
        {
            list.Item is not null ? $"Items = {Value(list.Item, indent)}" : $"Places = [{string.Join(", ", list.Items.Select(item => Value(item, indent)))}]",
        };
        if (list.MinItems > 0)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"MinItems = {list.MinItems}"));
        }

        if (list.MaxItems > 0)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"MaxItems = {list.MaxItems}"));
        }

        return $"new() {{ {string.Join(", ", parts)} }}";
    }

    private static string Name(string definition) => char.ToUpperInvariant(definition[0]) + definition[1..];

    private static string Literal(string text) => "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";

    private static string Verbatim(string text) => "@\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    private static string Xml(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
