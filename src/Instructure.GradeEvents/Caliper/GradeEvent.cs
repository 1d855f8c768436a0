using System.Text.Json;
using System.Text.Json.Serialization;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Caliper;

/// <summary>A Caliper event that says that a submission was graded, by a person or automatically.</summary>
/// <remarks>
/// Source: Caliper 1.1, section 3.5 (Grading profile) and appendix C (GradeEvent); the payloads in the Caliper format of the Canvas event
/// documentation.
/// </remarks>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
public sealed record GradeEvent : CaliperEvent
{
    // What is required must be set to something until it has been read.
    private static readonly Agent s_nobody = new() { Id = default };
    private static readonly Attempt s_nothing = new() { Id = default };

    internal static readonly RecordShape<GradeEvent> Shape = new(
        "GradeEvent",
        static () => new() { Context = CaliperContext.V1p1, Id = default, Actor = s_nobody, Action = string.Empty, Object = s_nothing, EventTime = default },
        [
            RecordMember.Required("@context", CaliperContext.Codec, static (GradeEvent g) => ref g._context),
            RecordMember.Required("id", Codecs.Iri, static (GradeEvent g) => ref g._id),
            TypeMember(new TypeCodec("GradeEvent", open: false)),
            RecordMember.Required("actor", EntityCodecs.Agent, static (GradeEvent g) => ref g._actor),
            RecordMember.Required("action", Codecs.Text, static (GradeEvent g) => ref g._action),
            RecordMember.Required("object", EntityCodecs.Attempt, static (GradeEvent g) => ref g._object),
            RecordMember.Required("eventTime", Codecs.CaliperTime, static (GradeEvent g) => ref g._eventTime),
            RecordMember.Optional("generated", EntityCodecs.Score, static (GradeEvent g) => ref g._generated),
            RecordMember.Optional("target", EntityCodecs.Any, static (GradeEvent g) => ref g._target),
            RecordMember.Optional("referrer", EntityCodecs.Any, static (GradeEvent g) => ref g._referrer),
            RecordMember.Optional("edApp", EntityCodecs.SoftwareApplication, static (GradeEvent g) => ref g._edApp),
            RecordMember.Optional("group", EntityCodecs.Organization, static (GradeEvent g) => ref g._group),
            RecordMember.Optional("membership", EntityCodecs.Membership, static (GradeEvent g) => ref g._membership),
            RecordMember.Optional("session", EntityCodecs.Session, static (GradeEvent g) => ref g._session),
            RecordMember.Optional("federatedSession", EntityCodecs.LtiSession, static (GradeEvent g) => ref g._federatedSession),
            RecordMember.Optional("extensions", new ExtensionSetCodec(CanvasEventExtension.Shape), static (GradeEvent g) => ref g._extensions),
        ]);

    private CaliperContext? _context;
    private Iri _id;
    private Agent? _actor;
    private string? _action;
    private Attempt? _object;
    private DateTimeOffset _eventTime;
    private Score? _generated;
    private Entity? _target;
    private Entity? _referrer;
    private SoftwareApplication? _edApp;
    private Organization? _group;
    private Membership? _membership;
    private Session? _session;
    private LtiSession? _federatedSession;
    private ExtensionSet? _extensions;

    /// <summary>Makes a GradeEvent for you to fill.</summary>
    public GradeEvent()
        : base("GradeEvent")
    {
    }

