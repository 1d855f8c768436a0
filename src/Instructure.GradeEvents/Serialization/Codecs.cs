using System.Text.Json;
using Instructure.GradeEvents.Caliper;

namespace Instructure.GradeEvents.Serialization;

/// <summary>The codecs of plain values.</summary>
internal static class Codecs
{
    private const string IriExpected = "an absolute IRI (urn:…, https://…)";

    internal static readonly Codec<string> Text = new TextCodec<string>("a string", static (text, out value) => (value = text) is not null, Checked);
    internal static readonly Codec<bool> Boolean = new BooleanCodec();
    internal static readonly Codec<int> Integer = new IntegerCodec();
    internal static readonly Codec<decimal> Number = new NumberCodec(mayBeText: false);
    internal static readonly Codec<decimal> Score = new NumberCodec(mayBeText: true);
    internal static readonly Codec<DateTimeOffset> CaliperTime = new TimeCodec(leastDigits: 3);
    internal static readonly Codec<DateTimeOffset> CanvasTime = new TimeCodec(leastDigits: 0);
    internal static readonly Codec<Iri> Iri = new TextCodec<Iri>(IriExpected, GradeEvents.Iri.TryParse, static iri => iri.IsAbsolute ? iri.Text! : throw NotAnIri(iri));

    /// <summary>The id of a software application, which Canvas also gives as the name of a host (www.canvaslms.com).</summary>
    internal static readonly Codec<Iri> ApplicationId = new TextCodec<Iri>(
        IriExpected + ", or the name of a host (www.canvaslms.com)", GradeEvents.Iri.TryParseApplicationId, static iri => iri.Text ?? throw NotAnIri(iri));

    internal static readonly Codec<CanvasUrn> Urn = new TextCodec<CanvasUrn>(
        "a Canvas URN (urn:instructure:canvas:user:21070000000000987)", CanvasUrn.TryParse, static urn => urn.Text ?? throw new InvalidOperationException("A Canvas URN that was never set can't be written."));

    internal static readonly Codec<CanvasId> Id = new IdCodec();
    internal static readonly Codec<CanvasId?> OptionalId = new OptionalIdCodec();
    internal static readonly Codec<Role> Role = new TextCodec<Role>("a role (a string)", static (text, out role) => (role = new(text)) is var _, static role => Checked(role.ToString()));
    internal static readonly Codec<JsonMembers> Object = new ObjectCodec();

    internal static readonly Codec<ICaliperItem> Item = new ItemCodec<ICaliperItem>("an event or an entity (an object)");
    internal static readonly Codec<CaliperEvent> Event = new ItemCodec<CaliperEvent>("an event (an object)");
    internal static readonly Codec<Entity> AnyEntity = Entity<Entity>(static () => UnknownEntity.Shape);

    internal static Codec<T> Entity<T>(Func<IShape<T>> shape)
        where T : Entity
        => new ItemCodec<T>("an object ({0}) or its IRI", shape);

    internal static Codec<JsonList<T>> List<T>(this Codec<T> codec, string plural)
        => new ListCodec<T>(codec, plural);

    /// <summary>Refuses half of a surrogate pair, which the writer would make another character without a word.</summary>
    internal static string Checked(string text)
    {
        var rest = text.AsSpan();
        while (IndexOfSurrogate(rest) is var index and >= 0)
        {
            if (index + 1 == rest.Length || !char.IsSurrogatePair(rest[index], rest[index + 1]))
            {
                throw NotUnicode();
            }

            rest = rest.Slice(index + 2);
        }

        return text;
    }

    internal static InvalidOperationException NotUnicode() => new("A text with half of a surrogate pair can't be written.");

    private static InvalidOperationException CantWrite(JsonEncodedText name, InvalidOperationException error) => new($"\"{name}\": {error.Message}", error);

    private static InvalidOperationException NotAnIri(Iri value)
        => new(value.Text is null ? "An IRI that was never set can't be written." : $"{PrintableText.Quote(value.Text)} is no absolute IRI, and can only be the id of a software application.");

    private static int IndexOfSurrogate(ReadOnlySpan<char> text)
    {
#if NET
        return text.IndexOfAnyInRange('\ud800', '\udfff');
#else
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]))
            {
                return i;
            }
        }

        return -1;
