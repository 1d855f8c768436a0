using System.Text.Json;

namespace Instructure.GradeEvents.Serialization;

/// <summary>Writes texts, long ones piece by piece: for a whole one the writer asks for up to six times its length.</summary>
internal static class LongText
{
    private const int Least = 64 * 1024;
    private const int Piece = 16 * 1024;

    internal static void Write(Utf8JsonWriter writer, string text)
    {
        if (text.Length < Least)
        {
            writer.WriteStringValue(text);
            return;
        }

        for (var rest = text.AsSpan(); ; rest = rest.Slice(Piece))
        {
            if (rest.Length <= Piece)
            {
                writer.WriteStringValueSegment(rest, isFinalSegment: true);
                return;
            }

            writer.WriteStringValueSegment(rest.Slice(0, Piece), isFinalSegment: false);
        }
    }

    internal static void Write(Utf8JsonWriter writer, JsonEncodedText name, string text)
    {
        if (text.Length < Least)
        {
            writer.WriteString(name, text);
            return;
        }

        writer.WritePropertyName(name);
        Write(writer, text);
    }

    internal static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> utf8Text)
    {
        if (utf8Text.Length < Least)
        {
            writer.WriteStringValue(utf8Text);
            return;
        }

        for (; utf8Text.Length > Piece; utf8Text = utf8Text.Slice(Piece))
        {
            writer.WriteStringValueSegment(utf8Text.Slice(0, Piece), isFinalSegment: false);
        }

        writer.WriteStringValueSegment(utf8Text, isFinalSegment: true);
    }
}
