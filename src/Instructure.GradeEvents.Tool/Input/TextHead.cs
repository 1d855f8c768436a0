using System.Buffers;

namespace Instructure.GradeEvents.Tool.Input;

/// <summary>What the first bytes of a source tell.</summary>
internal static class TextHead
{
    private const int Enough = 1024;

    // Control characters but for tab, line feed, form feed and carriage return, and escape, which logs have.
    private static readonly SearchValues<byte> s_binary = SearchValues.Create(
        "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001c\u001d\u001e\u001f"u8);

    private static readonly SearchValues<byte> s_blank = SearchValues.Create(" \t\r\n"u8);

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Why this can be no JSON in UTF-8 at all, as a sentence without subject; null when it may be.</summary>
    internal static string? Fault(ReadOnlySpan<byte> text)
    {
        var head = text[..Math.Min(text.Length, Enough)];
        return IsBlank(text) ? (text.IsEmpty ? "is empty" : "is blank") + "; expected JSON."
            : head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || head is [not 0, 0, ..] or [0, not 0, ..] ? "is UTF-16, or no text at all; expected JSON in UTF-8."
            : head is [0x1F, 0x8B, ..] ? "is compressed (gzip); expected JSON in UTF-8. Unpack it first."
            : head.ContainsAny(s_binary) ? "is binary; expected JSON in UTF-8."
            : null;
    }

    /// <summary>Whether it can only be judged as a whole: there are no lines in what is no text.</summary>
    internal static bool HasNoLines(ReadOnlySpan<byte> head) => !IsBlank(head) && Fault(head) is not null && !StartsLikeJson(head);

    internal static bool IsBlank(ReadOnlySpan<byte> text) => WithoutByteOrderMark(text).IndexOfAnyExcept(s_blank) < 0;

    internal static ReadOnlySpan<byte> WithoutByteOrderMark(ReadOnlySpan<byte> text) => text.StartsWith(ByteOrderMark) ? text[ByteOrderMark.Length..] : text;

    // A control character inside of a line makes that line bad, not the file.
    private static bool StartsLikeJson(ReadOnlySpan<byte> head) => head is [(byte)'{', not 0, ..];
}