#endif
    }

    private sealed class ListCodec<T>(Codec<T> codec, string plural) : Codec<JsonList<T>>
    {
        /// <summary>So many items, of so many bytes, are kept as what they are. Of more the text is kept, which takes a small part of the memory.</summary>
        private const int Most = 1000;
        private const int MostBytes = 1024 * 1024;

        internal override string Expected => "an array of " + plural;

        internal override JsonList<T> Read(ref EventReader json)
        {
            if (json.TokenType != JsonTokenType.StartArray)
            {
                throw json.Unexpected(Expected);
            }

            // Most lists have one item, and no list is larger than its array.
            var start = json.Reader;
            if (json.TrySkipLong(out var utf8))
            {
                return new(new ManyItems<T>(utf8, Count(start), codec));
            }

            var isWithin = json.IsWithinItem;
            json.IsWithinItem = true;
            T[]? items = [];
            var count = 0;
            while (json.Read() && json.TokenType != JsonTokenType.EndArray)
            {
                if (isWithin ? json.IsLong(start) : count == Most || json.HasLeftOut || json.IsLong(start, MostBytes))
                {
                    items = null; // but the rest is read as well: it may have faults
                }

                if (count == items?.Length)
                {
                    Array.Resize(ref items, count == 0 ? 1 : count * 2);
                }

                var item = codec.Read(ref json);
                items?[count] = item;
                count++;
            }

            json.IsWithinItem = isWithin;
            if (items is not null && (isWithin || !json.HasLeftOut))
            {
                Array.Resize(ref items, count);
                return new(items);
            }

            // The item in which the list stands will be read again, from its text.
            json.HasLeftOut = isWithin;
            return new(isWithin ? [] : new ManyItems<T>(JsonCopy.OfRead(ref json, start), count, codec));
        }

        private static int Count(Utf8JsonReader list)
        {
            var count = 0;
            for (list.Read(); list.TokenType != JsonTokenType.EndArray; list.Read())
            {
                count++;
                list.TrySkip();
            }

            return count;
        }

        internal override void Write(Utf8JsonWriter writer, JsonList<T> value)
        {
            writer.WriteStartArray();
            foreach (var item in value)
            {
                codec.Write(writer, item);
            }

            writer.WriteEndArray();
        }
    }

    /// <summary>A value that is a text in JSON.</summary>
    /// <param name="expected">What a message says was expected.</param>
    /// <param name="parse">Makes the value of its text.</param>
    /// <param name="textOf">The text of the value, or an exception when it has none that could be read back.</param>
    private sealed class TextCodec<T>(string expected, TextCodec<T>.Parser parse, Func<T, string> textOf) : Codec<T>
    {
        internal delegate bool Parser(string text, out T value);

        internal override string Expected => expected;

        internal override T Read(ref EventReader json)
            => json.TokenType == JsonTokenType.String && parse(json.GetText(), out var value) ? value : throw json.Unexpected(Expected);

        internal override void Write(Utf8JsonWriter writer, T value) => LongText.Write(writer, textOf(value));

        internal override void WriteMember(Utf8JsonWriter writer, JsonEncodedText name, T value)
        {
            try
            {
                LongText.Write(writer, name, textOf(value));
            }
            catch (InvalidOperationException error)
            {
                throw CantWrite(name, error);
            }
        }
    }

    private sealed class BooleanCodec : Codec<bool>
    {
        internal override string Expected => "true or false";

        internal override bool Read(ref EventReader json) => json.TokenType switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            _ => throw json.Unexpected(Expected),
        };

        internal override void Write(Utf8JsonWriter writer, bool value) => writer.WriteBooleanValue(value);
    }

    private sealed class IntegerCodec : Codec<int>
    {
        internal override string Expected => "an integer of 32 bits";

        internal override int Read(ref EventReader json)
        {
            // By way of decimal: 1.0 and 1e2 are integers too.
            if (json.TokenType == JsonTokenType.Number
                && json.TryGetDecimal(out var value)
                && value is >= int.MinValue and <= int.MaxValue
                && decimal.Truncate(value) == value)
            {
                return (int)value;
            }

            throw json.Unexpected(Expected);
        }

        internal override void Write(Utf8JsonWriter writer, int value) => writer.WriteNumberValue(value);
    }

    private sealed class IdCodec : Codec<CanvasId>
    {
        internal override string Expected => "a Canvas id (\"21070000000011086\", \"2107~11086\" or \"11086\")";

        internal override CanvasId Read(ref EventReader json)
        {
            return json.TokenType is JsonTokenType.String or JsonTokenType.Number && CanvasId.TryParseUtf8(json.GetUtf8Text(), out var value)
                ? value
                : throw json.Unexpected(Expected);
        }

        internal override void Write(Utf8JsonWriter writer, CanvasId value)
        {
            Span<byte> buffer = stackalloc byte[CanvasId.MaxLength];
            writer.WriteStringValue(value.IsSet ? value.ToUtf8(buffer) : throw NeverSet());
        }

        internal override void WriteMember(Utf8JsonWriter writer, JsonEncodedText name, CanvasId value)
        {
            Span<byte> buffer = stackalloc byte[CanvasId.MaxLength];
            writer.WriteString(name, value.IsSet ? value.ToUtf8(buffer) : throw CantWrite(name, NeverSet()));
        }

        private static InvalidOperationException NeverSet() => new("A Canvas id that was never set can't be written.");
    }

    /// <summary>An id where there may be none: Canvas also sends the empty string for that.</summary>
    private sealed class OptionalIdCodec : Codec<CanvasId?>
    {
        internal override string Expected => Id.Expected;

        internal override CanvasId? Read(ref EventReader json)
            => json.TokenType == JsonTokenType.String && json.TextEquals(default) ? null : Id.Read(ref json);

        internal override void Write(Utf8JsonWriter writer, CanvasId? value) => Id.Write(writer, value.GetValueOrDefault());

        internal override void WriteMember(Utf8JsonWriter writer, JsonEncodedText name, CanvasId? value) => Id.WriteMember(writer, name, value.GetValueOrDefault());
    }

    private sealed class ObjectCodec : Codec<JsonMembers>
    {
        internal override string Expected => "an object";

        internal override JsonMembers Read(ref EventReader json)
        {
            if (json.TokenType != JsonTokenType.StartObject)
            {
                throw json.Unexpected(Expected);
            }

            JsonCopy? members = null;
            while (json.ReadMemberName())
            {
                JsonCopy.AppendMember(ref members, ref json);
            }

            return JsonMembers.From(members);
        }

        internal override void Write(Utf8JsonWriter writer, JsonMembers value)
        {
            writer.WriteStartObject();
            value.WriteTo(writer);
            writer.WriteEndObject();
        }
    }
}
