using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Instructure.GradeEvents.SchemaCompiler;

/// <summary>Writes the page of the documentation that lists the members of each record.</summary>
/// <remarks>A definition is called as the record is. One that extends another lists what it adds.</remarks>
internal sealed class MembersPage
{
    private const string Path = "docs/members.md";
    private const string SourceMark = " Source: ";
    private const string Base = "Entity";

    private readonly SourceLibrary _library;
    private readonly StringBuilder _text = new();

    /// <summary>The objects that have a record of their own.</summary>
    private readonly List<SourceFile> _records;

    private MembersPage(SourceLibrary library, JsonObject bundle)
    {
        _library = library;
        _records =
        [
            library.Definition(Base),
            .. bundle["definitions"]!.AsObject().Select(definition => library.Definition(definition.Key)).Where(IsRecord),
        ];
    }

    /// <param name="library">The source.</param>
    /// <param name="bundle">The text of the bundle that has all definitions.</param>
    internal static GeneratedFile Write(SourceLibrary library, string bundle) => new(Path, new MembersPage(library, JsonNode.Parse(bundle)!.AsObject()).Write());

    private string Write()
    {
        _text.Append("""
            # The events and their members

            <!-- Made by Instructure.GradeEvents.SchemaCompiler from schemas/source: a change made here is lost. -->

            A member in **bold** is always there. Any other can be missing or null, and its property is nullable. The property has the name of the member in the
            way of .NET: `grader_id` is `GraderId`, and `@context` is `Context`.

            ## Canvas's own format

            An event has `metadata` (`attributes` in the Kinesis stream of a self-hosted Canvas) and a `body`.

            """);
        Add("canvas");
        _text.Append("""

            ## Caliper

            Canvas sends one `GradeEvent` in a `CaliperEnvelope`. Where an entity has a subtype, that can stand in its place, and so can the bare IRI of any entity.

            """);
        Add("caliper");
        _text.Append("""

            ## What Canvas adds to Caliper

            It stands in `extensions`, under `com.instructure.canvas`. The property is called `CanvasExtension`.

            """);
        Add("extensions");
        return _text.ToString();
    }

    private void Add(string folder)
    {
        foreach (var record in _records.Where(record => FolderOf(record) == folder).OrderBy(static record => record.Name is not ("CaliperEnvelope" or "GradeEvent")))
        {
            Add(record);
        }
    }

    private void Add(SourceFile record)
    {
        var (meaning, source) = Parts(record.Schema);
        var inherited = BaseOf(record);
        var known = inherited is null ? [] : MembersOf(inherited).Select(static member => member.Key).ToHashSet(StringComparer.Ordinal);
        var schema = Inheritance.Flatten(_library, record);
        var required = schema[Keywords.Required]?.AsArray().Select(static name => (string)name!).ToHashSet(StringComparer.Ordinal) ?? [];
        var own = MembersOf(record).Where(member => !known.Contains(member.Key)).ToList();
        _text.Append(CultureInfo.InvariantCulture, $"\n### {record.Name}\n\n{meaning}");
        _text.Append(inherited is null ? string.Empty : $" It has the members of [{inherited.Name}](#{inherited.Name.ToLowerInvariant()}){(own.Count == 0 ? string.Empty : ", and:")}");
        _text.Append(inherited is not null && own.Count == 0 ? ".\n" : "\n");
        if (own.Count > 0)
        {
            _text.Append("\n| Member | Meaning |\n| --- | --- |\n");
            foreach (var (name, member) in own)
            {
                var shown = $"`{name}`";
                _text.Append(CultureInfo.InvariantCulture, $"| {(required.Contains(name) ? $"**{shown}**" : shown)} | {Parts(member!.AsObject()).Meaning} |\n");
            }
        }

        _text.Append(CultureInfo.InvariantCulture, $"\nSource: {source}\n");
    }

    private JsonObject MembersOf(SourceFile record) => Inheritance.Flatten(_library, record)[Keywords.Properties]!.AsObject();

    /// <summary>The nearest record that the definition extends; null when there is none.</summary>
    private SourceFile? BaseOf(SourceFile record)
        => record.Schema[Keywords.Extends] is { } extends && _library.Find(record, (string)extends!) is { } file ? _records.Contains(file) ? file : BaseOf(file) : null;

    /// <summary>Whether it is the definition of a record. An event of Canvas's own format is nothing but its metadata and its body, and what isn't modelled has no record.</summary>
    private static bool IsRecord(SourceFile file)
        => file.Schema.ContainsKey(Keywords.Title) && FolderOf(file) is "canvas" or "caliper" or "extensions"
            && !(FolderOf(file) == "canvas" && file.Name.EndsWith("Event", StringComparison.Ordinal))
            && !file.Name.StartsWith("Other", StringComparison.Ordinal);

    private static string FolderOf(SourceFile file) => file.Path.Split('/')[^2];

    private static (string Meaning, string Source) Parts(JsonObject schema)
    {
        var description = (string)schema[Keywords.Description]!;
        var end = description.IndexOf(SourceMark, StringComparison.Ordinal);
        return end < 0 ? (description, string.Empty) : (description[..end], description[(end + SourceMark.Length)..]);
    }
}
