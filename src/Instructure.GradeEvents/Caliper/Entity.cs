using System.Text.Json;
using System.Text.Json.Serialization;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Caliper;

/// <summary>Something that a Caliper event is about: a person, a course, an attempt.</summary>
/// <remarks>
/// <para>Wherever an entity can stand, Caliper allows its bare IRI instead: the entity is then thinned. Both forms read into the
/// same property, and <see cref="Id"/> is always there. Source: Caliper 1.1, section 4 and appendix C (Entity).</para>
/// </remarks>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
public abstract partial record Entity : PayloadObject, ICaliperItem
{
    private bool _isThinned;

    private protected Entity(string type) => _type = type;

    /// <summary>For a type that we don't model, where <paramref name="modelledType"/> is the term of the record that takes it.</summary>
    private protected Entity(string type, string modelledType)
        : this(type ?? throw new ArgumentNullException(nameof(type)))
    {
        if (type != modelledType && RecordTypes.IsCaliperType(type))
        {
            throw new ArgumentException($"There is a record for \"{type}\" in this library; this one is for other types.", nameof(type));
        }
    }

    /// <summary>What identifies the entity.</summary>
    /// <remarks>
    /// An IRI; what Canvas sends is often a <see cref="CanvasUrn"/>, see <see cref="Iri.TryGetCanvasUrn"/>. Source: Caliper 1.1,
    /// appendix C (Entity).
    /// </remarks>
    [Member("id", Codec = nameof(IdCodec))]
    public required partial Iri Id { get; init; }

    [Member("type", Codec = nameof(TypeCodec))]
    private protected string _type;

    /// <summary>The Caliper term for what it is: <c>Person</c>, <c>Attempt</c>, <c>Document</c>.</summary>
    /// <remarks>
    /// Of a thinned entity, the type that its place asks for: <c>Agent</c>, <c>Attempt</c>, or <c>Entity</c> where any entity can
    /// stand. Source: Caliper 1.1, appendix B (Entity).
    /// </remarks>
    public string Type => _type;

    [Member("extensions", Codec = nameof(ExtensionsCodec))]
    private protected ExtensionSet? _extensions;

    /// <summary>What others than Canvas add, by their keys; also what Canvas adds where it has no record here.</summary>
    /// <remarks>
    /// Any JSON. Null when there is nothing, or nothing but what the <c>CanvasExtension</c> of the entity has. Source: Caliper 1.1,
    /// section 4.
    /// </remarks>
    /// <exception cref="ArgumentException">What Canvas adds is among it, although it has a record here.</exception>
    public IReadOnlyDictionary<string, JsonElement>? Extensions
    {
        get => _extensions?.Other;
        init => _extensions = ExtensionSet.With(_extensions, value, ExtensionsCodec.IsTyped);
    }

    /// <summary>What the entity is called.</summary>
    /// <remarks>Free text. Canvas does not send it. Source: Caliper 1.1, appendix C (Entity).</remarks>
    [Member("name", IsLast = true)]
    public partial string? Name { get; init; }

    /// <summary>A description of the entity.</summary>
    /// <remarks>Free text. Canvas does not send it. Source: Caliper 1.1, appendix C (Entity).</remarks>
    [Member("description", IsLast = true)]
    public partial string? Description { get; init; }

    /// <summary>When the entity was made.</summary>
    /// <remarks>An instant, UTC with milliseconds. Canvas does not send it. Source: Caliper 1.1, appendix C (Entity).</remarks>
    [Member("dateCreated", IsLast = true)]
    public partial DateTimeOffset? DateCreated { get; init; }

    /// <summary>When the entity was last changed.</summary>
    /// <remarks>An instant, UTC with milliseconds. Canvas does not send it. Source: Caliper 1.1, appendix C (Entity).</remarks>
    [Member("dateModified", IsLast = true)]
    public partial DateTimeOffset? DateModified { get; init; }

    /// <summary>The JSON-LD context.</summary>
    /// <remarks>A string, or an array that ends in it. Missing for an entity inside of an event, which has the event's. Source: Caliper 1.1, section 4.</remarks>
    [Member("@context", IsLast = true)]
    public partial CaliperContext? Context { get; init; }

    /// <summary>Whether only the IRI is given, instead of an object. Nothing but the IRI is written then.</summary>
    /// <remarks>Source: Caliper 1.1, section 4.</remarks>
    public bool IsThinned { get => _isThinned; init => _isThinned = value; }

    /// <summary>The Canvas id of the entity: the one in its URN, else the <c>entity_id</c> that Canvas adds.</summary>
    /// <remarks>
    /// Null when there is neither, as for a session or a membership. Source: Canvas event documentation, the payloads in the Caliper format.
    /// </remarks>
    public CanvasId? CanvasId
        => (Id.TryGetCanvasUrn(out var urn) && !urn.IsMembership ? urn.Id : null) ?? GetCanvasExtension() switch
        {
            CanvasUserExtension user => user.EntityId,
            CanvasAttemptExtension attempt => attempt.EntityId,
            CanvasScoreExtension score => score.EntityId,
            CanvasGroupExtension group => group.EntityId,
            _ => null,
        };

    internal Entity ToThinned() => CreateThinned((IShape<Entity>)GetShape(), Id);

    internal static T CreateThinned<T>(IShape<T> shape, Iri id)
        where T : Entity
    {
        var thinned = shape.Create();
        thinned._id = id;
        thinned._isThinned = true;
        return thinned;
    }

    internal sealed override void WriteTo(Utf8JsonWriter writer)
    {
        if (_isThinned)
        {
            (this is Person or Organization or not (Agent or UnknownEntity) ? Codecs.Iri : Codecs.ApplicationId).Write(writer, _id);
        }
        else
        {
            base.WriteTo(writer);
        }
    }

    private protected Codec<string> TypeCodec => GetShape().Type;

    private protected virtual Codec<Iri> IdCodec => Codecs.Iri;

    /// <summary>The codec that knows which record is for what Canvas adds, if there is one.</summary>
    private protected virtual ExtensionSet.SetCodec ExtensionsCodec => ExtensionSet.Untyped;

    private protected PayloadObject? GetCanvasExtension() => _extensions?.Canvas;

    private protected void SetCanvasExtension(PayloadObject? value) => _extensions = ExtensionSet.Create(value, _extensions?.Other);
}
