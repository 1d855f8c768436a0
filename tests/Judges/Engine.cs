using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace Instructure.GradeEvents.Judges;

/// <summary>NJsonSchema, with nothing but the schema.</summary>
internal sealed class Engine(JsonSchema schema)
{
    public static async Task<Engine> Load(string schemaFile) => new(await JsonSchema.FromJsonAsync(await File.ReadAllTextAsync(schemaFile)));

    public Verdict Judge(byte[] utf8)
    {
        using var reader = new JsonTextReader(new StringReader(Encoding.UTF8.GetString(Reader.WithoutMark(utf8).Span))) { DateParseHandling = DateParseHandling.None };
        var document = JToken.Load(reader);
        try
        {
            return schema.Validate(document).Count == 0 ? Verdict.Valid : Verdict.Invalid;
        }
        catch (InvalidCastException)
        {
            return Verdict.Malformed; // an integer of more than 64 bits stands where a number may be, and NJsonSchema does not come to a verdict
        }
    }
}