    /// <summary>The JSON-LD context, which tells the version of Caliper.</summary>
    /// <remarks>A string, or an array that ends in it. Source: Caliper 1.1, section 4.</remarks>
    public required CaliperContext Context
    {
        get => _context!;
        init => _context = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>The id of the event.</summary>
    /// <remarks>
    /// <c>urn:uuid:…</c>: see <see cref="Iri.TryGetGuid"/>. The same for a second delivery of the same event. Source: Caliper 1.1, appendix
    /// C (Event).
    /// </remarks>
    public required Iri Id { get => _id; init => _id = value; }

    /// <summary>Who graded.</summary>
    /// <remarks>
    /// A <see cref="Person"/>, or a <see cref="SoftwareApplication"/> when it was graded automatically; an object or an IRI. Source:
    /// Caliper 1.1, section 3.5 (Grading profile).
    /// </remarks>
    public required Agent Actor
    {
        get => _actor!;
        init => _actor = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>What the actor did.</summary>
    /// <remarks><c>Graded</c>; other texts are kept. Source: Caliper 1.1, section 3.5 (Grading profile).</remarks>
    public required string Action
    {
        get => _action!;
        init => _action = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>What was graded: the submission.</summary>
    /// <remarks>
    /// An object or an IRI. Source: Caliper 1.1, section 3.5 (Grading profile); Canvas event documentation, whose table says
    /// <c>GradeEvent</c> for its type and whose payload says <c>Attempt</c>.
    /// </remarks>
    public required Attempt Object
    {
        get => _object!;
        init => _object = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>When it happened. Events come in any order: only this orders them.</summary>
    /// <remarks>
    /// An instant, UTC with milliseconds: one with a finer fraction, such as <see cref="DateTimeOffset.UtcNow"/> has, is written with more digits,
    /// which the standard doesn't allow. Source: Caliper 1.1, appendix C (Event).
    /// </remarks>
    public required DateTimeOffset EventTime { get => _eventTime; init => _eventTime = value; }

    /// <summary>The score that was given.</summary>
    /// <remarks>
    /// An object or an IRI. Canvas sends it; Caliper says that it should be there, but it may be missing. Source: Caliper 1.1, section 3.5
    /// (Grading profile).
    /// </remarks>
    public Score? Generated { get => _generated; init => _generated = value; }

    /// <summary>Not applicable to a grade event, but kept.</summary>
    /// <remarks>An object of any type, or an IRI. Canvas does not send it. Source: Caliper 1.1, section 3.5 (Grading profile).</remarks>
    public Entity? Target { get => _target; init => _target = value; }

    /// <summary>Where the actor came from, as the page of the gradebook.</summary>
    /// <remarks>
    /// Canvas sends a bare IRI. Missing when the browser did not tell, and for events from a job. Source: Caliper 1.1, appendix C (Event).
    /// </remarks>
    public Entity? Referrer { get => _referrer; init => _referrer = value; }

    /// <summary>The application in which it happened: Canvas.</summary>
    /// <remarks>
    /// An object or an IRI; its id can be the bare text <c>www.canvaslms.com</c>. Missing when the sender does not tell. Source: Caliper
    /// 1.1, appendix C (Event); the payloads in the Caliper format of the Canvas event documentation.
    /// </remarks>
    public SoftwareApplication? EdApp { get => _edApp; init => _edApp = value; }

    /// <summary>The organization in which it happened: the course.</summary>
    /// <remarks>An object or an IRI. Missing when the sender does not tell. Source: Caliper 1.1, appendix C (Event).</remarks>
    public Organization? Group { get => _group; init => _group = value; }

    /// <summary>The actor's membership in the group.</summary>
    /// <remarks>
    /// An object or an IRI. Missing when it was graded automatically. Source: Caliper 1.1, appendix C (Event); the payloads in the Caliper
    /// format of the Canvas event documentation.
    /// </remarks>
    public Membership? Membership { get => _membership; init => _membership = value; }

    /// <summary>The session of the actor.</summary>
    /// <remarks>An object or an IRI. Missing for events from a job. Source: Caliper 1.1, appendix C (Event).</remarks>
    public Session? Session { get => _session; init => _session = value; }

    /// <summary>The LTI session of the actor.</summary>
    /// <remarks>An object or an IRI. Canvas does not send it. Source: Caliper 1.1, appendix C (Event).</remarks>
    public LtiSession? FederatedSession { get => _federatedSession; init => _federatedSession = value; }

    /// <summary>What Canvas adds: the request or the background job that the event comes from.</summary>
    /// <remarks>Null when Canvas adds nothing. Source: Canvas event documentation, the extensions of the event.</remarks>
    public CanvasEventExtension? CanvasExtension
    {
        get => (CanvasEventExtension?)_extensions?.Canvas;
        init => _extensions = ExtensionSet.Create(value, _extensions?.Other);
    }

    /// <summary>What others than Canvas add, by their keys.</summary>
    /// <remarks>Any JSON. Null when there is nothing but what <see cref="CanvasExtension"/> has. Source: Caliper 1.1, section 4.</remarks>
    public IReadOnlyDictionary<string, JsonElement>? Extensions
    {
        get => _extensions?.Other;
        init => _extensions = ExtensionSet.With(_extensions, value, hasCanvasRecord: true);
    }

    internal override void WriteTo(Utf8JsonWriter writer) => Shape.Write(writer, this);
}
