using System.Text.Json;
using System.Text.Json.Serialization;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Canvas;

/// <summary>What Canvas says about an event, beside its body: which it is, when it happened, who caused it and how.</summary>
/// <remarks>
/// All but the first two members may be null or missing, which mean the same. Source: Canvas event documentation, metadata.
/// </remarks>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
public sealed record CanvasEventMetadata : PayloadObject
{
    internal static readonly RecordShape<CanvasEventMetadata> Shape = new(
        "CanvasEventMetadata",
        static () => new() { EventName = string.Empty, EventTime = default },
        [
            RecordMember.Optional("client_ip", Codecs.Text, static (CanvasEventMetadata c) => ref c._clientIp),
            RecordMember.Optional("context_account_id", Codecs.OptionalId, static (CanvasEventMetadata c) => ref c._contextAccountId),
            RecordMember.Optional("context_id", Codecs.OptionalId, static (CanvasEventMetadata c) => ref c._contextId),
            RecordMember.Optional("context_role", Codecs.Text, static (CanvasEventMetadata c) => ref c._contextRole),
            RecordMember.Optional("context_sis_source_id", Codecs.Text, static (CanvasEventMetadata c) => ref c._contextSisSourceId),
            RecordMember.Optional("context_type", Codecs.Text, static (CanvasEventMetadata c) => ref c._contextType),
            RecordMember.Optional("developer_key_id", Codecs.OptionalId, static (CanvasEventMetadata c) => ref c._developerKeyId),
            RecordMember.Required("event_name", Codecs.Text, static (CanvasEventMetadata c) => ref c._eventName),
            RecordMember.Required("event_time", Codecs.CanvasTime, static (CanvasEventMetadata c) => ref c._eventTime),
            RecordMember.Optional("hostname", Codecs.Text, static (CanvasEventMetadata c) => ref c._hostname),
            RecordMember.Optional("http_method", Codecs.Text, static (CanvasEventMetadata c) => ref c._httpMethod),
            RecordMember.Optional("job_id", Codecs.OptionalId, static (CanvasEventMetadata c) => ref c._jobId),
            RecordMember.Optional("job_tag", Codecs.Text, static (CanvasEventMetadata c) => ref c._jobTag),
            RecordMember.Optional("producer", Codecs.Text, static (CanvasEventMetadata c) => ref c._producer),
            RecordMember.Optional("real_user_id", Codecs.OptionalId, static (CanvasEventMetadata c) => ref c._realUserId),
            RecordMember.Optional("referrer", Codecs.Text, static (CanvasEventMetadata c) => ref c._referrer),
            RecordMember.Optional("request_id", Codecs.Text, static (CanvasEventMetadata c) => ref c._requestId),
            RecordMember.Optional("root_account_id", Codecs.OptionalId, static (CanvasEventMetadata c) => ref c._rootAccountId),
            RecordMember.Optional("root_account_lti_guid", Codecs.Text, static (CanvasEventMetadata c) => ref c._rootAccountLtiGuid),
            RecordMember.Optional("root_account_uuid", Codecs.Text, static (CanvasEventMetadata c) => ref c._rootAccountUuid),
            RecordMember.Optional("session_id", Codecs.Text, static (CanvasEventMetadata c) => ref c._sessionId),
            RecordMember.Optional("time_zone", Codecs.Text, static (CanvasEventMetadata c) => ref c._timeZone),
            RecordMember.Optional("url", Codecs.Text, static (CanvasEventMetadata c) => ref c._url),
            RecordMember.Optional("user_account_id", Codecs.OptionalId, static (CanvasEventMetadata c) => ref c._userAccountId),
            RecordMember.Optional("user_agent", Codecs.Text, static (CanvasEventMetadata c) => ref c._userAgent),
            RecordMember.Optional("user_id", Codecs.OptionalId, static (CanvasEventMetadata c) => ref c._userId),
            RecordMember.Optional("user_login", Codecs.Text, static (CanvasEventMetadata c) => ref c._userLogin),
            RecordMember.Optional("user_sis_id", Codecs.Text, static (CanvasEventMetadata c) => ref c._userSisId),
        ]);

