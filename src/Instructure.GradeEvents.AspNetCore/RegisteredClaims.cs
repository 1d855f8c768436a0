using System.Text.Json;
using Instructure.GradeEvents.Recognition;
using Instructure.GradeEvents.Validation.Schemas;

namespace Instructure.GradeEvents.AspNetCore;

/// <summary>What a token says of itself, beside the members of the event.</summary>
internal static class RegisteredClaims
{
    /// <summary>The same JSON object without them. All else stays, byte for byte; what is no JSON is left to the validator.</summary>
    internal static ReadOnlyMemory<byte> Without(ReadOnlyMemory<byte> utf8Json)
    {
        var text = utf8Json.Span;
        var rest = new byte[text.Length];
        var length = 0;
        try
        {
            var reader = new Utf8JsonReader(text);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return utf8Json;
            }

            rest[length++] = (byte)'{';
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var start = (int)reader.TokenStartIndex;
                var isClaim = Terms.IsRegisteredClaim(RootReading.Utf8NameOf(reader));
                reader.Read();
                reader.Skip();
                if (isClaim)
                {
                    continue;
                }

                if (length > 1)
                {
                    rest[length++] = (byte)',';
                }

                var member = text[start..(int)reader.BytesConsumed];
                member.CopyTo(rest.AsSpan(length));
                length += member.Length;
            }

            rest[length++] = (byte)'}';
            return reader.TokenType == JsonTokenType.EndObject && !reader.Read() ? rest.AsMemory(0, length) : utf8Json;
        }
        catch (JsonException)
        {
            return utf8Json;
        }
    }
}
