using System.Globalization;
using System.Text;
using System.Text.Json;
using Instructure.GradeEvents.Tool.Input;

namespace Instructure.GradeEvents.Tool.Reading;

/// <summary>Why a payload can't be read into the types: a sentence that begins with its place in the file.</summary>
internal static class ReadingFault
{
    /// <param name="payload">The payload.</param>
    /// <param name="isDocument">Whether it is all of the source.</param>
    /// <param name="error">What the reader says; null when it was not asked.</param>
    internal static string Of(Payload payload, bool isDocument, JsonException? error)
    {
        var place = isDocument ? payload.Source.Name : FormattableString.Invariant($"{payload.Source.Name}:{payload.FirstLine}");
        return payload.IsCutByGzip ? $"{place}: the gzip data are corrupt or cut short."
            : TextHead.Fault(payload.Utf8.Span) is { } found ? $"{place} {found}"
            : error is null ? $"{place}: this is larger than 32 MB; expected one event."
            : error is { LineNumber: { } line, BytePositionInLine: { } position } ? $"{PlaceOf(payload, line, position)}: {Message(error, line, position)}"
            : $"{place}: {error.Message}";
    }

    /// <summary>The line and column of the file, as <c>validate</c> has them.</summary>
    private static string PlaceOf(Payload payload, long line, long position)
    {
        var text = payload.Utf8.Span;
        var before = text.Length - TextHead.WithoutByteOrderMark(text).Length;
        text = text[before..];
        for (var skipped = 0L; skipped < line && text.IndexOf((byte)'\n') is >= 0 and var end; skipped++)
        {
            text = text[(end + 1)..];
        }

        var column = Encoding.UTF8.GetCharCount(text[..(int)Math.Min(position, text.Length)]) + (line == 0 ? payload.FirstColumn : 1);
        return string.Create(CultureInfo.InvariantCulture, $"{payload.Source.Name}:{payload.FirstLine + line}:{column}");
    }

    /// <summary>The message without its place in the payload.</summary>
    private static string Message(JsonException error, long line, long position)
    {
        var place = FormattableString.Invariant($" (line {line + 1}, byte {position + 1}).");
        return error.Message.EndsWith(place, StringComparison.Ordinal) ? error.Message[..^place.Length] + "." : error.Message;
    }
}
