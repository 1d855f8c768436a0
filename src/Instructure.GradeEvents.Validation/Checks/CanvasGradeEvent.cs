using Instructure.GradeEvents.Validation.Schemas;
using Newtonsoft.Json.Linq;

namespace Instructure.GradeEvents.Validation.Checks;

/// <summary>One of the grade events of the Canvas format.</summary>
internal sealed class CanvasGradeEvent
{
    private static readonly CanvasGradeEvent[] s_all =
    [
        new(PayloadKind.GradeChange, "grade_change", "GradeChange"),
        new(PayloadKind.CourseGradeChange, "course_grade_change", "CourseGradeChange"),
        new(PayloadKind.GradeOverride, "grade_override", "GradeOverride"),
    ];

    private readonly string _definition;

    private CanvasGradeEvent(PayloadKind kind, string name, string definition) => (Kind, Name, _definition) = (kind, name, definition);

    internal static IEnumerable<string> Names => s_all.Select(static known => known.Name);

    internal static string Expected => string.Join(", ", s_all.Take(s_all.Length - 1).Select(static known => $"\"{known.Name}\"")) + $" or \"{s_all[s_all.Length - 1].Name}\"";

    internal PayloadKind Kind { get; }

    /// <summary>Its event_name.</summary>
    internal string Name { get; }

    private ICollection<string> BodyMembers => SchemaLibrary.Instance[_definition + "Body"].Properties.Keys;

    /// <summary>The members of its body that no other event has.</summary>
    private string[] OwnMembers => field ??= [.. BodyMembers.Where(name => !s_all.Any(other => other != this && other.BodyMembers.Contains(name)))];

    /// <summary>The metadata, by either name; null when they are missing.</summary>
    internal static JToken? MetadataOf(JObject document) => document["metadata"] ?? document["attributes"];

    internal static CanvasGradeEvent? Find(string name) => Array.Find(s_all, known => known.Name == name);

    /// <summary>The event that a body has most members of that no other event has; null when it has none of any.</summary>
    internal static CanvasGradeEvent? Resembling(JToken? body)
    {
        var (closest, most) = ((CanvasGradeEvent?)null, 0);
        foreach (var known in s_all)
        {
            var count = known.CountOwnMembers(body);
            if (count > most)
            {
                (closest, most) = (known, count);
            }
        }

        return closest;
    }

    /// <summary>How many members a body has that only this event has.</summary>
    internal int CountOwnMembers(JToken? body) => body is JObject members ? OwnMembers.Count(members.ContainsKey) : 0;

    /// <summary>The definition of the event, as the document is laid out.</summary>
    internal NJsonSchema.JsonSchema DefinitionFor(JObject document)
        => SchemaLibrary.Instance[_definition + (document.ContainsKey("attributes") && !document.ContainsKey("metadata") ? "StreamEvent" : "Event")];
}
