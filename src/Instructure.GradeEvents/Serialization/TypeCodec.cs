using System.Text;
using System.Text.Json;

namespace Instructure.GradeEvents.Serialization;

/// <summary>The member "type" of an event or entity: one term, or with <paramref name="open"/> any.</summary>
internal sealed class TypeCodec(string term, bool open) : Codec<string>
{
    private readonly byte[] _utf8Term = Encoding.UTF8.GetBytes(term);

    internal override string Expected => $"the type \"{term}\"" + (open ? " or a kind of it" : null);

    internal override string Read(ref EventReader json)
    {
        if (json.TokenType == JsonTokenType.String)
        {
            if (json.TextEquals(_utf8Term))
            {
                return term;
            }

            if (open)
            {
                return json.GetText();
            }
        }

        throw json.Unexpected(Expected);
    }

    internal override void Write(Utf8JsonWriter writer, string value) => Codecs.Text.Write(writer, value);
}
