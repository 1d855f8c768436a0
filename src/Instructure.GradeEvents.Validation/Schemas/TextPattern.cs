using System.Text.RegularExpressions;

namespace Instructure.GradeEvents.Validation.Schemas;

/// <summary>A regular expression of the schemas.</summary>
/// <param name="definition">The definition that has it.</param>
internal sealed class TextPattern(string definition)
{
    private readonly PlainText? _isPlain = PlainTexts.Of(definition);

    /// <summary>No text of more characters matches, if the pattern sets a limit: so a giant one is not tried.</summary>
    internal int MaxLength { get; } = PlainTexts.MaxLength(definition);

    internal Regex Regex => field ??= Patterns.Of(definition);

    /// <summary>Whether a text is of the form that nearly all have, and so matches.</summary>
    internal bool IsPlain(ReadOnlySpan<byte> utf8) => _isPlain is not null && _isPlain(utf8);

    internal bool IsMatch(ReadOnlySpan<char> text)
#if NET
        => Regex.IsMatch(text);
#else
        => Regex.IsMatch(text.ToString());
#endif
}
