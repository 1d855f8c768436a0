using System.Text.Json;
using System.Text.Json.Serialization;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Canvas;

/// <summary>What Canvas says about an event, beside its body: which it is, when it happened, who caused it and how.</summary>
/// <remarks>
/// All but the first two members may be null or missing, which mean the same. Source: Canvas event documentation, metadata.
/// </remarks>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
public sealed partial record CanvasEventMetadata : PayloadObject
{
    /// <summary>The address that the request came from.</summary>
    /// <remarks>IPv4 or IPv6. Missing for events from a background job. Source: Canvas event documentation, metadata.</remarks>
    [Member("client_ip")]
    public partial string? ClientIp { get; init; }

    /// <summary>The id of the account that the context belongs to.</summary>
    /// <remarks>A Canvas id. Missing where there is no context. Source: Canvas event documentation, metadata.</remarks>
    [Member("context_account_id")]
    public partial CanvasId? ContextAccountId { get; init; }

    /// <summary>The id of the context, as of the course.</summary>
    /// <remarks>A Canvas id. Missing where there is no context. Source: Canvas event documentation, metadata.</remarks>
    [Member("context_id")]
    public partial CanvasId? ContextId { get; init; }

    /// <summary>The role of the user in the context.</summary>
    /// <remarks>
    /// <c>TeacherEnrollment</c>, <c>TaEnrollment</c>, …; an open set. Missing where there is no context. Source: Canvas event
    /// documentation, metadata.
    /// </remarks>
    [Member("context_role")]
    public partial string? ContextRole { get; init; }

    /// <summary>The SIS id of the context.</summary>
    /// <remarks>Free text. Missing where there is no context or it has none. Source: Canvas event documentation, metadata.</remarks>
    [Member("context_sis_source_id")]
    public partial string? ContextSisSourceId { get; init; }

    /// <summary>The kind of context in which the event happened.</summary>
    /// <remarks>
    /// <c>Course</c> for most events of grades; other texts are kept. Missing where there is no context. Source: Canvas event
    /// documentation, metadata.
    /// </remarks>
    [Member("context_type")]
    public partial string? ContextType { get; init; }

    /// <summary>The id of the developer key with which the request was made.</summary>
    /// <remarks>
    /// A Canvas id. Missing for events that are not from a person's request, and when there was no key. Source: Canvas event documentation, metadata.
    /// </remarks>
    [Member("developer_key_id")]
    public partial CanvasId? DeveloperKeyId { get; init; }

    /// <summary>Which event it is.</summary>
    /// <remarks>
    /// <c>grade_change</c>, <c>course_grade_change</c>, <c>grade_override</c>, <c>final_grade_custom_status</c>, or any other event that the
    /// subscription delivers. Source: Canvas event documentation, metadata.
    /// </remarks>
    [Member("event_name")]
    public required partial string EventName { get; init; }

    /// <summary>When it happened. Events come in any order: only this orders them.</summary>
    /// <remarks>An instant, UTC, usually with milliseconds. Source: Canvas event documentation, metadata.</remarks>
    [Member("event_time")]
    public required partial DateTimeOffset EventTime { get; init; }

    /// <summary>The host that the request went to.</summary>
    /// <remarks>Text. Missing for events from a background job. Source: Canvas event documentation, metadata.</remarks>
    [Member("hostname")]
    public partial string? Hostname { get; init; }

    /// <summary>The method of the request.</summary>
    /// <remarks>
    /// <c>GET</c>, <c>POST</c>, … Missing for events from a background job. Source: Canvas event documentation, metadata.
    /// </remarks>
    [Member("http_method")]
    public partial string? HttpMethod { get; init; }

    /// <summary>The id of the background job.</summary>
    /// <remarks>16 digits have been seen. Missing for events from a request. Source: Canvas event documentation, metadata.</remarks>
    [Member("job_id")]
    public partial CanvasId? JobId { get; init; }

    /// <summary>What the background job does.</summary>
    /// <remarks>The name of a method of Canvas. Missing for events from a request. Source: Canvas event documentation, metadata.</remarks>
    [Member("job_tag")]
    public partial string? JobTag { get; init; }

    /// <summary>What sent the event.</summary>
    /// <remarks><c>canvas</c>. Nearly always there. Source: Canvas event documentation, metadata.</remarks>
    [Member("producer")]
    public partial string? Producer { get; init; }

