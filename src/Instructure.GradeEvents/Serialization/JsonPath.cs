using System.Globalization;
using System.Text;
using System.Text.Json;
using Instructure.GradeEvents.Recognition;

namespace Instructure.GradeEvents.Serialization;

/// <summary>Finds the JSON path of a place in a document, in the notation of System.Text.Json: <c>$.data[0]['a.b']</c>.</summary>
internal static class JsonPath
{
    private const int NoIndex = int.MinValue;

    /// <summary>What System.Text.Json doesn't write after a dot.</summary>
    private static readonly char[] s_special = ". '/\"[]()\t\n\r\f\b\\\u0085\u2028\u2029".ToCharArray();

    /// <summary>
    /// Reads on from <paramref name="reader"/> to the token that begins at <paramref name="index"/>, or to where the text breaks off.
    /// </summary>
    internal static string Find(Utf8JsonReader reader, long index)
    {
        var steps = new List<Step>();
        try
        {
            while (reader.TokenType == JsonTokenType.None && reader.Read())
            {
            }

            do
            {
                switch (reader.TokenType)
                {
                    case JsonTokenType.PropertyName:
                        steps[steps.Count - 1] = new(RootReading.TextOf(reader) ?? "\uFFFD", 0);
                        break;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray:
                        steps.RemoveAt(steps.Count - 1);
                        break;
                    default:
                        // One more element, when this is one of an array.
                        if (steps.Count > 0 && steps[steps.Count - 1] is { IsElement: true } step)
                        {
                            steps[steps.Count - 1] = step with { Index = step.Index + 1 };
                        }

                        break;
                }

                if (reader.TokenStartIndex >= index)
                {
                    break;
                }

                if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                {
                    steps.Add(new(Name: null, Index: reader.TokenType == JsonTokenType.StartArray ? -1 : NoIndex));
                }
            }
            while (reader.Read());
        }
        catch (JsonException)
        {
            // The text breaks off here: the path so far is the answer.
        }

        var path = "$";
        foreach (var step in steps)
        {
            if (step.Name is not null)
            {
                path = Append(path, step.Name);
            }
            else if (step.Index >= 0)
            {
                path += "[" + step.Index.ToString(CultureInfo.InvariantCulture) + "]";
            }
        }

        return path;
    }

    internal static string Append(string path, string name)
    {
        var plain = name.Length > 0 && name.IndexOfAny(s_special) < 0;
        return plain
            ? path + "." + name
            : new StringBuilder(path).Append("['").Append(name.Replace("'", "\\'")).Append("']").ToString();
    }

    private readonly record struct Step(string? Name, int Index)
    {
        internal bool IsElement => Name is null && Index != NoIndex;
    }
}
