using System.Text.Json.Serialization;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Caliper;

/// <summary>What Canvas adds to an event: the request or the background job that it comes from.</summary>
/// <remarks>
/// The members of a request are there, or those of a job. Source: Canvas event documentation, the extensions of the event.
/// </remarks>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
public sealed partial record CanvasEventExtension : PayloadObject
{
    /// <summary>The host that the request went to.</summary>
    /// <remarks>Text. Missing for events from a job. Source: Canvas event documentation, the extensions of the event.</remarks>
    [Member("hostname")]
    public partial string? Hostname { get; init; }

    /// <summary>The id of the request.</summary>
    /// <remarks>A UUID as text. Missing for events from a job. Source: Canvas event documentation, the extensions of the event.</remarks>
    [Member("request_id")]
    public partial string? RequestId { get; init; }

    /// <summary>The browser or program that made the request.</summary>
    /// <remarks>
    /// Text. Missing for events from a job, and when it did not tell. Source: Canvas event documentation, the extensions of the event.
    /// </remarks>
    [Member("user_agent")]
    public partial string? UserAgent { get; init; }

    /// <summary>The address that the request came from.</summary>
    /// <remarks>IPv4 or IPv6. Missing for events from a job. Source: Canvas event documentation, the extensions of the event.</remarks>
    [Member("client_ip")]
    public partial string? ClientIp { get; init; }

    /// <summary>The URL of the request.</summary>
    /// <remarks>Kept as text. Missing for events from a job. Source: Canvas event documentation, the extensions of the event.</remarks>
    [Member("request_url")]
    public partial string? RequestUrl { get; init; }

    /// <summary>The id of the background job.</summary>
    /// <remarks>A Canvas id. Missing for events from a request. Source: Canvas event documentation, the extensions of the event.</remarks>
    [Member("job_id")]
    public partial CanvasId? JobId { get; init; }

    /// <summary>What the background job does.</summary>
    /// <remarks>
    /// The name of a method of Canvas. Missing for events from a request. Source: Canvas event documentation, the extensions of the event.
    /// </remarks>
    [Member("job_tag")]
    public partial string? JobTag { get; init; }

    /// <summary>The version of this extension.</summary>
    /// <remarks>
    /// Text (<c>1.0.0</c>). Missing when Canvas does not tell. Source: Canvas event documentation, the extensions of the event.
    /// </remarks>
    [Member("version")]
    public partial string? Version { get; init; }
}
