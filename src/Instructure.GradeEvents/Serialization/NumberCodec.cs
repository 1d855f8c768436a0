using System.Globalization;
using System.Text.Json;

namespace Instructure.GradeEvents.Serialization;

/// <summary>
/// A number as a decimal. One that says more than a decimal holds is rounded, and kept for writing.
/// </summary>
/// <param name="mayBeText">Whether the object <c>{"numberStr":"10.0"}</c> can stand for the number, as in some events of Canvas.</param>
internal sealed class NumberCodec(bool mayBeText) : Codec<decimal>
{
    private const string NumberExpected = "a number that a decimal holds";
    private const string TextExpected = "a number as text (\"10.0\")";

    /// <summary>The largest number that the schemas allow. A larger one in a text stays one, so that what is valid is valid when it is written.</summary>
    private const decimal Largest = 1e22m;

    internal override string Expected => mayBeText ? NumberExpected + ", or an object with the same in \"numberStr\" and nothing else" : NumberExpected;

    internal override decimal Read(ref EventReader json)
        => TryReadNumber(ref json, out var value) ? value
            : mayBeText && json.TokenType == JsonTokenType.StartObject ? ReadObject(ref json)
            : throw json.Unexpected(Expected);

    internal override void Write(Utf8JsonWriter writer, decimal value) => writer.WriteNumberValue(value);

    private static bool TryReadNumber(ref EventReader json, out decimal value)
    {
        value = 0;
        if (json.TokenType != JsonTokenType.Number || !json.TryGetDecimal(out value))
        {
            return false;
        }

        // A decimal holds any number of so many characters that has no exponent, and many a longer one.
        const int AlwaysExact = 28;
        if (!json.TryGetRawText(out var text) || text.Length > AlwaysExact || text.IndexOfAny((byte)'e', (byte)'E') >= 0)
        {
            SetRounded(ref json, JsonValue.Read(ref json), value);
        }

        return true;
    }

    private static void SetRounded(ref EventReader json, JsonValue sent, decimal value)
    {
        if (!JsonValue.Equals(sent.Element, JsonElement.Parse(value.ToString(CultureInfo.InvariantCulture))))
        {
            json.SetRounded(sent);
        }
    }

    private static decimal ReadObject(ref EventReader json)
    {
        var start = json.Reader;
        decimal? value = null;
        while (json.ReadMemberName())
        {
            if (!json.TextEquals("numberStr"u8))
            {
                // It would be lost: a decimal has no place for it.
                json.GetText();
                throw json.Error(json.Reader, "expected \"numberStr\" and nothing else, found this member");
            }

            if (value is not null)
            {
                throw json.Duplicate();
            }

            json.Read();
            value = json.TokenType == JsonTokenType.String ? ReadText(ref json) : throw json.Unexpected(TextExpected);
        }

        if (value is null)
        {
            throw json.Missing("numberStr", TextExpected);
        }

        if (Math.Abs(value.Value) > Largest)
        {
            var end = json.Reader;
            json.Rewind(start);
            json.SetRounded(JsonValue.Read(ref json));
            json.Rewind(end);
        }

        return value.Value;
    }

    /// <summary>The text is a JSON number too, without white space around it.</summary>
    private static decimal ReadText(ref EventReader json)
    {
        var text = json.GetText();
        try
        {
            if (text.Trim() == text && JsonElement.Parse(text) is { ValueKind: JsonValueKind.Number } number && number.TryGetDecimal(out var value))
            {
                SetRounded(ref json, JsonValue.From(number, nameof(json)), value);
                return value;
            }
        }
        catch (JsonException)
        {
            // It is none, which is said below, of the whole document.
        }

        throw json.Unexpected(TextExpected);
    }
}
