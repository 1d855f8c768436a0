using System.Globalization;
using System.Text.Json;

namespace Instructure.GradeEvents.Serialization;

/// <summary>A number as a decimal. One that says more than a decimal holds is rounded, and kept for writing.</summary>
internal sealed class NumberCodec : Codec<decimal>
{
    internal override string Expected => "a number that a decimal holds";

    internal override decimal Read(ref EventReader json) => TryRead(ref json, out var value) ? value : throw json.Unexpected(Expected);

    internal override void Write(Utf8JsonWriter writer, decimal value) => writer.WriteNumberValue(value);

    internal static bool TryRead(ref EventReader json, out decimal value)
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
            var sent = json.ReadElement();
            if (!JsonValue.Equals(sent, JsonElement.Parse(value.ToString(CultureInfo.InvariantCulture))))
            {
                json.SetRounded(sent);
            }
        }

        return true;
    }
}
