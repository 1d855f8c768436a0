using System.Text.Json.Serialization;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Caliper;

/// <summary>A user of Canvas: a student, or who grades.</summary>
/// <remarks>Source: Caliper 1.1, appendix C (Person).</remarks>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
public sealed partial record Person : Agent
{
    /// <summary>Makes a Person for you to fill.</summary>
    public Person()
        : base("Person")
    {
    }

    /// <summary>What Canvas adds: logins and other ids.</summary>
    /// <remarks>
    /// Null when Canvas adds nothing, as for the member of a membership. Source: Canvas event documentation, the extensions of actor and
    /// assignee.
    /// </remarks>
    public CanvasUserExtension? CanvasExtension { get => (CanvasUserExtension?)GetCanvasExtension(); init => SetCanvasExtension(value); }

    private protected override ExtensionSet.SetCodec ExtensionsCodec => ExtensionSet.OfUser;
}
