using System.Globalization;
using System.Text;
using Newtonsoft.Json.Linq;

namespace Instructure.GradeEvents.Validation.Documents;

/// <summary>RFC 6901.</summary>
internal static class JsonPointer
{
    /// <summary>The pointer to a token, or to a member of it that need not be there.</summary>
    internal static string To(JToken token, string? name = null)
    {
        var pointer = new StringBuilder();
        Append(pointer, token);
        if (name is not null)
        {
            Append(pointer, name);
        }

        return pointer.ToString();
    }

    private static void Append(StringBuilder pointer, JToken token)
    {
        switch (token.Parent)
        {
            case LocatedProperty property:
                Append(pointer, property.Owner);
                Append(pointer, property.Name);
                break;
            case JArray array:
                Append(pointer, array);
                Append(pointer, ((ILocated)token).Index.ToString(CultureInfo.InvariantCulture));
                break;
        }
    }

    private static void Append(StringBuilder pointer, string name)
        => pointer.Append('/').Append(name.Replace("~", "~0").Replace("/", "~1"));
}
