using System.Text;
using Instructure.GradeEvents.Archives;

namespace Instructure.GradeEvents.Tool.Input;

/// <summary>The text of one payload, and where it stands.</summary>
/// <param name="Source">The file.</param>
/// <param name="FirstLine">The line of the file, from 1, with which it begins.</param>
/// <param name="Utf8">Its bytes, as they are.</param>
internal readonly record struct Payload(PayloadSource Source, long FirstLine, ReadOnlyMemory<byte> Utf8)
{
    /// <summary>The most that the validator looks at; a byte more is enough to have it say that this is too much.</summary>
    internal const int MostBytes = DocumentSplitter.MostKept;

    /// <summary>The column of that line, from 1 and in UTF-16 code units, with which it begins.</summary>
    internal long FirstColumn { get; init; } = 1;

    /// <summary>Whether it is a line, which may hold several payloads.</summary>
    internal bool IsLine { get; init; }

    /// <summary>Whether the gzip data broke off in it, or before it.</summary>
    internal bool IsCutByGzip { get; init; }

    /// <summary>The payloads in a line that holds several; empty when it holds only one, or this is no line.</summary>
    internal IReadOnlyList<Payload> Split()
    {
        var payloads = new List<Payload>();
        if (!IsLine || Utf8.Length == MostBytes)
        {
            return payloads;
        }

        var splitter = new DocumentSplitter(ArchiveForm.Documents);
        var text = TextHead.WithoutByteOrderMark(Utf8.Span);
        var (counted, column) = (0, 1L);
        while (splitter.TryRead(text, isFinal: true, out var found))
        {
            column += Encoding.UTF8.GetCharCount(text[counted..found.Start]);
            counted = found.Start;
            payloads.Add(new(Source, FirstLine, Utf8.Slice(Utf8.Length - text.Length + found.Start, found.Length)) { FirstColumn = column });
        }

        return payloads.Count > 1 ? payloads : [];
    }
}
