using System.Globalization;
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

    internal static bool Equals(JsonElement left, JsonElement right)
    {
        if (left.ValueKind != right.ValueKind)
        {
            return false;
        }

        if (left.ValueKind == JsonValueKind.Undefined)
        {
            return true;
        }

        try
        {
            return JsonElement.DeepEquals(left, right);
        }
        catch (ArgumentOutOfRangeException)
        {
            // An exponent that doesn't fit 32 bits. Such numbers are compared as they are written.
            return string.Equals(left.GetRawText(), right.GetRawText(), StringComparison.Ordinal);
        }
    }

    internal static int GetHashCode(JsonElement element)
    {
        var hash = (int)element.ValueKind;
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    hash += GetMemberHashCode(member.Name, member.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    hash = Combine(hash, GetHashCode(item));
                }

                break;
            case JsonValueKind.String:
                hash = Combine(hash, StringComparer.Ordinal.GetHashCode(element.GetString()!));
                break;
            case JsonValueKind.Number:
                // Equal amounts give the same double, however they are written; adding 0 makes -0 the same as 0.
                hash = double.TryParse(element.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                    ? Combine(hash, (number + 0.0).GetHashCode())
                    : hash;
                break;
        }

        return hash;
    }

    internal static int GetMemberHashCode(string name, JsonElement value)
        => Combine(StringComparer.Ordinal.GetHashCode(name), GetHashCode(value));

    /// <summary>A copy that lives on when the document that it came from is disposed of.</summary>
    internal static JsonElement Clone(JsonElement element, string parameterName)
        => element.ValueKind == JsonValueKind.Undefined
            ? throw new ArgumentException("A JsonElement that was never set has no JSON to keep.", parameterName)
            : element.Clone();

    internal static int Combine(int first, int second) => unchecked((first * 31) + second);
}
