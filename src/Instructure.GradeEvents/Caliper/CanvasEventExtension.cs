using System.Text.Json;
using System.Text.Json.Serialization;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Caliper;

/// <summary>What Canvas adds to an event: the request or the background job that it comes from.</summary>
/// <remarks>
/// The members of a request are there, or those of a job. Source: Canvas event documentation, the extensions of the event.
/// </remarks>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
public sealed record CanvasEventExtension : PayloadObject
{
    internal static readonly RecordShape<CanvasEventExtension> Shape = new(
        "CanvasEventExtension",
        static () => new(),
        [
            RecordMember.Optional("hostname", Codecs.Text, static (CanvasEventExtension c) => ref c._hostname),
            RecordMember.Optional("request_id", Codecs.Text, static (CanvasEventExtension c) => ref c._requestId),
            RecordMember.Optional("user_agent", Codecs.Text, static (CanvasEventExtension c) => ref c._userAgent),
            RecordMember.Optional("client_ip", Codecs.Text, static (CanvasEventExtension c) => ref c._clientIp),
            RecordMember.Optional("request_url", Codecs.Text, static (CanvasEventExtension c) => ref c._requestUrl),
            RecordMember.Optional("job_id", Codecs.OptionalId, static (CanvasEventExtension c) => ref c._jobId),
            RecordMember.Optional("job_tag", Codecs.Text, static (CanvasEventExtension c) => ref c._jobTag),
            RecordMember.Optional("version", Codecs.Text, static (CanvasEventExtension c) => ref c._version),
        ]);

    private string? _hostname;
    private string? _requestId;
    private string? _userAgent;
    private string? _clientIp;
    private string? _requestUrl;
    private CanvasId? _jobId;
    private string? _jobTag;
    private string? _version;

    /// <summary>The host that the request went to.</summary>
    /// <remarks>Text. Missing for events from a job. Source: Canvas event documentation, the extensions of the event.</remarks>
    public string? Hostname { get => _hostname; init => _hostname = value; }

    /// <summary>The id of the request.</summary>
    /// <remarks>A UUID as text. Missing for events from a job. Source: Canvas event documentation, the extensions of the event.</remarks>
    public string? RequestId { get => _requestId; init => _requestId = value; }

    /// <summary>The browser or program that made the request.</summary>
    /// <remarks>
    /// Text. Missing for events from a job, and when it did not tell. Source: Canvas event documentation, the extensions of the event.
    /// </remarks>
    public string? UserAgent { get => _userAgent; init => _userAgent = value; }

    /// <summary>The address that the request came from.</summary>
    /// <remarks>IPv4 or IPv6. Missing for events from a job. Source: Canvas event documentation, the extensions of the event.</remarks>
    public string? ClientIp { get => _clientIp; init => _clientIp = value; }

    /// <summary>The URL of the request.</summary>
    /// <remarks>Kept as text. Missing for events from a job. Source: Canvas event documentation, the extensions of the event.</remarks>
    public string? RequestUrl { get => _requestUrl; init => _requestUrl = value; }

    /// <summary>The id of the background job.</summary>
    /// <remarks>A Canvas id. Missing for events from a request. Source: Canvas event documentation, the extensions of the event.</remarks>
    public CanvasId? JobId { get => _jobId; init => _jobId = value; }

    /// <summary>What the background job does.</summary>
    /// <remarks>
    /// The name of a method of Canvas. Missing for events from a request. Source: Canvas event documentation, the extensions of the event.
    /// </remarks>
    public string? JobTag { get => _jobTag; init => _jobTag = value; }

    /// <summary>The version of this extension.</summary>
    /// <remarks>
    /// Text (<c>1.0.0</c>). Missing when Canvas does not tell. Source: Canvas event documentation, the extensions of the event.
    /// </remarks>
    public string? Version { get => _version; init => _version = value; }

    internal override void WriteTo(Utf8JsonWriter writer) => Shape.Write(writer, this);
}
