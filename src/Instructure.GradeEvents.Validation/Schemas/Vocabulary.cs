namespace Instructure.GradeEvents.Validation.Schemas;

/// <summary>An open vocabulary: a term outside of it is a warning.</summary>
internal sealed class Vocabulary
{
    /// <summary>No term is longer.</summary>
    private const int Longest = 200;

    /// <summary>The terms that are looked up without making a string.</summary>
    private readonly NameTable _common;
    private readonly Predicate<string> _isKnown;

    private Vocabulary(string expected, string[] common, Predicate<string> isKnown)
        => (Expected, _common, _isKnown) = (expected, new(common), isKnown);

    internal static Vocabulary Role { get; } = new(
        "a role that Caliper 1.1 lists (\"Instructor\", \"Learner\", \"Instructor#TeachingAssistant\", …)",
        ["Instructor", "Learner", "Instructor#TeachingAssistant", "Administrator"],
        static text => new Role(text).IsKnown);

    internal static Vocabulary MembershipStatus { get; } = new("a status that Caliper 1.1 lists (\"Active\" or \"Inactive\")", ["Active", "Inactive"], static _ => false);

    internal static Vocabulary WorkflowState { get; } = new("a state that Canvas documents (\"active\" or \"deleted\")", ["active", "deleted"], static _ => false);

    /// <summary>What is known, in a sentence.</summary>
    internal string Expected { get; }

    internal bool IsKnown(ReadOnlySpan<byte> text) => _common.Find(text) >= 0 || (text.Length <= Longest && _isKnown(Instructure.GradeEvents.Documents.Utf8.GetString(text)));
}
