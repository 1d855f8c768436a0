namespace Instructure.GradeEvents.Validation.Schemas;

/// <summary>What a string must be.</summary>
/// <param name="expected">What it is in a sentence: "an absolute IRI, such as …".</param>
internal sealed class TextRule(string expected)
{
    internal string Expected => expected;

    /// <summary>The regular expression that it must match; null when there is none.</summary>
    internal TextPattern? Pattern { get; init; }

    /// <summary>The open vocabulary of which it should be; null when there is none.</summary>
    internal Vocabulary? Vocabulary { get; init; }

    /// <summary>The texts that it can be; null when it can be others.</summary>
    internal NameTable? OneOf { get; private init; }

    internal static TextRule AnyOf(string expected, params string[] texts) => new(expected) { OneOf = new(texts) };
}
