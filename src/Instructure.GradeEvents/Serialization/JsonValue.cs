using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Instructure.GradeEvents.Deduplication;

namespace Instructure.GradeEvents.Serialization;

/// <summary>A JSON value that we don't model, compared by value: numbers by their amount, objects whatever the order of their members.</summary>
internal readonly struct JsonValue : IEquatable<JsonValue>
{
    /// <summary>How deep into a value its hash code goes.</summary>
    private const int HashedLevels = 3;

    /// <summary>The value, if it was read, and so can be written without a second look.</summary>
    private readonly CopiedJson? _read;

    /// <summary>The value, if a user gave it.</summary>
    private readonly JsonElement _given;

    private JsonValue(CopiedJson read) => _read = read;

    private JsonValue(JsonElement given) => _given = given;

    internal JsonElement Element => _read is null ? _given : _read.Element;

    public bool Equals(JsonValue other) => (_read is not null && _read.Equals(other._read)) || Equals(Element, other.Element);

    public override bool Equals(object? obj) => obj is JsonValue other && Equals(other);

    public override int GetHashCode() => GetHashCode(Element);

    internal static JsonValue Read(ref EventReader json) => new(JsonCopy.Of(ref json));

    /// <summary>What a user gave: a copy that lives on when the document that it came from is disposed of.</summary>
    internal static JsonValue From(JsonElement element, string parameterName) => new(Clone(element, parameterName));

    /// <summary>The text of a member of the object; null when it has none that is a text, or is no object.</summary>
    internal string? TextOf(string name)
        => _read is not null ? _read.TextOf(Encoding.UTF8.GetBytes(name))
            : _given.ValueKind == JsonValueKind.Object && _given.TryGetProperty(name, out var member) ? TextOf(member)
            : null;

    internal static JsonElement Clone(JsonElement element, string parameterName)
        => element.ValueKind == JsonValueKind.Undefined
            ? throw new ArgumentException("A JsonElement that was never set has no JSON to keep.", parameterName)
            : element.Clone();

    internal static bool Equals(JsonElement left, JsonElement right)
    {
        try
        {
            return AreEqual(left, right);
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentOutOfRangeException or InsufficientExecutionStackException)
        {
            // An exponent beyond 32 bits, half of a surrogate pair, or a depth beyond any stack.
            return left.ValueKind == JsonValueKind.Number && right.ValueKind == JsonValueKind.Number
                ? string.Equals(AmountOf(left), AmountOf(right), StringComparison.Ordinal)
                : AreWrittenTheSame(left, right);
        }
    }

    internal static int GetHashCode(JsonElement element)
    {
        try
        {
            return GetHashCode(element, HashedLevels);
        }
        catch (InvalidOperationException)
        {
            return 0; // half of a surrogate pair
        }
    }

    internal static int Combine(int first, int second) => unchecked((first * 31) + second);

    internal void WriteTo(Utf8JsonWriter writer)
    {
        if (_read is not null)
        {
            _read.WriteTo(writer);
            return;
        }

        Check(_given);
        _given.WriteTo(writer);
    }

    /// <summary>Writes the members of the object, which is one, into the one that the writer has begun.</summary>
    internal void WriteMembersTo(Utf8JsonWriter writer)
    {
        if (_read is not null)
        {
            _read.WriteMembersTo(writer);
            return;
        }

        Check(_given);
        foreach (var member in _given.EnumerateObject())
        {
            member.WriteTo(writer);
        }
    }

    /// <exception cref="InvalidOperationException">The value could not be read back.</exception>
    internal static void Check(JsonElement element)
    {
        var json = new EventReader(new(Encoding.UTF8.GetBytes(element.GetRawText()), new JsonReaderOptions { MaxDepth = EventReader.MaxDepth }));
        try
        {
            json.Read();
            JsonCopy.Of(ref json);
        }
        catch (JsonException error)
        {
            var message = error.Path is null ? json.WithPath(error).Message : error.Message;
            throw new InvalidOperationException("JSON that could not be read back can't be written: " + message, error);
        }
    }

    /// <summary>Whether two values are the same but for white space.</summary>
    private static bool AreWrittenTheSame(JsonElement left, JsonElement right)
    {
        var options = new JsonReaderOptions { MaxDepth = int.MaxValue };
        var one = new Utf8JsonReader(Encoding.UTF8.GetBytes(left.GetRawText()), options);
        var other = new Utf8JsonReader(Encoding.UTF8.GetBytes(right.GetRawText()), options);
        while (one.Read())
        {
            if (!other.Read() || one.TokenType != other.TokenType || !one.ValueSpan.SequenceEqual(other.ValueSpan))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>How much a number is, in one form of all that are equal.</summary>
    private static string AmountOf(JsonElement number) => Encoding.UTF8.GetString(CanonicalJson.Of(Encoding.UTF8.GetBytes(number.GetRawText())).ToArray());

    /// <summary>The text of a string; null when it is half of a surrogate pair, which only JSON of a user can have.</summary>
    internal static string? TextOf(JsonElement text)
    {
        try
        {
            return text.ValueKind == JsonValueKind.String ? text.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static bool AreEqual(JsonElement left, JsonElement right)
    {
        try
        {
            return JsonElement.DeepEquals(left, right);
        }
        catch (ArgumentOutOfRangeException) when (left.ValueKind is JsonValueKind.Array or JsonValueKind.Object && left.ValueKind == right.ValueKind)
        {
            // Somewhere in it is a number with an exponent beyond 32 bits: that alone is compared in another way.
            RuntimeHelpers.EnsureSufficientExecutionStack();
            return left.ValueKind == JsonValueKind.Array
                ? left.GetArrayLength() == right.GetArrayLength() && left.EnumerateArray().Zip(right.EnumerateArray(), Equals).All(static areEqual => areEqual)
                : left.EnumerateObject().Count() == right.EnumerateObject().Count()
                    && left.EnumerateObject().All(member => right.TryGetProperty(member.Name, out var other) && Equals(member.Value, other));
        }
    }

    private static int GetHashCode(JsonElement element, int levels)
    {
        var hash = (int)element.ValueKind;
        if (element.ValueKind == JsonValueKind.String)
        {
            return Combine(hash, StringComparer.Ordinal.GetHashCode(element.GetString()!));
        }

        if (element.ValueKind == JsonValueKind.Number)
        {
            return Combine(hash, StringComparer.Ordinal.GetHashCode(AmountOf(element)));
        }

        if (element.ValueKind == JsonValueKind.Array && levels > 0)
        {
            return element.EnumerateArray().Aggregate(hash, (sum, item) => Combine(sum, GetHashCode(item, levels - 1)));
        }

        if (element.ValueKind == JsonValueKind.Object && levels > 0)
        {
            // A sum: the order doesn't count.
            return element.EnumerateObject().Aggregate(hash, (sum, member) => sum + Combine(StringComparer.Ordinal.GetHashCode(member.Name), GetHashCode(member.Value, levels - 1)));
        }

        return hash;
    }
}
