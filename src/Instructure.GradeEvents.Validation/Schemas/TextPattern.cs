using System.Text.RegularExpressions;

namespace Instructure.GradeEvents.Validation.Schemas;

/// <summary>A regular expression of the schemas, made when it is needed for the first time.</summary>
internal sealed class TextPattern(Func<Regex> regex)
{
    private Regex Regex => field ??= regex();

#if NET
    internal bool IsMatch(ReadOnlySpan<char> text) => Regex.IsMatch(text);
#else
    internal bool IsMatch(ReadOnlySpan<char> text) => Regex.IsMatch(text.ToString());
#endif
}
