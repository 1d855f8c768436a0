using System.Text;
using System.Text.Json;

namespace Instructure.GradeEvents.Recognition;

/// <summary>Looks into a document that is well-formed JSON. A text in it may still not be Unicode.</summary>
internal static class RootReading
{
    /// <summary>The bytes that may stand before a document in UTF-8.</summary>
    internal static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>The text of the string or name at which the reader stands; null when it is no Unicode, or something else stands there.</summary>
    internal static string? TextOf(in Utf8JsonReader json)
    {
        try
        {
            return json.TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? json.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The name at which the reader stands; empty when it is no Unicode.</summary>
    internal static ReadOnlySpan<byte> Utf8NameOf(in Utf8JsonReader json)
        => !json.HasValueSequence && !json.ValueIsEscaped ? json.ValueSpan : Encoding.UTF8.GetBytes(TextOf(json) ?? string.Empty);

    /// <summary>The index of the name at which the reader stands; -1 when it is none of these.</summary>
    internal static int Find(byte[][] utf8Names, in Utf8JsonReader json)
    {
        var name = Utf8NameOf(json);
        for (var i = 0; i < utf8Names.Length; i++)
        {
            if (name.SequenceEqual(utf8Names[i]))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Finds the first member of this name in the object that the reader begins.</summary>
    /// <param name="json">At the beginning of a value, which may be no object.</param>
    /// <param name="utf8Name">The name.</param>
    /// <param name="value">At the value of the member.</param>
    internal static bool TryFind(Utf8JsonReader json, ReadOnlySpan<byte> utf8Name, out Utf8JsonReader value)
    {
        if (json.TokenType == JsonTokenType.StartObject)
        {
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var isFound = Utf8NameOf(json).SequenceEqual(utf8Name);
                json.Read();
                if (isFound)
                {
                    value = json;
                    return true;
                }

                json.TrySkip();
            }
        }

        value = default;
        return false;
    }

    /// <summary>Whether the object that the reader begins has a member of this name.</summary>
    internal static bool Has(in Utf8JsonReader json, ReadOnlySpan<byte> utf8Name) => TryFind(json, utf8Name, out _);

    /// <summary>The document without a byte order mark at its beginning.</summary>
    internal static ReadOnlySpan<byte> WithoutByteOrderMark(ReadOnlySpan<byte> document)
        => document.StartsWith(ByteOrderMark) ? document.Slice(ByteOrderMark.Length) : document;

    /// <summary>The text without the white space of JSON around it.</summary>
    internal static ReadOnlySpan<byte> WithoutBlanks(ReadOnlySpan<byte> text)
    {
        while (StartsWithBlank(text))
        {
            text = text.Slice(1);
        }

        while (text.Length > 0 && IsBlank(text[text.Length - 1]))
        {
            text = text.Slice(0, text.Length - 1);
        }

        return text;
    }

    /// <summary>Whether the text begins with white space of JSON.</summary>
    internal static bool StartsWithBlank(ReadOnlySpan<byte> text) => text.Length > 0 && IsBlank(text[0]);

    internal static byte[][] ToUtf8(params string[] names) => Array.ConvertAll(names, Encoding.UTF8.GetBytes);

    private static bool IsBlank(byte c) => c is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';
}