    /// <summary>Who really acts, when an administrator masquerades as the user.</summary>
    /// <remarks>A Canvas id. Missing when nobody masquerades. Source: Canvas event documentation, metadata.</remarks>
    [Member("real_user_id")]
    public partial CanvasId? RealUserId { get; init; }

    /// <summary>The page that the request came from.</summary>
    /// <remarks>
    /// Kept as text. Missing for events from a background job, and when the browser did not tell. Source: Canvas event documentation,
    /// metadata.
    /// </remarks>
    [Member("referrer")]
    public partial string? Referrer { get; init; }

    /// <summary>The id of the request.</summary>
    /// <remarks>A UUID as text. Missing for events from a background job. Source: Canvas event documentation, metadata.</remarks>
    [Member("request_id")]
    public partial string? RequestId { get; init; }

    /// <summary>The id of the root account.</summary>
    /// <remarks>A Canvas id. Always there for the events of grades. Source: Canvas event documentation, metadata.</remarks>
    [Member("root_account_id")]
    public partial CanvasId? RootAccountId { get; init; }

    /// <summary>The LTI GUID of the root account.</summary>
    /// <remarks>Text (<c>…:canvas-lms</c>). Always there for the events of grades. Source: Canvas event documentation, metadata.</remarks>
    [Member("root_account_lti_guid")]
    public partial string? RootAccountLtiGuid { get; init; }

    /// <summary>The UUID of the root account.</summary>
    /// <remarks>
    /// Text. Always there for the events of grades. Source: Canvas event documentation,
    /// metadata.
    /// </remarks>
    [Member("root_account_uuid")]
    public partial string? RootAccountUuid { get; init; }

    /// <summary>The id of the user's session.</summary>
    /// <remarks>Hexadecimal text. Missing for events from a background job. Source: Canvas event documentation, metadata.</remarks>
    [Member("session_id")]
    public partial string? SessionId { get; init; }

    /// <summary>The time zone of who caused the event.</summary>
    /// <remarks>
    /// Text (<c>America/Denver</c>). Missing for events that are not from a person's request. Source: Canvas event documentation,
    /// metadata.
    /// </remarks>
    [Member("time_zone")]
    public partial string? TimeZone { get; init; }

    /// <summary>The URL of the request.</summary>
    /// <remarks>Kept as text. Missing for events from a background job. Source: Canvas event documentation, metadata.</remarks>
    [Member("url")]
    public partial string? Url { get; init; }

    /// <summary>The id of the account of who caused the event.</summary>
    /// <remarks>
    /// A Canvas id. Missing for events that are not from a person's request. Source: Canvas event documentation, metadata.
    /// </remarks>
    [Member("user_account_id")]
    public partial CanvasId? UserAccountId { get; init; }

    /// <summary>The browser or program that made the request.</summary>
    /// <remarks>Text. Missing for events from a background job. Source: Canvas event documentation, metadata.</remarks>
    [Member("user_agent")]
    public partial string? UserAgent { get; init; }

    /// <summary>Who caused the event.</summary>
    /// <remarks>
    /// A Canvas id. Missing for events that are not from a person's request. Source: Canvas event documentation, metadata.
    /// </remarks>
    [Member("user_id")]
    public partial CanvasId? UserId { get; init; }

    /// <summary>The login of who caused the event.</summary>
    /// <remarks>Text. Missing for events that are not from a person's request. Source: Canvas event documentation, metadata.</remarks>
    [Member("user_login")]
    public partial string? UserLogin { get; init; }

    /// <summary>The SIS id of who caused the event.</summary>
    /// <remarks>
    /// Free text. Missing for events that are not from a person's request, and when the user has none. Source: Canvas event documentation,
    /// metadata.
    /// </remarks>
    [Member("user_sis_id")]
    public partial string? UserSisId { get; init; }

    /// <summary>Whether <see cref="EventTime"/> has all digits that it came with.</summary>
    internal bool HasExactTime => RoundedJson("event_time") is null;

    /// <summary>Writes the time with all digits that it came with.</summary>
    internal void WriteEventTime(Utf8JsonWriter writer)
    {
        if (RoundedJson("event_time") is { } json)
        {
            json.WriteTo(writer);
        }
        else
        {
            Codecs.CanvasTime.Write(writer, EventTime);
        }
    }
}