    private string? _eventName;
    private DateTimeOffset _eventTime;
    private string? _producer;
    private CanvasId? _rootAccountId;
    private string? _rootAccountUuid;
    private string? _rootAccountLtiGuid;
    private string? _contextType;
    private CanvasId? _contextId;
    private CanvasId? _contextAccountId;
    private string? _contextSisSourceId;
    private string? _contextRole;
    private CanvasId? _userId;
    private string? _userLogin;
    private string? _userSisId;
    private CanvasId? _userAccountId;
    private CanvasId? _realUserId;
    private string? _timeZone;
    private CanvasId? _developerKeyId;
    private string? _requestId;
    private string? _sessionId;
    private string? _hostname;
    private string? _httpMethod;
    private string? _userAgent;
    private string? _clientIp;
    private string? _url;
    private string? _referrer;
    private CanvasId? _jobId;
    private string? _jobTag;

    /// <summary>Which event it is.</summary>
    /// <remarks>
    /// <c>grade_change</c>, <c>course_grade_change</c>, <c>grade_override</c>, or any other event that the subscription delivers. Source:
    /// Canvas event documentation, metadata.
    /// </remarks>
    public required string EventName
    {
        get => _eventName!;
        init => _eventName = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>When it happened. Events come in any order: only this orders them.</summary>
    /// <remarks>An instant, UTC, usually with milliseconds. Source: Canvas event documentation, metadata.</remarks>
    public required DateTimeOffset EventTime { get => _eventTime; init => _eventTime = value; }

    /// <summary>What sent the event.</summary>
    /// <remarks><c>canvas</c>. Nearly always there. Source: Canvas event documentation, metadata.</remarks>
    public string? Producer { get => _producer; init => _producer = value; }

    /// <summary>The id of the root account.</summary>
    /// <remarks>A Canvas id. Always there for the events of grades. Source: Canvas event documentation, metadata.</remarks>
    public CanvasId? RootAccountId { get => _rootAccountId; init => _rootAccountId = value; }

    /// <summary>The UUID of the root account.</summary>
    /// <remarks>
    /// Text. Always there for the events of grades. Source: Canvas event documentation,
    /// metadata.
    /// </remarks>
    public string? RootAccountUuid { get => _rootAccountUuid; init => _rootAccountUuid = value; }

    /// <summary>The LTI GUID of the root account.</summary>
    /// <remarks>Text (<c>…:canvas-lms</c>). Always there for the events of grades. Source: Canvas event documentation, metadata.</remarks>
    public string? RootAccountLtiGuid { get => _rootAccountLtiGuid; init => _rootAccountLtiGuid = value; }

    /// <summary>The kind of context in which the event happened.</summary>
    /// <remarks>
    /// <c>Course</c> for most events of grades; other texts are kept. Missing where there is no context. Source: Canvas event
    /// documentation, metadata.
    /// </remarks>
    public string? ContextType { get => _contextType; init => _contextType = value; }

    /// <summary>The id of the context, as of the course.</summary>
    /// <remarks>A Canvas id. Missing where there is no context. Source: Canvas event documentation, metadata.</remarks>
    public CanvasId? ContextId { get => _contextId; init => _contextId = value; }

    /// <summary>The id of the account that the context belongs to.</summary>
    /// <remarks>A Canvas id. Missing where there is no context. Source: Canvas event documentation, metadata.</remarks>
    public CanvasId? ContextAccountId { get => _contextAccountId; init => _contextAccountId = value; }

    /// <summary>The SIS id of the context.</summary>
    /// <remarks>Free text. Missing where there is no context or it has none. Source: Canvas event documentation, metadata.</remarks>
    public string? ContextSisSourceId { get => _contextSisSourceId; init => _contextSisSourceId = value; }

    /// <summary>The role of the user in the context.</summary>
    /// <remarks>
    /// <c>TeacherEnrollment</c>, <c>TaEnrollment</c>, …; an open set. Missing where there is no context. Source: Canvas event
    /// documentation, metadata.
    /// </remarks>
    public string? ContextRole { get => _contextRole; init => _contextRole = value; }

    /// <summary>Who caused the event.</summary>
    /// <remarks>
    /// A Canvas id. Missing for events that are not from a person's request. Source: Canvas event documentation, metadata.
    /// </remarks>
    public CanvasId? UserId { get => _userId; init => _userId = value; }

    /// <summary>The login of who caused the event.</summary>
    /// <remarks>Text. Missing for events that are not from a person's request. Source: Canvas event documentation, metadata.</remarks>
    public string? UserLogin { get => _userLogin; init => _userLogin = value; }

    /// <summary>The SIS id of who caused the event.</summary>
    /// <remarks>
    /// Free text. Missing for events that are not from a person's request, and when the user has none. Source: Canvas event documentation,
    /// metadata.
    /// </remarks>
    public string? UserSisId { get => _userSisId; init => _userSisId = value; }

    /// <summary>The id of the account of who caused the event.</summary>
    /// <remarks>
    /// A Canvas id. Missing for events that are not from a person's request. Source: Canvas event documentation, metadata.
    /// </remarks>
    public CanvasId? UserAccountId { get => _userAccountId; init => _userAccountId = value; }

    /// <summary>Who really acts, when an administrator masquerades as the user.</summary>
    /// <remarks>A Canvas id. Missing when nobody masquerades. Source: Canvas event documentation, metadata.</remarks>
    public CanvasId? RealUserId { get => _realUserId; init => _realUserId = value; }

    /// <summary>The time zone of who caused the event.</summary>
    /// <remarks>
    /// Text (<c>America/Denver</c>). Missing for events that are not from a person's request. Source: Canvas event documentation,
    /// metadata.
    /// </remarks>
    public string? TimeZone { get => _timeZone; init => _timeZone = value; }

    /// <summary>The id of the developer key with which the request was made.</summary>
    /// <remarks>
    /// A Canvas id. Missing for events that are not from a person's request, and when there was no key. Source: Canvas event documentation, metadata.
    /// </remarks>
    public CanvasId? DeveloperKeyId { get => _developerKeyId; init => _developerKeyId = value; }

    /// <summary>The id of the request.</summary>
    /// <remarks>A UUID as text. Missing for events from a background job. Source: Canvas event documentation, metadata.</remarks>
    public string? RequestId { get => _requestId; init => _requestId = value; }

    /// <summary>The id of the user's session.</summary>
    /// <remarks>Hexadecimal text. Missing for events from a background job. Source: Canvas event documentation, metadata.</remarks>
    public string? SessionId { get => _sessionId; init => _sessionId = value; }

    /// <summary>The host that the request went to.</summary>
    /// <remarks>Text. Missing for events from a background job. Source: Canvas event documentation, metadata.</remarks>
    public string? Hostname { get => _hostname; init => _hostname = value; }

    /// <summary>The method of the request.</summary>
    /// <remarks>
    /// <c>GET</c>, <c>POST</c>, … Missing for events from a background job. Source: Canvas event documentation, metadata.
    /// </remarks>
    public string? HttpMethod { get => _httpMethod; init => _httpMethod = value; }

    /// <summary>The browser or program that made the request.</summary>
    /// <remarks>Text. Missing for events from a background job. Source: Canvas event documentation, metadata.</remarks>
    public string? UserAgent { get => _userAgent; init => _userAgent = value; }

    /// <summary>The address that the request came from.</summary>
    /// <remarks>IPv4 or IPv6. Missing for events from a background job. Source: Canvas event documentation, metadata.</remarks>
    public string? ClientIp { get => _clientIp; init => _clientIp = value; }

    /// <summary>The URL of the request.</summary>
    /// <remarks>Kept as text. Missing for events from a background job. Source: Canvas event documentation, metadata.</remarks>
    public string? Url { get => _url; init => _url = value; }

    /// <summary>The page that the request came from.</summary>
    /// <remarks>
    /// Kept as text. Missing for events from a background job, and when the browser did not tell. Source: Canvas event documentation,
    /// metadata.
    /// </remarks>
    public string? Referrer { get => _referrer; init => _referrer = value; }

    /// <summary>The id of the background job.</summary>
    /// <remarks>16 digits have been seen. Missing for events from a request. Source: Canvas event documentation, metadata.</remarks>
    public CanvasId? JobId { get => _jobId; init => _jobId = value; }

    /// <summary>What the background job does.</summary>
    /// <remarks>The name of a method of Canvas. Missing for events from a request. Source: Canvas event documentation, metadata.</remarks>
    public string? JobTag { get => _jobTag; init => _jobTag = value; }

    internal override void WriteTo(Utf8JsonWriter writer) => Shape.Write(writer, this);
}
