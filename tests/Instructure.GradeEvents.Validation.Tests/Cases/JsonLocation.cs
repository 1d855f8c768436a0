using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Instructure.GradeEvents.Validation.Tests.Cases;

/// <summary>Finds the line and column of what a JSON Pointer points to, in another way than the validator.</summary>
internal static class JsonLocation
{
    /// <summary>The place of the value; of a missing one its object's, of one that can't be there or is there twice its name's.</summary>
    public static string Of(FaultCase fault)
    {
        var path = fault.Code == "required" ? fault.Path[..fault.Path.LastIndexOf('/')] : fault.Path;
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(fault.Json));
        reader.Read();
        foreach (var part in path.Split('/').Skip(1))
        {
            var name = part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            if (reader.TokenType == JsonTokenType.StartArray)
            {
                reader.Read();
                for (var i = int.Parse(name, CultureInfo.InvariantCulture); i > 0; i--)
                {
                    reader.Skip();
                    reader.Read();
                }

                continue;
            }

            while (reader.Read() && !reader.ValueTextEquals(name))
            {
                reader.Skip();
            }

            if (fault.Code is not ("duplicate-property" or "additional-properties") || path[^part.Length..] != part || reader.CurrentDepth != path.Split('/').Length - 1)
            {
                reader.Read();
            }
        }

        if (fault.Code == "duplicate-property")
        {
            reader.Read();
            reader.Skip();
            reader.Read();
        }

        var before = Encoding.UTF8.GetBytes(fault.Json).AsSpan(0, (int)reader.TokenStartIndex);
        var text = Encoding.UTF8.GetString(before);
        return $"{text.Count(static c => c == '\n') + 1}:{text.Length - text.LastIndexOf('\n')}";
    }
}
