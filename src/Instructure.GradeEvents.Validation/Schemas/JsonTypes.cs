using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace Instructure.GradeEvents.Validation.Schemas;

/// <summary>The types of JSON Schema.</summary>
internal static class JsonTypes
{
    /// <summary>Whether a schema of these types takes the token, as far as its type goes. One without types takes any.</summary>
    internal static bool Allows(JsonObjectType types, JToken token) => types == JsonObjectType.None || (types & Of(token)) != JsonObjectType.None;

    private static JsonObjectType Of(JToken token) => token.Type switch
    {
        JTokenType.Object => JsonObjectType.Object,
        JTokenType.Array => JsonObjectType.Array,
        JTokenType.String => JsonObjectType.String,
        JTokenType.Integer => JsonObjectType.Integer | JsonObjectType.Number,
        JTokenType.Float => JsonObjectType.Number,
        JTokenType.Boolean => JsonObjectType.Boolean,
        _ => JsonObjectType.Null,
    };
}
