using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace Instructure.GradeEvents.Serialization;

/// <summary>
/// A JSON value that we don't model, compared by value: numbers by their amount, objects whatever the order of their members.
/// </summary>
internal readonly struct JsonValue(JsonElement element) : IEquatable<JsonValue>
{
    internal JsonElement Element { get; } = element;

    public bool Equals(JsonValue other) => Equals(Element, other.Element);

    public override bool Equals(object? obj) => obj is JsonValue other && Equals(other);

    public override int GetHashCode() => GetHashCode(Element);

    internal static bool Equals(JsonElement left, JsonElement right, int depth = 0)
    {
        if (left.ValueKind != right.ValueKind)
        {
            return false;
        }

        switch (left.ValueKind)
        {
            case JsonValueKind.Object or JsonValueKind.Array when depth == EventReader.MaxDepth:
                // No JSON that was read is nested deeper. That of a user may be, beyond any stack, and is compared as it is written.
                return string.Equals(left.GetRawText(), right.GetRawText(), StringComparison.Ordinal);
            case JsonValueKind.Object:
                return HaveSameMembers(left, right, depth + 1);
            case JsonValueKind.Array:
                return left.GetArrayLength() == right.GetArrayLength()
                    && left.EnumerateArray().Zip(right.EnumerateArray(), (one, other) => Equals(one, other, depth + 1)).All(static isSame => isSame);
            case JsonValueKind.String:
                return string.Equals(TextOf(left), TextOf(right), StringComparison.Ordinal);
            case JsonValueKind.Number:
                return Amount.Of(left) == Amount.Of(right);
            default:
                return true;
        }
    }

    internal static int GetHashCode(JsonElement element, int depth = 0)
    {
        var hash = (int)element.ValueKind;
        switch (element.ValueKind)
        {
            case JsonValueKind.Object or JsonValueKind.Array when depth == EventReader.MaxDepth:
                break; // as in Equals
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    hash += GetMemberHashCode(NameOf(member), member.Value, depth + 1);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    hash = Combine(hash, GetHashCode(item, depth + 1));
                }

                break;
            case JsonValueKind.String:
                hash = Combine(hash, StringComparer.Ordinal.GetHashCode(TextOf(element)));
                break;
            case JsonValueKind.Number:
                hash = Combine(hash, Amount.Of(element).GetHashCode());
                break;
        }

        return hash;
    }

    internal static int GetMemberHashCode(string name, JsonElement value, int depth = 0)
        => Combine(StringComparer.Ordinal.GetHashCode(name), GetHashCode(value, depth));

    /// <summary>A copy that lives on when the document that it came from is disposed of.</summary>
    internal static JsonElement Clone(JsonElement element, string parameterName)
        => element.ValueKind == JsonValueKind.Undefined
            ? throw new ArgumentException("A JsonElement that was never set has no JSON to keep.", parameterName)
            : element.Clone();

    /// <summary>Writes JSON that a user may have made, if it could be read back: with each name once, and with whole characters.</summary>
    /// <exception cref="InvalidOperationException">It could not.</exception>
    internal static void Write(Utf8JsonWriter writer, JsonElement element)
    {
        Check(element);
        element.WriteTo(writer);
    }

    internal static int Combine(int first, int second) => unchecked((first * 31) + second);

    internal static void Check(JsonElement element, int depth = 0)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object or JsonValueKind.Array when depth == EventReader.MaxDepth:
                throw new InvalidOperationException($"JSON that is nested deeper than {EventReader.MaxDepth} can't be written.");
            case JsonValueKind.Object:
                HashSet<string>? names = null;
                foreach (var member in element.EnumerateObject())
                {
                    var name = Codecs.Checked(NameOf(member));
                    if (!(names ??= new(StringComparer.Ordinal)).Add(name))
                    {
                        throw new InvalidOperationException($"The member {PrintableText.Quote(name)} stands twice in an object, which can't be written.");
                    }

                    Check(member.Value, depth + 1);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    Check(item, depth + 1);
                }

                break;
            case JsonValueKind.String:
                if (!TryGetText(element, out _))
                {
                    throw Codecs.NotUnicode();
                }

                break;
        }
    }

    private static bool HaveSameMembers(JsonElement left, JsonElement right, int depth)
    {
        // A name that stands twice, which only a user can make, is compared in the order in which it stands.
        var (lefts, rights) = (Sorted(left), Sorted(right));
        return lefts.Length == rights.Length
            && lefts.Zip(rights, (one, other) => string.Equals(one.Name, other.Name, StringComparison.Ordinal) && Equals(one.Value, other.Value, depth)).All(static isSame => isSame);

        static (string Name, JsonElement Value)[] Sorted(JsonElement element)
            => [.. element.EnumerateObject().Select(static member => (NameOf(member), member.Value)).OrderBy(static member => member.Item1, StringComparer.Ordinal)];
    }

    /// <summary>The text of a string; with half of a surrogate pair, which no text can have, how it is written.</summary>
    private static string TextOf(JsonElement element) => TryGetText(element, out var text) ? text : element.GetRawText();

    private static bool TryGetText(JsonElement element, out string text)
    {
        try
        {
            text = element.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            text = string.Empty;
            return false;
        }
    }

    private static string NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return "\ud800" + member; // half of a surrogate pair, which is no name of anything else
        }
    }

    /// <summary>How much a number is, however it is written: its digits without zeros at either end, and what power of ten they are multiplied by.</summary>
    private readonly record struct Amount(bool IsNegative, string Digits, BigInteger Exponent)
    {
        private const int LongestExponent = 1000;

        internal static Amount Of(JsonElement number)
        {
            var text = number.GetRawText();
            var end = text.AsSpan().IndexOfAny('e', 'E');
            if (end >= 0 && text.Length - end > LongestExponent)
            {
                return new(IsNegative: false, text, BigInteger.Zero); // made to take long: as it is written
            }

            var exponent = end < 0 ? BigInteger.Zero : ParseExponent(text, end + 1);
            var start = text[0] == '-' ? 1 : 0;
            var mantissa = text.Substring(start, (end < 0 ? text.Length : end) - start);
            var point = mantissa.IndexOf('.');
            if (point >= 0)
            {
                exponent -= mantissa.Length - point - 1;
                mantissa = mantissa.Remove(point, 1);
            }

            var digits = mantissa.TrimEnd('0');
            exponent += mantissa.Length - digits.Length;
            digits = digits.TrimStart('0');
            return digits.Length == 0 ? new(IsNegative: false, string.Empty, BigInteger.Zero) : new(start == 1, digits, exponent);
        }

        private static BigInteger ParseExponent(string text, int start)
#if NET
            => BigInteger.Parse(text.AsSpan(start), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
#else
            => BigInteger.Parse(text.Substring(start), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
#endif
    }
}
