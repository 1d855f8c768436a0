using Instructure.GradeEvents.Caliper;
using Instructure.GradeEvents.Canvas;

namespace Instructure.GradeEvents.Tool.Inspection;

/// <summary>The gradings of an event, as <see cref="SubmissionGraded.From(LiveEvent)"/> has them, but without their keys: nobody sees them here, and they take longer than all the rest.</summary>
internal static class Gradings
{
    internal static IEnumerable<SubmissionGraded> Of(LiveEvent liveEvent) => liveEvent switch
    {
        GradeChangeEvent change => [SubmissionGraded.From(change, string.Empty)],
        GradeEvent graded => [SubmissionGraded.From(graded, string.Empty)],
        CaliperEnvelope envelope => envelope.Data.OfType<GradeEvent>().Select(static graded => SubmissionGraded.From(graded, string.Empty)),
        _ => [],
    };
}
