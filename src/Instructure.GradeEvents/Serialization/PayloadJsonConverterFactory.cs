using System.Text.Json;
using System.Text.Json.Serialization;
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
    private static readonly Dictionary<Type, Func<JsonConverter>> s_converters = CreateTable();

    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => s_converters.ContainsKey(typeToConvert ?? throw new ArgumentNullException(nameof(typeToConvert)));

    /// <inheritdoc/>
    public override JsonConverter? CreateConverter(Type typeToConvert, JsonSerializerOptions options)
        => s_converters.TryGetValue(typeToConvert ?? throw new ArgumentNullException(nameof(typeToConvert)), out var create) ? create() : null;

    private static Dictionary<Type, Func<JsonConverter>> CreateTable()
    {
        var table = new Dictionary<Type, Func<JsonConverter>>
        {
            [typeof(CanvasId)] = static () => new CanvasIdJsonConverter(),
            [typeof(CanvasId?)] = static () => new PayloadJsonConverter<CanvasId?>(Codecs.OptionalId),
            [typeof(CanvasUrn)] = static () => new CanvasUrnJsonConverter(),
            [typeof(Iri)] = static () => new IriJsonConverter(),
            [typeof(Role)] = static () => new RoleJsonConverter(),
        };
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
        AddCanvas<UnknownCanvasEvent>();
        AddRecord(static () => CanvasEventMetadata.Shape);
        AddRecord(static () => GradeChangeBody.Shape);
        AddRecord(static () => CourseGradeChangeBody.Shape);
        AddRecord(static () => GradeOverrideBody.Shape);
        return table;

        void Add<T>(Codec<T> codec) => table.Add(typeof(T), () => new PayloadJsonConverter<T>(codec));

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
}
