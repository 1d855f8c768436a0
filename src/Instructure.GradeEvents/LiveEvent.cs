using System.Text.Json.Serialization;
using Instructure.GradeEvents.Deduplication;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents;

/// <summary>
/// One message from Canvas Live Events: a <see cref="Caliper.CaliperEnvelope"/>, a <see cref="Caliper.CaliperEvent"/> without an envelope, or a
/// <see cref="Canvas.CanvasEvent"/>.
/// </summary>
/// <remarks>
/// Use it in a <c>switch</c>. It is one of these records, and no other: <see cref="Caliper.CaliperEnvelope"/>, <see cref="Caliper.GradeEvent"/>,
/// <see cref="Caliper.UnknownCaliperEvent"/>, <see cref="Canvas.GradeChangeEvent"/>, <see cref="Canvas.CourseGradeChangeEvent"/>,
/// <see cref="Canvas.GradeOverrideEvent"/>, <see cref="Canvas.FinalGradeCustomStatusEvent"/> and <see cref="Canvas.UnknownCanvasEvent"/>.
/// </remarks>
/// <example>
/// <code>
/// var text = GradeEventSerializer.Deserialize(json) switch
/// {
///     CaliperEnvelope envelope => $"{envelope.Data.Count} Caliper item(s) from {envelope.Sensor}",
///     CaliperEvent bare => $"one {bare.Type}",
///     GradeChangeEvent change => $"{change.Body.StudentId}: {change.Body.OldGrade} to {change.Body.Grade}",
///     CanvasEvent other => other.Metadata.EventName,
///     _ => throw new UnreachableException(),
/// };
/// </code>
/// </example>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
public abstract record LiveEvent : PayloadObject
{
    private protected LiveEvent()
    {
    }

    /// <summary>A key that is the same for every delivery of this event, and different for every other event.</summary>
    /// <remarks>
    /// <para>Canvas delivers every event at least once, so store an event only if its key is new. The key is the same in every version of this library, on every machine,
    /// and however the JSON is written. The same grading has different keys in the two formats: see <see cref="SubmissionGraded.IsSameGrading"/>.</para>
    /// <para>The key of a Caliper event is its id, even when it is the only item in an envelope. A Canvas event has no id: its key is <c>canvas-1:</c> and the SHA-256 of the
    /// canonical JSON of its name, time, root account and body. The key of any other Caliper document is <c>caliper-1:</c> and the SHA-256 of the keys of its items. The
    /// documentation of this library says how to compute it in other languages.</para>
    /// <para>The key is computed each time you get the property.</para>
    /// </remarks>
    /// <exception cref="InvalidOperationException">The event was created in code and can't be written.</exception>
    public string DeduplicationKey => EventKey.Of(this);

    private protected sealed override string Describe() => EventLine.Of(this);
}
