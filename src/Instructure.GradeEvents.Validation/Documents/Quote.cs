using Instructure.GradeEvents.Documents;

namespace Instructure.GradeEvents.Validation.Documents;

/// <summary>What was found, as a message shows it.</summary>
internal static class Quote
{
    private const int Longest = 80;

    internal static string Of(string text) => "\"" + PrintableText.Of(text, Longest) + "\"";

    /// <summary>A number as it is written.</summary>
    internal static string OfNumber(ReadOnlySpan<byte> written) => "the number " + PrintableText.Of(Utf8.GetString(written.Slice(0, Math.Min(written.Length, Longest + 1))), Longest);
}
