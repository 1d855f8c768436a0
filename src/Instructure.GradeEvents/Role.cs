using System.ComponentModel;
using System.Text.Json.Serialization;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents;

/// <summary>A role of a membership, such as <c>Instructor</c>, or <c>Instructor#TeachingAssistant</c> with a sub-role.</summary>
/// <remarks>
/// <para>The set is open: a role that Caliper doesn't list keeps its text, and <see cref="IsKnown"/> is false. Two roles are equal when
/// their texts are identical. The default value has an empty text. Source: Caliper 1.1, appendix B, the list of roles.</para>
/// </remarks>
/// <example><code>membership.Roles.Contains("Instructor#TeachingAssistant")</code></example>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
[TypeConverter(typeof(TextConverter))]
public readonly struct Role : IEquatable<Role>
{
    private static readonly Dictionary<string, string> s_subRoles = new(StringComparer.Ordinal)
    {
        ["Administrator"] = "Administrator Developer ExternalDeveloper ExternalSupport ExternalSystemAdministrator Support SystemAdministrator",
        ["ContentDeveloper"] = "ContentDeveloper ContentExpert ExternalContentExpert Librarian",
        ["Instructor"] = "ExternalInstructor Grader GuestInstructor Instructor Lecturer PrimaryInstructor SecondaryInstructor TeachingAssistant TeachingAssistantGroup TeachingAssistantOffering TeachingAssistantSection TeachingAssistantTemplate",
        ["Learner"] = "ExternalLearner GuestLearner Learner NonCreditLearner",
        ["Manager"] = "AreaManager CourseCoordinator ExternalObserver Manager Observer",
        ["Member"] = "Member",
        ["Mentor"] = "Advisor Auditor ExternalAdvisor ExternalAuditor ExternalLearningFacilitator ExternalMentor ExternalReviewer ExternalTutor LearningFacilitator Mentor Reviewer Tutor",
        ["Officer"] = "Chair Secretary Treasurer Vice-Chair",
    };

    private readonly string? _text;

    /// <summary>Makes a role from its text.</summary>
    /// <param name="text">The term, with or without a sub-role. Any text is allowed.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public Role(string text) => _text = text ?? throw new ArgumentNullException(nameof(text));

    /// <summary>The role before the <c>#</c>, such as <c>Instructor</c>. The whole text when there is no <c>#</c>.</summary>
    public string ContextRole => Hash < 0 ? ToString() : ToString().Substring(0, Hash);

    /// <summary>The sub-role after the <c>#</c>, such as <c>TeachingAssistant</c>. Null when there is no <c>#</c>.</summary>
    public string? SubRole => Hash < 0 ? null : ToString().Substring(Hash + 1);

    /// <summary>Whether Caliper 1.1 lists this role.</summary>
    public bool IsKnown
        => s_subRoles.TryGetValue(ContextRole, out var subRoles)
            && (SubRole is not { } subRole || subRoles.Split(' ').Contains(subRole, StringComparer.Ordinal));

    private int Hash => ToString().IndexOf('#');

    /// <summary>Converts a string to a role, so that you can compare roles with strings and list them as strings.</summary>
    /// <param name="text">The term.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static implicit operator Role(string text) => new(text);

    /// <summary>Whether two roles have the same text.</summary>
    /// <param name="left">One role.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when the texts are identical.</returns>
    public static bool operator ==(Role left, Role right) => left.Equals(right);

    /// <summary>Whether two roles have different texts.</summary>
    /// <param name="left">One role.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when the texts differ.</returns>
    public static bool operator !=(Role left, Role right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Role other) => string.Equals(ToString(), other.ToString(), StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Role other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());

    /// <summary>The text of the role.</summary>
    /// <returns>The exact text; empty for the default value.</returns>
    public override string ToString() => _text ?? string.Empty;

    private sealed class TextConverter() : IdentifierTypeConverter<Role>(static text => new(text));
}
