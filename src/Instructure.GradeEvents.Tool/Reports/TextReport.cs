using System.Buffers;
using System.Globalization;
using System.Text;
using Instructure.GradeEvents.Tool.Input;
using Instructure.GradeEvents.Tool.Output;
using Instructure.GradeEvents.Validation;

namespace Instructure.GradeEvents.Tool.Reports;

/// <summary>The findings for people: of each payload that has any, a line, and then its issues with the place in the text.</summary>
internal sealed class TextReport(int width, bool hasColour) : ReportFormat
{
    private const string Indent = "    ";
    private const string Continuation = "· ";
    private const int LongestPath = 200;
    private const string Bold = "1";
    private const string Red = "31";
    private const string Green = "32";
    private const string Yellow = "33";
    private const string Blue = "34";

    internal override bool IsStreamed => true;

    internal override void Append(IBufferWriter<byte> part, CheckedPayload payload)
    {
        if (payload.Issues.Count == 0)
        {
            return;
        }

        var text = new StringBuilder();
        AppendHeading(text, payload);
        var source = TextHead.Fault(payload.Payload.Utf8.Span) is null ? new SourceText(payload.Payload.Utf8) : null;
        foreach (var issue in payload.Issues)
        {
            Append(text, payload, issue, source);
        }

        part.Append(text.Append('\n').ToString());
    }

    internal override void WriteTail(IBufferWriter<byte> report, Summary summary)
        => report.Append(Paint(summary.ToString(), summary.Invalid + summary.Problems > 0 ? Red : Green) + "\n");

    private static string Place(CheckedPayload payload) => FormattableString.Invariant($"{SourceName.InLine(payload.Source)}:{payload.Line}");

    private void AppendHeading(StringBuilder text, CheckedPayload payload)
    {
        var (errors, warnings) = (payload.Count(ValidationSeverity.Error), payload.Count(ValidationSeverity.Warning));
        text.Append(Paint(Place(payload), Bold)).Append(": ")
            .Append(payload.IsValid ? Paint("valid", Green) : Paint("invalid", Red)).Append(' ').Append(PayloadKindNames.Of(payload.Kind)).Append(", ")
            .Append(errors > 0 ? Summary.Counted(errors, "error") : null)
            .Append(errors > 0 && warnings > 0 ? ", " : null)
            .Append(warnings > 0 ? Summary.Counted(warnings, "warning") : null)
            .Append('\n');
    }

    private void Append(StringBuilder text, CheckedPayload payload, ValidationIssue issue, SourceText? source)
    {
        var isError = issue.Severity == ValidationSeverity.Error;
        var line = payload.LineOf(issue).ToString(CultureInfo.InvariantCulture);
        text.Append("  ").Append(SourceName.InLine(payload.Source)).Append(CultureInfo.InvariantCulture, $":{line}:{payload.ColumnOf(issue)}: ")
            .Append(Paint(isError ? "error" : "warning", isError ? Red : Yellow)).Append(' ').Append(Paint(issue.Code, Bold))
            .Append(issue.Path.Length == 0 ? null : " " + LogText.Of(issue.Path, LongestPath)).Append('\n');
        AppendWrapped(text, LogText.WithoutCommands(issue.Message, "\\u0023"));

        // The gutter has the number of the line, as in an editor.
        var gutter = Indent + new string(' ', line.Length);
        if (source?.Excerpt(issue.Line, issue.Column, width - gutter.Length - 3) is var (excerpt, cells))
        {
            text.Append(Indent).Append(Paint(line + " | ", Blue)).Append(LogText.WithoutCommands(excerpt, "\uFFFD")).Append('\n')
                .Append(gutter).Append(Paint(" | ", Blue)).Append(' ', cells).Append(Paint("^", isError ? Red : Yellow)).Append('\n');
        }
    }

    private void AppendWrapped(StringBuilder text, string message)
    {
        // What goes on has a mark in front: its first word may be the payload's, and be a command to the server that shows the report.
        var room = width - Indent.Length;
        var rest = message.AsSpan();
        var mark = string.Empty;
        while (rest.Length > room)
        {
            var end = rest[..(room + 1)].LastIndexOf(' ');
            end = end > 0 ? end : rest.IndexOf(' '); // a word that is longer than a line stays whole: it may be copied
            if (end < 0)
            {
                break;
            }

            text.Append(Indent).Append(mark).Append(rest[..end]).Append('\n');
            rest = rest[(end + 1)..];
            mark = Continuation;
            room = width - Indent.Length - mark.Length;
        }

        text.Append(Indent).Append(mark).Append(rest).Append('\n');
    }

    private string Paint(string text, string style) => hasColour ? $"\u001b[{style}m{text}\u001b[0m" : text;
}
