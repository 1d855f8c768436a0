using System.Globalization;
using System.Text;

namespace Instructure.GradeEvents;

/// <summary>Text of a payload in a message.</summary>
internal static class PrintableText
{
    /// <summary>Text of a payload as a message may show it: not too long, and without what a terminal or a log would act on.</summary>
    internal static string Of(string text, int longest)
    {
        var length = text.Length <= longest ? text.Length : char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest;
        var result = new StringBuilder(length + 1);
        for (var i = 0; i < length; i++)
        {
            // A character outside of the basic plane is shown or not as a whole; half of one never is.
            var isPair = i + 1 < length && char.IsSurrogatePair(text[i], text[i + 1]);
            var isShown = CharUnicodeInfo.GetUnicodeCategory(text, i) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned);
            foreach (var c in text.AsSpan(i, isPair ? 2 : 1))
            {
                _ = isShown ? result.Append(c) : result.AppendFormat(CultureInfo.InvariantCulture, "\\u{0:x4}", (int)c);
            }

            i += isPair ? 1 : 0;
        }

        return (length < text.Length ? result.Append('…') : result).ToString();
    }

    /// <summary>A text in quotes, as a message may show it.</summary>
    internal static string Quote(string text) => "\"" + Of(text, 80) + "\"";
}
