using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Instructure.GradeEvents.AspNetCore;

/// <summary>What can be measured, by names that are documented.</summary>
internal sealed class Instruments
{
    internal const string Name = "Instructure.GradeEvents.AspNetCore";

    internal static readonly ActivitySource Activities = new(Name);

    private readonly Counter<long> _received;
    private readonly Counter<long> _rejected;
    private readonly Counter<long> _failures;
    private readonly Histogram<double> _duration;

    public Instruments(IMeterFactory meters)
    {
#pragma warning disable CA2000 // The factory disposes of it.
        var meter = meters.Create(Name);
#pragma warning restore CA2000
        _received = meter.CreateCounter<long>("grade_events.received", "{delivery}", "Deliveries that were handed to the handlers, or ignored, by the kind of their event.");
        _rejected = meter.CreateCounter<long>("grade_events.rejected", "{delivery}", "Deliveries that were refused, by the reason.");
        _failures = meter.CreateCounter<long>("grade_events.handler_failures", "{delivery}", "Deliveries in which a handler failed or took too long.");
        _duration = meter.CreateHistogram<double>("grade_events.duration", "s", "How long a delivery took, from its first byte to the answer, by the status of the answer.");
    }

    internal void Received(string kind) => _received.Add(1, new KeyValuePair<string, object?>("kind", kind));

    internal void Rejected(string reason) => _rejected.Add(1, new KeyValuePair<string, object?>("reason", reason));

    internal void Failed(string reason) => _failures.Add(1, new KeyValuePair<string, object?>("reason", reason));

    internal void Answered(TimeSpan duration, int status) => _duration.Record(duration.TotalSeconds, new KeyValuePair<string, object?>("status", status));
}
