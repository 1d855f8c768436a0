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
public abstract record Entity : PayloadObject, ICaliperItem
{
    /// <summary>The members that stand last in every entity, for the table of a shape. Canvas doesn't send them.</summary>
    private protected static readonly RecordMember[] DescribingMembers =
    [
        RecordMember.Optional("name", Codecs.Text, static (Entity e) => ref e._name),
        RecordMember.Optional("description", Codecs.Text, static (Entity e) => ref e._description),
        RecordMember.Optional("dateCreated", Codecs.CaliperTime.Nullable(), static (Entity e) => ref e._dateCreated),
        RecordMember.Optional("dateModified", Codecs.CaliperTime.Nullable(), static (Entity e) => ref e._dateModified),
        RecordMember.Optional("@context", CaliperContext.Codec, static (Entity e) => ref e._context),
    ];

    private string? _type;
    private Iri _id;
    private bool _isThinned;
    private CaliperContext? _context;
    private string? _name;
    private string? _description;
    private DateTimeOffset? _dateCreated;
    private DateTimeOffset? _dateModified;
    private ExtensionSet? _extensions;

    private protected Entity(string type) => _type = type;

    /// <summary>For a type that we don't model, where <paramref name="modelledType"/> is the term of the record that takes it.</summary>
    private protected Entity(string type, string modelledType)
        : this(type ?? throw new ArgumentNullException(nameof(type)))
    {
        if (type != modelledType && ItemTypes.IsModelled(type))
        {
            throw new ArgumentException($"There is a record for \"{type}\" in this library; this one is for other types.", nameof(type));
        }
    }

    /// <summary>The Caliper term for what it is: <c>Person</c>, <c>Attempt</c>, <c>Document</c>.</summary>
    /// <remarks>
    /// Of a thinned entity, the type that its place asks for: <c>Agent</c>, <c>Attempt</c>, or <c>Entity</c> where any entity can
    /// stand. Source: Caliper 1.1, appendix B (Entity).
    /// </remarks>
    public string Type => _type!;

    /// <summary>What identifies the entity.</summary>
    /// <remarks>
    /// An IRI; what Canvas sends is often a <see cref="CanvasUrn"/>, see <see cref="Iri.TryGetCanvasUrn"/>. Source: Caliper 1.1,
    /// appendix C (Entity).
    /// </remarks>
    public required Iri Id { get => _id; init => _id = value; }

    /// <summary>Whether only the IRI is given, instead of an object. Nothing but the IRI is written then.</summary>
    /// <remarks>Source: Caliper 1.1, section 4.</remarks>
    public bool IsThinned { get => _isThinned; init => _isThinned = value; }

    /// <summary>The JSON-LD context.</summary>
    /// <remarks>A string, or an array that ends in it. Missing for an entity inside of an event, which has the event's. Source: Caliper 1.1, section 4.</remarks>
    public CaliperContext? Context { get => _context; init => _context = value; }

    /// <summary>What the entity is called.</summary>
    /// <remarks>Free text. Canvas does not send it. Source: Caliper 1.1, appendix C (Entity).</remarks>
    public string? Name { get => _name; init => _name = value; }

    /// <summary>A description of the entity.</summary>
    /// <remarks>Free text. Canvas does not send it. Source: Caliper 1.1, appendix C (Entity).</remarks>
    public string? Description { get => _description; init => _description = value; }

    /// <summary>When the entity was made.</summary>
    /// <remarks>An instant, UTC with milliseconds. Canvas does not send it. Source: Caliper 1.1, appendix C (Entity).</remarks>
    public DateTimeOffset? DateCreated { get => _dateCreated; init => _dateCreated = value; }

    /// <summary>When the entity was last changed.</summary>
    /// <remarks>An instant, UTC with milliseconds. Canvas does not send it. Source: Caliper 1.1, appendix C (Entity).</remarks>
    public DateTimeOffset? DateModified { get => _dateModified; init => _dateModified = value; }

    /// <summary>What others than Canvas add, by their keys; also what Canvas adds where it has no record here.</summary>
    /// <remarks>
    /// Any JSON. Null when there is nothing, or nothing but what the <c>CanvasExtension</c> of the entity has. Source: Caliper 1.1,
    /// section 4.
    /// </remarks>
    /// <exception cref="ArgumentException">What Canvas adds is among it, although it has a record here.</exception>
    public IReadOnlyDictionary<string, JsonElement>? Extensions
    {
        get => _extensions?.Other;
        init => _extensions = ExtensionSet.With(_extensions, value, HasCanvasRecord);
    }

    internal void SetThinned(Iri id)
    {
        _id = id;
        _isThinned = true;
    }

    internal sealed override void WriteTo(Utf8JsonWriter writer)
    {
        if (_isThinned)
        {
            (this is Person or Organization or not (Agent or UnknownEntity) ? Codecs.Iri : Codecs.ApplicationId).Write(writer, _id);
        }
        else
        {
            GetShape().Write(writer, this);
        }
    }

    /// <summary>The members that stand first in every entity, for the table of a shape.</summary>
    private protected static RecordMember[] IdentifyingMembers(TypeCodec type, IShape<PayloadObject>? canvas = null, Codec<Iri>? id = null) =>
    [
        RecordMember.Required("id", id ?? Codecs.Iri, static (Entity e) => ref e._id),
        RecordMember.Required("type", type, static (Entity e) => ref e._type),
        RecordMember.Optional("extensions", new ExtensionSetCodec(canvas), static (Entity e) => ref e._extensions),
    ];

    /// <summary>Whether what Canvas adds has a record here.</summary>
    private protected virtual bool HasCanvasRecord => false;

    private protected abstract RecordShape GetShape();

    private protected PayloadObject? GetCanvasExtension() => _extensions?.Canvas;

    private protected void SetCanvasExtension(PayloadObject? value) => _extensions = ExtensionSet.Create(value, _extensions?.Other);
}
