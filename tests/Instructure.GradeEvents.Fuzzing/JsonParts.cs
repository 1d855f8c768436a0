using System.Text.Json;

namespace Instructure.GradeEvents.Fuzzing;

/// <summary>Where the names, values and members of a document stand, as far as it is JSON.</summary>
internal sealed class JsonParts
{
    private static readonly JsonReaderOptions s_options = new() { MaxDepth = 1000, AllowMultipleValues = true };

    public JsonParts(byte[] document)
    {
        var json = new Utf8JsonReader(document.AsSpan().StartsWith("\uFEFF"u8) ? [] : document, s_options);
        var open = new Stack<(int Value, int Member)>();
        var member = -1;
        try
        {
            while (json.Read())
            {
                var (start, end) = ((int)json.TokenStartIndex, (int)json.BytesConsumed);
                switch (json.TokenType)
                {
                    case JsonTokenType.PropertyName:
                        member = start;
                        Names.Add(start..(start + json.ValueSpan.Length + 2));
                        break;
                    case JsonTokenType.StartObject or JsonTokenType.StartArray:
                        open.Push((start, member));
                        member = -1;
                        break;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray:
                        (start, member) = open.Pop();
                        Add(start, end);
                        break;
                    default:
                        Scalars.Add(start..end);
                        Add(start, end);
                        break;
                }
            }
        }
        catch (JsonException)
        {
            // What stands before the fault is known.
        }

        void Add(int start, int end)
        {
            Values.Add(start..end);
            Members.Add((member < 0 ? start : member)..end);
            member = -1;
        }
    }

    /// <summary>The names of members, with their quotes.</summary>
    public List<Range> Names { get; } = [];

    /// <summary>All values, also objects and arrays.</summary>
    public List<Range> Values { get; } = [];

    /// <summary>Texts, numbers, true, false and null.</summary>
    public List<Range> Scalars { get; } = [];

    /// <summary>The values with the names before them, if they have one.</summary>
    public List<Range> Members { get; } = [];
}
