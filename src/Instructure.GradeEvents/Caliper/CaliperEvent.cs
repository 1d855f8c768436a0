using System.Text.Json.Serialization;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Caliper;

/// <summary>A Caliper event: a <see cref="GradeEvent"/> or an <see cref="UnknownCaliperEvent"/>.</summary>
/// <remarks>
/// One without an envelope reads through <c>JsonSerializer.Deserialize&lt;CaliperEvent&gt;</c> with
/// <see cref="GradeEventSerializer.Options"/>. Source: Caliper 1.1, appendix C (Event).
/// </remarks>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
public abstract record CaliperEvent : CaliperItem
{
    private protected CaliperEvent(string type)
        : base(type)
    {
    }
}
