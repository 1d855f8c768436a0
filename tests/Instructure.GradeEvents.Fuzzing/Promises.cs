using System.Globalization;
using System.Text.Json;

namespace Instructure.GradeEvents.Fuzzing;

/// <summary>What all targets ask of a text that the library makes.</summary>
internal static class Promises
{
    private const int LongestMessage = 4000;

    /// <summary>The finding that a promise was broken, if it was.</summary>
    /// <param name="isKept">Whether it was kept.</param>
    /// <param name="promise">The promise, which is the same text for the same finding.</param>
    /// <param name="found">What was found in its place.</param>
    public static void Keep(bool isKept, string promise, object? found = null)
    {
        if (!isKept)
        {
            throw new FindingException(promise, found?.ToString());
        }
    }

    /// <summary>A message has text, but not much, and nothing that a terminal would act on.</summary>
    public static void KeepPrintable(string text, string what)
    {
        Keep(text.Length is > 0 and <= LongestMessage, what + " is not empty and has at most 4000 characters", text);
        for (var i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1)
        {
            var isPrintable = CharUnicodeInfo.GetUnicodeCategory(text, i) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned);
            Keep(isPrintable, what + " is printable", FormattableString.Invariant($"U+{(int)text[i]:X4} at {i} of {text}"));
        }
    }

    /// <summary>An error has its path and place, and the place is in the document.</summary>
    public static void KeepError(JsonException error, ReadOnlySpan<byte> document)
    {
        KeepPrintable(error.Message, "the message of an error");
        Keep(error.Path is { } path && error.Message.StartsWith(path, StringComparison.Ordinal), "the message of an error begins with its path", error);
        KeepPlace(document, error.LineNumber + 1, error.BytePositionInLine + 1, "the place of an error is in the document", error.Message);
    }

    /// <summary>A place, counted from 1, is in the document or directly behind it.</summary>
    public static void KeepPlace(ReadOnlySpan<byte> document, long? line, long? position, string promise, object found)
    {
        for (var i = 1; i < line && !document.IsEmpty; i++)
        {
            var end = document.IndexOf((byte)'\n');
            Keep(end >= 0, promise, found);
            document = document[(end + 1)..];
        }

        var length = document.IndexOf((byte)'\n');
        Keep(line >= 1 && position >= 1 && position <= (length < 0 ? document.Length : length) + 1, promise, found);
    }
}
