using Instructure.GradeEvents.Validation;

namespace Instructure.GradeEvents.AspNetCore;

/// <summary>A delivery that passed the check of its signature: what came, and what is known of it.</summary>
public sealed class GradeEventDelivery
{
    private string? _deduplicationKey;

    internal GradeEventDelivery(LiveEvent? liveEvent, ValidationReport report, ReadOnlyMemory<byte> utf8Json, ReadOnlyMemory<byte> body, bool isSigned, DateTimeOffset receivedAt)
        => (Event, Report, Utf8Json, Body, IsSigned, ReceivedAt) = (liveEvent, report, utf8Json, body, isSigned, receivedAt);

    /// <summary>The event; null when the body is not a valid event and <see cref="CanvasGradeEventOptions.InvalidEvents"/> has it passed on.</summary>
    public LiveEvent? Event { get; }

    /// <summary>The report of the validator. A valid event can have warnings.</summary>
    public ValidationReport Report { get; }

    /// <summary>The same for each delivery of the event, in any version and on any machine; null when there is no <see cref="Event"/>.</summary>
    public string? DeduplicationKey => _deduplicationKey ??= Event?.DeduplicationKey;

    /// <summary>When the request began, in UTC. Canvas delivers in any order: the time of an event is in the event.</summary>
    public DateTimeOffset ReceivedAt { get; }

    /// <summary>Whether it was signed; the signature was valid then.</summary>
    public bool IsSigned { get; }

    /// <summary>The JSON of the event: the body or, of a signed delivery, what was signed, without the registered claims of the token (<c>iat</c>, <c>exp</c>, …).</summary>
    public ReadOnlyMemory<byte> Utf8Json { get; }

    /// <summary>The body as it came: the token of a signed delivery, else the JSON.</summary>
    public ReadOnlyMemory<byte> Body { get; }
}
