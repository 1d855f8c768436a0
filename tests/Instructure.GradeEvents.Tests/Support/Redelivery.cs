using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Instructure.GradeEvents.Tests.Support;

/// <summary>Writes a JSON document another way: other order, white space, escapes and forms of numbers, with the same meaning.</summary>
internal static class Redelivery
{
    public static string Of(JsonElement json, Random random)
    {
        var text = new StringBuilder();
        Write(text, json, random, isId: false);
        return text.ToString();
    }

    private static void Write(StringBuilder text, JsonElement json, Random random, bool isId)
    {
        Blank(text, random);
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                var members = json.EnumerateObject().OrderBy(_ => random.Next()).ToList();
                text.Append('{');
                for (var i = 0; i < members.Count; i++)
                {
                    text.Append(i == 0 ? null : ",");
                    Blank(text, random);
                    Quote(text, members[i].Name, random);
                    Blank(text, random);
                    text.Append(':');
                    Write(text, members[i].Value, random, members[i].Name.EndsWith("_id", StringComparison.Ordinal));
                }

                text.Append('}');
                break;
            case JsonValueKind.Array:
                text.Append('[');
                for (var i = 0; i < json.GetArrayLength(); i++)
                {
                    text.Append(i == 0 ? null : ",");
                    Write(text, json[i], random, isId: false);
                }

                text.Append(']');
                break;
            case JsonValueKind.String when isId && random.Next(2) == 0 && IsInteger(json.GetString()!):
                text.Append(json.GetString());
                break;
            case JsonValueKind.String:
                Quote(text, json.GetString()!, random);
                break;
            case JsonValueKind.Number when !isId && random.Next(2) == 0 && decimal.TryParse(json.GetRawText(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer):
                text.Append(CultureInfo.InvariantCulture, $"{integer}00E-2");
                break;
            case JsonValueKind.Number when !isId && random.Next(2) == 0 && !json.GetRawText().Contains('E', StringComparison.OrdinalIgnoreCase):
                text.Append(json.GetRawText()).Append(json.GetRawText().Contains('.', StringComparison.Ordinal) ? "0e+00" : ".00e0");
                break;
            default:
                text.Append(json.GetRawText());
                break;
        }

        Blank(text, random);
    }

    private static bool IsInteger(string text) => text.Length is > 0 and < 19 && text.All(char.IsAsciiDigit) && (text[0] != '0' || text.Length == 1);

    private static void Blank(StringBuilder text, Random random)
    {
        if (random.Next(4) == 0)
        {
            text.Append(" \n\t\r"[random.Next(4)]);
        }
    }

    private static void Quote(StringBuilder text, string value, Random random)
    {
        text.Append('"');
        foreach (var c in value)
        {
            if (c < ' ' || c is '"' or '\\' || (!char.IsSurrogate(c) && random.Next(8) == 0))
            {
                text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
            }
            else
            {
                text.Append(c);
            }
        }

        text.Append('"');
    }
}
