using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Instructure.GradeEvents.Caliper;
using Instructure.GradeEvents.Canvas;
using Instructure.GradeEvents.Recognition;

namespace Instructure.GradeEvents.Serialization;

/// <summary>Lets System.Text.Json read and write the records and identifiers of this library, also inside of your own types.</summary>
/// <remarks>
/// The records name it in an attribute, so that you rarely need it. Add it to the converters of your own options when a
/// <c>CanvasId?</c> of yours should take an empty string for null. It uses no reflection, and has no state.
/// </remarks>
public sealed class PayloadJsonConverterFactory : JsonConverterFactory
{
    private static readonly Dictionary<Type, Entry> s_types = CreateTable();

    /// <summary>The metadata of the types, which lead to their converters without reflection.</summary>
    internal static IJsonTypeInfoResolver Resolver { get; } = new TypeInfoResolver();

    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => s_types.ContainsKey(typeToConvert ?? throw new ArgumentNullException(nameof(typeToConvert)));

    /// <inheritdoc/>
    public override JsonConverter? CreateConverter(Type typeToConvert, JsonSerializerOptions options)
        => s_types.TryGetValue(typeToConvert ?? throw new ArgumentNullException(nameof(typeToConvert)), out var entry) ? entry.CreateConverter() : null;

    private static Dictionary<Type, Entry> CreateTable()
    {
        var table = new Dictionary<Type, Entry>();
        AddIdentifier(Codecs.Id, CanvasId.TryParse);
        AddIdentifier(Codecs.Urn, CanvasUrn.TryParse);
        AddIdentifier(Codecs.Iri, Iri.TryParse);
        AddIdentifier(Codecs.Role, static (string? text, out Role role) => (role = new(text!)) is var _);
        Add(Codecs.OptionalId);
        Add(LiveEventCodec.Instance);
        Add(Codecs.Event);
        Add(new DerivedCodec<UnknownCaliperEvent, CaliperEvent>(Codecs.Event));
        Add(Codecs.Item);
        Add(Codecs.AnyEntity);
        Add(CaliperContext.Codec);
        Add(CanvasEventCodec.Instance);
        AddCanvas<GradeChangeEvent>();
        AddCanvas<CourseGradeChangeEvent>();
        AddCanvas<GradeOverrideEvent>();
        AddCanvas<FinalGradeCustomStatusEvent>();
        AddCanvas<UnknownCanvasEvent>();
        foreach (var shape in RecordTypes.All)
        {
            table.Add(shape.Json.Type, shape.Json);
        }

        return table;

        void Add<T>(Codec<T> codec) => table.Add(typeof(T), new Entry<T>(codec));

        void AddIdentifier<T>(Codec<T> codec, IdentifierConverter<T>.Parser parse)
            where T : struct
            => table.Add(typeof(T), new Entry<T>(codec, () => new IdentifierConverter<T>(codec, parse)));

        void AddCanvas<T>()
            where T : CanvasEvent
            => Add(new DerivedCodec<T, CanvasEvent>(CanvasEventCodec.Instance));
    }

    /// <summary>How System.Text.Json reads and writes a type.</summary>
    internal abstract class Entry(Type type)
    {
        internal Type Type { get; } = type;

        internal abstract JsonConverter CreateConverter();

        internal abstract JsonTypeInfo CreateTypeInfo(JsonSerializerOptions options);
    }

    internal sealed class Entry<T>(Codec<T> codec, Func<JsonConverter<T>>? create = null) : Entry(typeof(T))
    {
        internal override JsonConverter CreateConverter() => create is null ? new CodecConverter<T>(codec) : create();

        internal override JsonTypeInfo CreateTypeInfo(JsonSerializerOptions options) => JsonMetadataServices.CreateValueInfo<T>(options, CreateConverter());
    }

    private sealed class TypeInfoResolver : IJsonTypeInfoResolver
    {
        public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) => s_types.TryGetValue(type, out var entry) ? entry.CreateTypeInfo(options) : null;
    }

    private class CodecConverter<T>(Codec<T> codec) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var json = new EventReader(reader);
            var depth = reader.CurrentDepth;
            try
            {
                var value = codec.Read(ref json);
                reader = json.Reader;
                return value;
            }
            catch (JsonException error) when (depth > 0)
            {
                // Inside of somebody's own type. The serializer knows the path to this value, and adds it when there is none.
                var message = error.Path is null ? json.WithPath(error).Message : error.Message;
                throw new JsonException(message.StartsWith("$: ", StringComparison.Ordinal) ? message.Substring(3) : "in this value, " + message, error);
            }
            catch (JsonException error) when (error.Path is null)
            {
                throw json.WithPath(error);
            }
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => codec.Write(writer, value);
    }

    /// <summary>An identifier can also be the key of a dictionary.</summary>
    private sealed class IdentifierConverter<T>(Codec<T> codec, IdentifierConverter<T>.Parser parse) : CodecConverter<T>(codec)
        where T : struct
    {
        private readonly Codec<T> _codec = codec;

        internal delegate bool Parser(string? text, out T value);

        public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var name = reader.GetString()!;
            return parse(name, out var value) ? value : throw new JsonException($"expected {_codec.Expected} as the name of the member, found {PrintableText.Quote(name)}");
        }

        public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(Codecs.Checked(value.ToString()!));
    }

    /// <summary>One type of those that a codec gives, for who asks for just that.</summary>
    private sealed class DerivedCodec<T, TBase>(Codec<TBase> codec) : Codec<T>
        where T : class, TBase
        where TBase : class
    {
        internal override string Expected => "a " + typeof(T).Name;

        internal override T Read(ref EventReader json)
        {
            var start = json.Reader;
            return codec.Read(ref json) is { } value && value is T derived
                ? derived
                : throw json.Error(start, $"expected {Expected}, found another event");
        }

        internal override void Write(Utf8JsonWriter writer, T value) => codec.Write(writer, value);
    }
}
