using System.Text;
using System.Text.Json;
using Instructure.GradeEvents.Caliper;

namespace Instructure.GradeEvents.Serialization;

/// <summary>The Caliper types that this library models, and what stands for one that it doesn't.</summary>
internal static class ItemTypes
{
    private static readonly (byte[] Utf8Term, IShape<ICaliperItem> Shape)[] s_modelled = new IShape<ICaliperItem>[]
    {
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
    }.Select(static shape => (Encoding.UTF8.GetBytes(shape.Name), shape)).ToArray();

    /// <summary>The shapes of the modelled types that can stand where a <typeparamref name="T"/> is asked for.</summary>
    internal static IEnumerable<IShape<T>> ShapesOf<T>()
        where T : class
        => s_modelled.Select(static type => type.Shape).OfType<IShape<T>>();

    internal static bool IsModelled(string term) => s_modelled.Any(type => string.Equals(type.Shape.Name, term, StringComparison.Ordinal));

    internal static IShape<ICaliperItem>? Find(in Utf8JsonReader type)
    {
        foreach (var (term, shape) in s_modelled)
        {
            if (EventReader.TextEquals(type, term))
            {
                return shape;
            }
        }

        return null;
    }
}
