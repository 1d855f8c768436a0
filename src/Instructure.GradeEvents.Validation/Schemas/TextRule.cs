using System.Text;

namespace Instructure.GradeEvents.Validation.Schemas;

/// <summary>What a string must be.</summary>
/// <param name="expected">What it is in a sentence: "an absolute IRI, such as …".</param>
internal sealed class TextRule(string expected)
{
    internal string Expected => expected;

    /// <summary>The regular expression that it must match; null when there is none.</summary>
    internal TextPattern? Pattern { get; init; }

    /// <summary>The only text that it can be, in UTF-8; null when it can be others.</summary>
    internal byte[]? Only { get; private init; }

    /// <summary>The open vocabulary of which it should be; null when there is none.</summary>
    internal Vocabulary? Vocabulary { get; init; }

    /// <summary>The texts that it can be, if there are several.</summary>
    internal NameTable? OneOf { get; private init; }

    internal static TextRule Constant(string expected, string text) => new(expected) { Only = Encoding.UTF8.GetBytes(text) };

    internal static TextRule AnyOf(string expected, params string[] texts) => new(expected) { OneOf = new(texts) };
}
