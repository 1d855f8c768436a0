using System.Globalization;
using System.Text;

namespace Instructure.GradeEvents.Serialization;

/// <summary>Text of a payload in a message.</summary>
internal static class PrintableText
{
    /// <summary>Text of the document as a message may show it: not too long, and without what a terminal or a log would act on.</summary>
    internal static string Of(string text, int longest)
    {
        var length = text.Length <= longest ? text.Length : char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest;
        var result = new StringBuilder(length + 1);
        foreach (var c in text.AsSpan(0, length))
        {
            var category = char.GetUnicodeCategory(c);
            _ = category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                ? result.AppendFormat(CultureInfo.InvariantCulture, "\\u{0:x4}", (int)c)
                : result.Append(c);
        }

        return (length < text.Length ? result.Append('…') : result).ToString();
    }
}
