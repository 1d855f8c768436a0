using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Instructure.GradeEvents.SchemaCompiler;

/// <summary>
/// Writes JSON for people. On one line stand: an object with one member that is no object and no list, as <c>{ "$ref": "…" }</c>, and
/// a list without objects and lists in it, when the line has room for it. Numbers stay as they are written in the source.
/// </summary>
internal static class JsonLayout
{
    private const int LongestLine = 140; // as .editorconfig has it
    private const int Step = 2;

    // Escapes only what JSON can't have in a text.
    private static readonly JsonSerializerOptions s_text = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text of a document, with a newline at its end.</summary>
    internal static string Write(JsonNode node)
    {
        var text = new StringBuilder();
        Write(text, node, indent: 0, column: 0);
        return text.Append('\n').ToString();
    }

    private static void Write(StringBuilder text, JsonNode? node, int indent, int column)
    {
        switch (node)
        {
            case JsonObject members when !(members.Count == 1 && IsScalar(members.First().Value)):
                WriteBlock(text, '{', '}', indent, [.. members.Select(static member => (Name(member.Key), member.Value))]);
                break;
            case JsonObject member:
                text.Append("{ ").Append(Name(member.First().Key)).Append(Scalar(member.First().Value)).Append(" }");
                break;
            case JsonArray list:
                var line = list.All(IsScalar) ? $"[{string.Join(", ", list.Select(Scalar))}]" : null;
                if (line is not null && column + line.Length + ",".Length <= LongestLine)
                {
                    text.Append(line);
                }
                else
                {
                    WriteBlock(text, '[', ']', indent, [.. list.Select(static element => (string.Empty, element))]);
                }

                break;
            default:
                text.Append(Scalar(node));
                break;
        }
    }

    private static void WriteBlock(StringBuilder text, char open, char close, int indent, (string Name, JsonNode? Value)[] parts)
    {
        text.Append(open);
        for (var i = 0; i < parts.Length; i++)
        {
            var (name, value) = parts[i];
            text.Append(i == 0 ? "\n" : ",\n").Append(' ', indent + Step).Append(name);
            Write(text, value, indent + Step, indent + Step + name.Length);
        }

        if (parts.Length > 0)
        {
            text.Append('\n').Append(' ', indent);
        }

        text.Append(close);
    }

    private static bool IsScalar(JsonNode? node) => node is null or JsonValue;

    private static string Name(string name) => Scalar(name) + ": ";

    private static string Scalar(JsonNode? node) => node?.ToJsonString(s_text) ?? "null";
}
