using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Instructure.GradeEvents.Caliper;
using Instructure.GradeEvents.Canvas;

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
        AddRecord(static () => CaliperEnvelope.Shape);
        Add(CaliperContext.Codec);
        Add(EntityCodecs.Item);
        Add(EntityCodecs.Event);
        AddRecord(static () => GradeEvent.Shape);
        Add(new DerivedCodec<UnknownCaliperEvent, CaliperEvent>(EntityCodecs.Event));
        Add(EntityCodecs.Any);
        Add(EntityCodecs.Agent);
        Add(EntityCodecs.Person);
        Add(EntityCodecs.SoftwareApplication);
        Add(EntityCodecs.Organization);
        AddEntity(static () => Group.Shape);
        AddEntity(static () => CourseOffering.Shape);
        AddEntity(static () => CourseSection.Shape);
        Add(EntityCodecs.Membership);
        Add(EntityCodecs.Session);
        Add(EntityCodecs.LtiSession);
        Add(EntityCodecs.Attempt);
        Add(EntityCodecs.Score);
        Add(EntityCodecs.DigitalResource);
        AddEntity(static () => AssignableDigitalResource.Shape);
        AddEntity(static () => Assessment.Shape);
        Add(EntityCodecs.AssessmentItem);
        AddEntity(static () => UnknownEntity.Shape, static (ref json, _) => UnknownEntity.Shape.Read(ref json));
        AddRecord(static () => CanvasEventExtension.Shape);
        AddRecord(static () => CanvasUserExtension.Shape);
        AddRecord(static () => CanvasAttemptExtension.Shape);
        AddRecord(static () => CanvasScoreExtension.Shape);
        AddRecord(static () => CanvasGroupExtension.Shape);
        Add(CanvasEventCodec.Instance);
        AddCanvas<GradeChangeEvent>();
        AddCanvas<CourseGradeChangeEvent>();
        AddCanvas<GradeOverrideEvent>();
        AddCanvas<FinalGradeCustomStatusEvent>();
        AddCanvas<UnknownCanvasEvent>();
        AddRecord(static () => CanvasEventMetadata.Shape);
        AddRecord(static () => GradeChangeBody.Shape);
        AddRecord(static () => CourseGradeChangeBody.Shape);
        AddRecord(static () => GradeOverrideBody.Shape);
        AddRecord(static () => FinalGradeCustomStatusBody.Shape);
        return table;

        void Add<T>(Codec<T> codec) => table.Add(typeof(T), new Entry<T>(() => new CodecConverter<T>(codec)));

        void AddIdentifier<T>(Codec<T> codec, IdentifierConverter<T>.Parser parse)
            where T : struct
            => table.Add(typeof(T), new Entry<T>(() => new IdentifierConverter<T>(codec, parse)));

        void AddRecord<T>(Func<RecordShape<T>> shape)
            where T : PayloadObject
            => Add(new RecordCodec<T>(shape));

        void AddEntity<T>(Func<IShape<T>> shape, ItemCodec<T>.UnknownReader? readUnknown = null)
            where T : Entity
            => Add(EntityCodecs.Of(shape, readUnknown));

        void AddCanvas<T>()
            where T : CanvasEvent
            => Add(new DerivedCodec<T, CanvasEvent>(CanvasEventCodec.Instance));
    }

    private abstract class Entry
    {
        internal abstract JsonConverter CreateConverter();

        internal abstract JsonTypeInfo CreateTypeInfo(JsonSerializerOptions options);
    }

    private sealed class Entry<T>(Func<JsonConverter<T>> create) : Entry
    {
        internal override JsonConverter CreateConverter() => create();

        internal override JsonTypeInfo CreateTypeInfo(JsonSerializerOptions options) => JsonMetadataServices.CreateValueInfo<T>(options, create());
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

    /// <summary>A record that always has the same shape. The shape is asked for late: shapes refer to each other in circles.</summary>
    private sealed class RecordCodec<T>(Func<RecordShape<T>> shape) : Codec<T>
        where T : PayloadObject
    {
        internal override string Expected => shape().Expected;

        internal override T Read(ref EventReader json) => shape().Read(ref json);

        internal override void Write(Utf8JsonWriter writer, T value) => value.WriteTo(writer);
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
