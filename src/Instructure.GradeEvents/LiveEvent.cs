using System.Text.Json.Serialization;
using Instructure.GradeEvents.Deduplication;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents;

/// <summary>
/// One message of Canvas Live Events: a <see cref="Caliper.CaliperEnvelope"/>, a <see cref="Caliper.CaliperEvent"/> without one, or a
/// <see cref="Canvas.CanvasEvent"/>.
/// </summary>
/// <remarks>
/// Made for <c>switch</c>, with these records and no others: <see cref="Caliper.CaliperEnvelope"/>, <see cref="Caliper.GradeEvent"/>,
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

    /// <summary>What is the same for each delivery of the event, and different for any other event.</summary>
    /// <remarks>
    /// <para>Canvas delivers at least once, so store an event only when its key is new. The key is the same in every version of this library, on every machine,
    /// and however the JSON is written. Two formats have two keys: see <see cref="SubmissionGraded.IsSameGrading"/>.</para>
    /// <para>Of a Caliper event its id, also when it is the only item of an envelope. Of a Canvas event, which has no id, <c>canvas-1:</c> and the SHA-256 of the
    /// canonical JSON of its name, time, root account and body. Of any other Caliper document <c>caliper-1:</c> and the SHA-256 of the keys of its items. How to
    /// compute it elsewhere is in the documentation of this library.</para>
    /// <para>It is computed when it is asked for.</para>
    /// </remarks>
    /// <exception cref="InvalidOperationException">The event was made by hand and can't be written.</exception>
    public string DeduplicationKey => EventKey.Of(this);

    private protected sealed override string Describe() => EventLine.Of(this);
}
