using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Instructure.GradeEvents.Tests.Support;

/// <summary>JSON texts, right and wrong, and whether two say the same.</summary>
internal static class JsonText
{
    private static readonly JsonSerializerOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a document by hand, so that one member can be written in a way that no writer would.</summary>
    /// <param name="node">The document.</param>
    /// <param name="owner">The object that has the member.</param>
    /// <param name="name">The member.</param>
    /// <param name="member">Gets name and value as they would be written, and gives what to write.</param>
    public static string Write(JsonNode? node, JsonObject? owner = null, string? name = null, Func<string, string, string>? member = null)
    {
        var text = new StringBuilder();
        Append(node);
        return text.ToString();

        void Append(JsonNode? value)
        {
            switch (value)
            {
                case JsonObject members:
                    text.Append('{');
                    var first = true;
                    foreach (var (key, child) in members)
                    {
                        text.Append(first ? null : ",");
                        first = false;
                        if (ReferenceEquals(members, owner) && key == name)
                        {
                            var start = text.Length;
                            Append(child);
                            var written = text.ToString(start, text.Length - start);
                            text.Length = start;
                            text.Append(member!(Quote(key), written));
                        }
                        else
                        {
                            text.Append(Quote(key)).Append(':');
                            Append(child);
                        }
                    }

                    text.Append('}');
                    break;
                case JsonArray items:
                    text.Append('[');
                    for (var i = 0; i < items.Count; i++)
                    {
                        text.Append(i == 0 ? null : ",");
                        Append(items[i]);
                    }

                    text.Append(']');
                    break;
                default:
                    text.Append(value is null ? "null" : value.ToJsonString(s_plain));
                    break;
            }
        }
    }

    public static string Quote(string text) => JsonSerializer.Serialize(text, s_plain);

    /// <summary>The first difference by value, or null: numbers by amount, times by instant; numberStr may have become a number, and an integer id a string.</summary>
    public static string? Difference(string expected, string actual)
    {
        using var left = JsonDocument.Parse(expected);
        using var right = JsonDocument.Parse(actual);
        return Difference(left.RootElement, right.RootElement, "$");
    }

    private static string? Difference(JsonElement expected, JsonElement actual, string path)
    {
        switch (expected.ValueKind, actual.ValueKind)
        {
            case (JsonValueKind.Object, JsonValueKind.Object):
                foreach (var member in expected.EnumerateObject())
                {
                    if (!actual.TryGetProperty(member.Name, out var value))
                    {
                        return $"{path}.{member.Name} is missing";
                    }

                    if (Difference(member.Value, value, path + "." + member.Name) is { } difference)
                    {
                        return difference;
                    }
                }

                return actual.EnumerateObject().FirstOrDefault(member => !expected.TryGetProperty(member.Name, out _)) is { Value.ValueKind: not JsonValueKind.Undefined } added
                    ? $"{path}.{added.Name} was added"
                    : null;
            case (JsonValueKind.Array, JsonValueKind.Array) when expected.GetArrayLength() == actual.GetArrayLength():
                return expected.EnumerateArray().Zip(actual.EnumerateArray())
                    .Select((pair, i) => Difference(pair.First, pair.Second, $"{path}[{i}]"))
                    .FirstOrDefault(difference => difference is not null);
            case (JsonValueKind.String, JsonValueKind.String) when expected.GetString() == actual.GetString() || IsSameInstant(expected, actual):
            case (JsonValueKind.Number, JsonValueKind.Number) when JsonElement.DeepEquals(expected, actual):
            case (JsonValueKind.Number, JsonValueKind.String) when expected.GetRawText() == actual.GetString() && path.EndsWith("_id", StringComparison.Ordinal):
            case (JsonValueKind.Object, JsonValueKind.Number) when IsSameNumber(expected, actual):
            case (JsonValueKind.True, JsonValueKind.True) or (JsonValueKind.False, JsonValueKind.False) or (JsonValueKind.Null, JsonValueKind.Null):
                return null;
            default:
                return $"{path} was {expected.GetRawText()} and is {actual.GetRawText()}";
        }
    }

    private static bool IsSameInstant(JsonElement expected, JsonElement actual)
        => expected.TryGetDateTimeOffset(out var left) && actual.TryGetDateTimeOffset(out var right) && left == right && actual.GetString()![^1] == 'Z';

    private static bool IsSameNumber(JsonElement expected, JsonElement actual)
        => expected.EnumerateObject().Single() is { Name: "numberStr" } member
            && decimal.Parse(member.Value.GetString()!, NumberStyles.Float, CultureInfo.InvariantCulture) == actual.GetDecimal();
}
