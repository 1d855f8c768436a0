using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Instructure.GradeEvents.Judges;

/// <summary>
/// Where two judges may differ: each reads some numbers as others than stand there. So narrow as can be: what is known of a judge is how a number
/// would have to be written for both to mean the same, and the judges have to agree on the document in which it is.
/// </summary>
internal static class KnownDifferences
{
    public const string OfAjv = "ajv: a number that a double can't hold (1.0000000000000000001, 1e-400) is the nearest that it can";
    public const string OfEngine = "NJsonSchema: 1.0, 2e2 and -0 are no integers, and an integer of more than 64 bits is no number";

    /// <summary>The document with each number as JavaScript has it: when it is another number, the one that it is there.</summary>
    public static byte[] AsDoubles(byte[] utf8) => WithNumbers(utf8, static text =>
    {
        var value = double.Parse(text, CultureInfo.InvariantCulture);
        var written = value.ToString("R", CultureInfo.InvariantCulture);
        return double.IsFinite(value) && DecimalText.Of(written) != DecimalText.Of(text) ? written : text;
    });

    /// <summary>The document with each whole number as NJsonSchema knows one: the digits alone, or with an exponent when there are too many.</summary>
    public static byte[] AsPlainIntegers(byte[] utf8) => WithNumbers(utf8, static text =>
    {
        var number = DecimalText.Of(text);
        return !number.IsWhole ? text : number.Length <= 18 ? number.ToInteger() : number.ToScientific();
    });

    private static byte[] WithNumbers(byte[] utf8, Func<string, string> write)
    {
        var document = Reader.WithoutMark(utf8).Span;
        var result = new ArrayBufferWriter<byte>(document.Length);
        var reader = new Utf8JsonReader(document);
        var copied = 0;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.Number)
            {
                var start = (int)reader.TokenStartIndex;
                result.Write(document[copied..start]);
                result.Write(Encoding.ASCII.GetBytes(write(Encoding.ASCII.GetString(reader.ValueSpan))));
                copied = start + reader.ValueSpan.Length;
            }
        }

        result.Write(document[copied..]);
        return result.WrittenSpan.ToArray();
    }
}
