using Instructure.GradeEvents.Serialization;
using Newtonsoft.Json.Linq;

namespace Instructure.GradeEvents.Validation.Documents;

/// <summary>What was found, as a message shows it.</summary>
internal static class Quote
{
    private const int Longest = 80;

    internal static string Of(string text) => "\"" + PrintableText.Of(text, Longest) + "\"";

    internal static string Of(JToken token) => token switch
    {
        JObject { Count: 0 } => "an empty object",
        JObject @object => @object["type"] is JValue { Value: string type } ? "an object of type " + Of(type) : "an object",
        JArray { Count: 0 } => "an empty array",
        JArray => "an array",
        JValue { Value: string text } => Of(text),
        JValue { Value: bool value } => value ? "true" : "false",
        JValue { Value: null } => "null",
        LocatedValue { Number: { } number } => "the number " + PrintableText.Of(number, Longest),
        _ => "the number " + token,
    };
}
