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
public sealed partial record GradeEvent : CaliperEvent
{
    /// <summary>Makes a GradeEvent for you to fill.</summary>
    public GradeEvent()
        : base("GradeEvent")
    {
    }

    /// <summary>The JSON-LD context, which tells the version of Caliper.</summary>
    /// <remarks>A string, or an array that ends in it. Source: Caliper 1.1, section 4.</remarks>
    [Member("@context")]
    public required partial CaliperContext Context { get; init; }

    /// <summary>The id of the event.</summary>
    /// <remarks>
    /// <c>urn:uuid:…</c>: see <see cref="Iri.TryGetGuid"/>. The same for a second delivery of the same event. Source: Caliper 1.1, appendix
    /// C (Event).
    /// </remarks>
    [Member("id", Codec = nameof(Codecs.Iri))]
    public required partial Iri Id { get; init; }

    /// <summary>The field of the base, whose place is here.</summary>
    [Member("type", Codec = nameof(TypeCodec))]
    private ref string TypeField => ref _type;

    /// <summary>Who graded.</summary>
    /// <remarks>
    /// A <see cref="Person"/>, or a <see cref="SoftwareApplication"/> when it was graded automatically; an object or an IRI. Source:
    /// Caliper 1.1, section 3.5 (Grading profile).
    /// </remarks>
    [Member("actor")]
    public required partial Agent Actor { get; init; }

    /// <summary>What the actor did.</summary>
    /// <remarks><c>Graded</c>; other texts are kept. Source: Caliper 1.1, section 3.5 (Grading profile).</remarks>
    [Member("action")]
    public required partial string Action { get; init; }

    /// <summary>What was graded: the submission.</summary>
    /// <remarks>
    /// An object or an IRI. Source: Caliper 1.1, section 3.5 (Grading profile); Canvas event documentation, whose table says
    /// <c>GradeEvent</c> for its type and whose payload says <c>Attempt</c>.
    /// </remarks>
    [Member("object")]
    public required partial Attempt Object { get; init; }

    /// <summary>When it happened. Events come in any order: only this orders them.</summary>
    /// <remarks>
    /// An instant, UTC with milliseconds: one with a finer fraction, such as <see cref="DateTimeOffset.UtcNow"/> has, is written with more digits,
    /// which the standard doesn't allow. Source: Caliper 1.1, appendix C (Event).
    /// </remarks>
    [Member("eventTime")]
    public required partial DateTimeOffset EventTime { get; init; }

    /// <summary>The score that was given.</summary>
    /// <remarks>
    /// An object or an IRI. Canvas sends it; Caliper says that it should be there, but it may be missing. Source: Caliper 1.1, section 3.5
    /// (Grading profile).
    /// </remarks>
    [Member("generated")]
    public partial Score? Generated { get; init; }

    /// <summary>Not applicable to a grade event, but kept.</summary>
    /// <remarks>An object of any type, or an IRI. Canvas does not send it. Source: Caliper 1.1, section 3.5 (Grading profile).</remarks>
    [Member("target")]
    public partial Entity? Target { get; init; }

    /// <summary>Where the actor came from, as the page of the gradebook.</summary>
    /// <remarks>
    /// Canvas sends a bare IRI. Missing when the browser did not tell, and for events from a job. Source: Caliper 1.1, appendix C (Event).
    /// </remarks>
    [Member("referrer")]
    public partial Entity? Referrer { get; init; }

    /// <summary>The application in which it happened: Canvas.</summary>
    /// <remarks>
    /// An object or an IRI; its id can be the bare text <c>www.canvaslms.com</c>. Missing when the sender does not tell. Source: Caliper
    /// 1.1, appendix C (Event); the payloads in the Caliper format of the Canvas event documentation.
    /// </remarks>
    [Member("edApp")]
    public partial SoftwareApplication? EdApp { get; init; }

    /// <summary>The organization in which it happened: the course.</summary>
    /// <remarks>An object or an IRI. Missing when the sender does not tell. Source: Caliper 1.1, appendix C (Event).</remarks>
    [Member("group")]
    public partial Organization? Group { get; init; }

    /// <summary>The actor's membership in the group.</summary>
    /// <remarks>
    /// An object or an IRI. Missing when it was graded automatically. Source: Caliper 1.1, appendix C (Event); the payloads in the Caliper
    /// format of the Canvas event documentation.
    /// </remarks>
    [Member("membership")]
    public partial Membership? Membership { get; init; }

    /// <summary>The session of the actor.</summary>
    /// <remarks>An object or an IRI. Missing for events from a job. Source: Caliper 1.1, appendix C (Event).</remarks>
    [Member("session")]
    public partial Session? Session { get; init; }

    /// <summary>The LTI session of the actor.</summary>
    /// <remarks>An object or an IRI. Canvas does not send it. Source: Caliper 1.1, appendix C (Event).</remarks>
    [Member("federatedSession")]
    public partial LtiSession? FederatedSession { get; init; }

    [Member("extensions", Codec = nameof(ExtensionSet.OfEvent))]
    private ExtensionSet? _extensions;

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

    private static Codec<string> TypeCodec => Shape.Type;
}
