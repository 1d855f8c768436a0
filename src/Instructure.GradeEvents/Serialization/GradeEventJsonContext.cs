using System.Text.Json;
using System.Text.Json.Serialization;
using Instructure.GradeEvents.Caliper;
using Instructure.GradeEvents.Canvas;

namespace Instructure.GradeEvents.Serialization;

/// <summary>The source-generated metadata: they lead from each type to its converter, without reflection.</summary>
[JsonSerializable(typeof(LiveEvent))]
[JsonSerializable(typeof(LiveEvent[]))]
[JsonSerializable(typeof(List<LiveEvent>))]
[JsonSerializable(typeof(IReadOnlyList<LiveEvent>))]
[JsonSerializable(typeof(IAsyncEnumerable<LiveEvent>))]
[JsonSerializable(typeof(CaliperEnvelope))]
[JsonSerializable(typeof(ICaliperItem))]
[JsonSerializable(typeof(CaliperEvent))]
[JsonSerializable(typeof(CaliperContext))]
[JsonSerializable(typeof(GradeEvent))]
[JsonSerializable(typeof(UnknownCaliperEvent))]
[JsonSerializable(typeof(Entity))]
[JsonSerializable(typeof(Agent))]
[JsonSerializable(typeof(Person))]
[JsonSerializable(typeof(SoftwareApplication))]
[JsonSerializable(typeof(Organization))]
[JsonSerializable(typeof(Group))]
[JsonSerializable(typeof(CourseOffering))]
[JsonSerializable(typeof(CourseSection))]
[JsonSerializable(typeof(Membership))]
[JsonSerializable(typeof(Session))]
[JsonSerializable(typeof(LtiSession))]
[JsonSerializable(typeof(Attempt))]
[JsonSerializable(typeof(Score))]
[JsonSerializable(typeof(DigitalResource))]
[JsonSerializable(typeof(AssignableDigitalResource))]
[JsonSerializable(typeof(Assessment))]
[JsonSerializable(typeof(AssessmentItem))]
[JsonSerializable(typeof(UnknownEntity))]
[JsonSerializable(typeof(CanvasEventExtension))]
[JsonSerializable(typeof(CanvasUserExtension))]
[JsonSerializable(typeof(CanvasAttemptExtension))]
[JsonSerializable(typeof(CanvasScoreExtension))]
[JsonSerializable(typeof(CanvasGroupExtension))]
[JsonSerializable(typeof(CanvasEvent))]
[JsonSerializable(typeof(GradeChangeEvent))]
[JsonSerializable(typeof(CourseGradeChangeEvent))]
[JsonSerializable(typeof(GradeOverrideEvent))]
[JsonSerializable(typeof(UnknownCanvasEvent))]
[JsonSerializable(typeof(CanvasEventMetadata))]
[JsonSerializable(typeof(GradeChangeBody))]
[JsonSerializable(typeof(CourseGradeChangeBody))]
[JsonSerializable(typeof(GradeOverrideBody))]
[JsonSerializable(typeof(CanvasId))]
[JsonSerializable(typeof(CanvasId?))]
[JsonSerializable(typeof(CanvasUrn))]
[JsonSerializable(typeof(Iri))]
[JsonSerializable(typeof(Role))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class GradeEventJsonContext : JsonSerializerContext
{
    /// <summary>For values that we don't model: each name once.</summary>
    internal static GradeEventJsonContext Strict { get; } = new(new JsonSerializerOptions
    {
        AllowDuplicateProperties = false,
        MaxDepth = EventReader.MaxDepth,
    });
}
