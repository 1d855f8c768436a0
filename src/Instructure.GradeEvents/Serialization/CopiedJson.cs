using System.Buffers;
using System.Text.Json;
using Instructure.GradeEvents.Recognition;

namespace Instructure.GradeEvents.Serialization;

/// <summary>JSON that was read, as a <see cref="JsonCopy"/> makes it. It is parsed when somebody asks for it, and written without.</summary>
internal sealed class CopiedJson(ReadOnlyMemory<byte> utf8) : IEquatable<CopiedJson>
{
    /// <summary>The element in a box, so that threads get all of it or none.</summary>
    private object? _element;

    /// <summary>The JSON as our users get it.</summary>
    internal JsonElement Element => (JsonElement)(_element ??= (object)Parse());

    private ReadOnlySpan<byte> Utf8 => utf8.Span;

    /// <summary>Whether the two are written the same. What is not can still mean the same.</summary>
    public bool Equals(CopiedJson? other) => other is not null && Utf8.SequenceEqual(other.Utf8);

    public override bool Equals(object? obj) => Equals(obj as CopiedJson);

    public override int GetHashCode() => utf8.Length;

    /// <summary>The text of a member of the object; null when it has none that is a text, or is no object.</summary>
    internal string? TextOf(ReadOnlySpan<byte> utf8Name)
        => RootReading.TryFind(Begin(), utf8Name, out var value) && value.TokenType == JsonTokenType.String ? value.GetString() : null;

    /// <summary>The names of the object for which the condition holds.</summary>
    internal IReadOnlyList<string> NamesWhere(Func<string, bool> condition)
    {
        List<string>? names = null;
        var json = Begin();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.GetString() is { } name && condition(name))
            {
                (names ??= []).Add(name);
            }

            json.Skip();
        }

        return names ?? (IReadOnlyList<string>)[];
    }

    internal void WriteTo(Utf8JsonWriter writer)
    {
        var json = Begin();
        do
        {
            WriteToken(json, writer);
        }
        while (json.Read());
    }

    /// <summary>Writes the members of the object into the one that the writer has begun.</summary>
    internal void WriteMembersTo(Utf8JsonWriter writer)
    {
        var json = Begin();
        while (json.Read() && json.CurrentDepth > 0)
        {
            WriteToken(json, writer);
        }
    }

    private static void WriteToken(in Utf8JsonReader json, Utf8JsonWriter writer)
    {
        switch (json.TokenType)
        {
            case JsonTokenType.StartObject:
                writer.WriteStartObject();
                break;
            case JsonTokenType.EndObject:
                writer.WriteEndObject();
                break;
            case JsonTokenType.StartArray:
                writer.WriteStartArray();
                break;
            case JsonTokenType.EndArray:
                writer.WriteEndArray();
                break;
            case JsonTokenType.PropertyName or JsonTokenType.String when json.ValueIsEscaped:
                var buffer = ArrayPool<byte>.Shared.Rent(json.ValueSpan.Length);
                WriteText(json.TokenType, buffer.AsSpan(0, json.CopyString(buffer)), writer);
                ArrayPool<byte>.Shared.Return(buffer);
                break;
            case JsonTokenType.PropertyName or JsonTokenType.String:
                WriteText(json.TokenType, json.ValueSpan, writer);
                break;
            default:
                writer.WriteRawValue(json.ValueSpan, skipInputValidation: true);
                break;
        }
    }

    private static void WriteText(JsonTokenType type, ReadOnlySpan<byte> text, Utf8JsonWriter writer)
    {
        if (type == JsonTokenType.PropertyName)
        {
            writer.WritePropertyName(text);
        }
        else
        {
            LongText.Write(writer, text);
        }
    }

    private Utf8JsonReader Begin()
    {
        var json = new Utf8JsonReader(Utf8, new JsonReaderOptions { MaxDepth = EventReader.MaxDepth });
        json.Read();
        return json;
    }

    private JsonElement Parse()
    {
        var json = Begin();
        return JsonElement.ParseValue(ref json);
    }
}
