using System.Text;
using System.Text.Json;

namespace Instructure.GradeEvents.Serialization;

/// <summary>A number, or the object <c>{"numberStr":"10.0"}</c> that stands for it in some events of Canvas.</summary>
internal sealed class ScoreCodec : Codec<decimal>
{
    private const string TextExpected = "a number as text (\"10.0\")";

    internal override string Expected => Codecs.Number.Expected + ", or an object with the same in \"numberStr\" and nothing else";

    internal override decimal Read(ref EventReader json)
    {
        if (NumberCodec.TryRead(ref json, out var value))
        {
            return value;
        }

        if (json.TokenType != JsonTokenType.StartObject)
        {
            throw json.Unexpected(Expected);
        }

        var found = false;
        while (json.ReadMemberName())
        {
            if (!json.TextEquals("numberStr"u8))
            {
                // It would be lost: a decimal has no place for it.
                json.GetText();
                throw json.Error(json.Reader, "expected \"numberStr\" and nothing else, found this member");
            }

            if (found)
            {
                throw json.Duplicate();
            }

            json.Read();
            found = true;
            value = json.TokenType == JsonTokenType.String ? ReadText(ref json) : throw json.Unexpected(TextExpected);
        }

        return found ? value : throw json.Missing("numberStr", TextExpected);
    }

    internal override void Write(Utf8JsonWriter writer, decimal value) => writer.WriteNumberValue(value);

    /// <summary>The text is a JSON number too, so it is read as one.</summary>
    private static decimal ReadText(ref EventReader json)
    {
        var text = new EventReader(new(Encoding.UTF8.GetBytes(json.GetText())));
        try
        {
            if (text.Read() && text.Reader.TokenStartIndex == 0 && NumberCodec.TryRead(ref text, out var value))
            {
                var isEnd = text.Reader.BytesConsumed;
                if (!text.Read() && text.Reader.BytesConsumed == isEnd)
                {
                    if (text.TakeRounded() is { } rounded)
                    {
                        json.SetRounded(rounded);
                    }

                    return value;
                }
            }
        }
        catch (JsonException)
        {
            // It is none, which is said below, of the whole document.
        }

        throw json.Unexpected(TextExpected);
    }
}
