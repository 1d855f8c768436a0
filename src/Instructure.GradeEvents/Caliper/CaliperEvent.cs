using System.Text.Json.Serialization;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Caliper;

/// <summary>A Caliper event: a <see cref="GradeEvent"/> or an <see cref="UnknownCaliperEvent"/>.</summary>
/// <remarks>
/// It stands in the data of a <see cref="CaliperEnvelope"/>, or is a message by itself. Source: Caliper 1.1, appendix C (Event).
/// </remarks>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
public abstract record CaliperEvent : LiveEvent, ICaliperItem
{
    private protected string _type;

    private protected CaliperEvent(string type) => _type = type;

    /// <summary>The Caliper term for the event: <c>GradeEvent</c>, <c>NavigationEvent</c>.</summary>
    /// <remarks>Source: Caliper 1.1, appendix B (Event).</remarks>
    public string Type => _type;
}
