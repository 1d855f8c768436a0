using System.Text;
using System.Text.Json;
using Instructure.GradeEvents.Caliper;
using Instructure.GradeEvents.Canvas;

namespace Instructure.GradeEvents.Serialization;

/// <summary>The records that are read and written by their shape, and among them the types of Caliper.</summary>
internal static class RecordTypes
{
    private static readonly RecordShape[] s_itemShapes =
    [
        GradeEvent.Shape,
        Person.Shape,
        SoftwareApplication.Shape,
        CourseOffering.Shape,
        AssignableDigitalResource.Shape,
        Attempt.Shape,
        Score.Shape,
        Membership.Shape,
        Session.Shape,
        LtiSession.Shape,
        Assessment.Shape,
        AssessmentItem.Shape,
        DigitalResource.Shape,
        CourseSection.Shape,
        Organization.Shape,
        Group.Shape,
        Agent.Shape,
    ];

    private static readonly byte[][] s_itemTerms = Array.ConvertAll(s_itemShapes, static shape => Encoding.UTF8.GetBytes(shape.Name));

    /// <summary>All of them.</summary>
    internal static IEnumerable<RecordShape> All =>
    [
        .. s_itemShapes,
        UnknownEntity.Shape,
        CaliperEnvelope.Shape,
        CanvasEventExtension.Shape,
        CanvasUserExtension.Shape,
        CanvasAttemptExtension.Shape,
        CanvasScoreExtension.Shape,
        CanvasGroupExtension.Shape,
        CanvasEventMetadata.Shape,
        .. CanvasBodies.Shapes,
    ];

    /// <summary>The shapes of the Caliper types that can stand where a <typeparamref name="T"/> is asked for.</summary>
    internal static IEnumerable<IShape<T>> ItemShapesOf<T>()
        where T : class
        => s_itemShapes.OfType<IShape<T>>();

    internal static bool IsCaliperType(string term) => Array.Exists(s_itemShapes, shape => string.Equals(shape.Name, term, StringComparison.Ordinal));

    /// <summary>The shape of the Caliper type whose term the reader is at; null when there is no record for it.</summary>
    internal static RecordShape? FindItemShape(in Utf8JsonReader type)
    {
        for (var i = 0; i < s_itemTerms.Length; i++)
        {
            if (EventReader.TextEquals(type, s_itemTerms[i]))
            {
                return s_itemShapes[i];
            }
        }

        return null;
    }
}
