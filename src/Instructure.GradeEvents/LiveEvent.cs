using System.Text.Json.Serialization;
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
}
