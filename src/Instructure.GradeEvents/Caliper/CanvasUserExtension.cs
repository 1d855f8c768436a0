using System.Text.Json;
using System.Text.Json.Serialization;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Caliper;

/// <summary>What Canvas adds to a person: on the actor logins and ids, on the assignee the SIS id.</summary>
/// <remarks>Source: Canvas event documentation, the extensions of actor and assignee.</remarks>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
public sealed record CanvasUserExtension : PayloadObject
{
    internal static readonly RecordShape<CanvasUserExtension> Shape = new(
        "CanvasUserExtension",
        static () => new(),
        [
            RecordMember.Optional("entity_id", Codecs.OptionalId, static (CanvasUserExtension c) => ref c._entityId),
            RecordMember.Optional("user_login", Codecs.Text, static (CanvasUserExtension c) => ref c._userLogin),
            RecordMember.Optional("user_sis_id", Codecs.Text, static (CanvasUserExtension c) => ref c._userSisId),
            RecordMember.Optional("root_account_id", Codecs.OptionalId, static (CanvasUserExtension c) => ref c._rootAccountId),
            RecordMember.Optional("root_account_lti_guid", Codecs.Text, static (CanvasUserExtension c) => ref c._rootAccountLtiGuid),
            RecordMember.Optional("root_account_uuid", Codecs.Text, static (CanvasUserExtension c) => ref c._rootAccountUuid),
            RecordMember.Optional("real_user_id", Codecs.OptionalId, static (CanvasUserExtension c) => ref c._realUserId),
            RecordMember.Optional("sis_id", Codecs.Text, static (CanvasUserExtension c) => ref c._sisId),
        ]);

    private CanvasId? _entityId;
    private string? _userLogin;
    private string? _userSisId;
    private CanvasId? _rootAccountId;
    private string? _rootAccountLtiGuid;
    private string? _rootAccountUuid;
    private CanvasId? _realUserId;
    private string? _sisId;

    /// <summary>The global id of the user.</summary>
    /// <remarks>
    /// The same as in the URN of the person. Missing on an assignee. Source: Canvas event documentation, the extensions of actor.
    /// </remarks>
    public CanvasId? EntityId { get => _entityId; init => _entityId = value; }

    /// <summary>The login of the user.</summary>
    /// <remarks>Free text. Missing on an assignee. Source: Canvas event documentation, the extensions of actor.</remarks>
    public string? UserLogin { get => _userLogin; init => _userLogin = value; }

    /// <summary>The SIS id of the actor.</summary>
    /// <remarks>
    /// Free text. Missing on an assignee, and when the user has none. Source: Canvas event documentation, the extensions of actor.
    /// </remarks>
    public string? UserSisId { get => _userSisId; init => _userSisId = value; }

    /// <summary>The id of the root account.</summary>
    /// <remarks>A Canvas id. Missing on an assignee. Source: Canvas event documentation, the extensions of actor.</remarks>
    public CanvasId? RootAccountId { get => _rootAccountId; init => _rootAccountId = value; }

    /// <summary>The LTI GUID of the root account.</summary>
    /// <remarks>Text (<c>…:canvas-lms</c>). Missing on an assignee. Source: Canvas event documentation, the extensions of actor.</remarks>
    public string? RootAccountLtiGuid { get => _rootAccountLtiGuid; init => _rootAccountLtiGuid = value; }

    /// <summary>The UUID of the root account.</summary>
    /// <remarks>
    /// Text. Missing on an assignee. Source: Canvas event documentation, the extensions of
    /// actor.
    /// </remarks>
    public string? RootAccountUuid { get => _rootAccountUuid; init => _rootAccountUuid = value; }

    /// <summary>Who really acts, when an administrator masquerades as the user.</summary>
    /// <remarks>
    /// A Canvas id. Missing on an assignee, and when nobody masquerades. Source: Canvas event documentation, the extensions of actor.
    /// </remarks>
    public CanvasId? RealUserId { get => _realUserId; init => _realUserId = value; }

    /// <summary>The SIS id of the assignee: the student.</summary>
    /// <remarks>
    /// Free text. Missing on an actor, and when the student has none. Source: Canvas event documentation, the extensions of assignee.
    /// </remarks>
    public string? SisId { get => _sisId; init => _sisId = value; }

    internal override void WriteTo(Utf8JsonWriter writer) => Shape.Write(writer, this);
}
