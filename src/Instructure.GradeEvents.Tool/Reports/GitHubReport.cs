using System.Buffers;
using System.Text;
using Instructure.GradeEvents.Validation;

namespace Instructure.GradeEvents.Tool.Reports;

/// <summary>Workflow commands of GitHub Actions, which become annotations in the changed files.</summary>
internal sealed class GitHubReport : ReportFormat
{
    private const int LongestPath = 200;

    internal override bool IsStreamed => true;

    internal override void Append(IBufferWriter<byte> part, CheckedPayload payload)
    {
        foreach (var issue in payload.Issues)
        {
            var text = new StringBuilder(issue.Severity == ValidationSeverity.Error ? "::error " : "::warning ");
            if (payload.Payload.Source.IsFile)
            {
                text.Append("file=").Append(Property(payload.Source))
                    .Append(FormattableString.Invariant($",line={payload.LineOf(issue)},col={payload.ColumnOf(issue)},"));
            }

            var place = issue.Path.Length == 0 ? string.Empty : $" ({PrintableText.Of(issue.Path, LongestPath)})";
            text.Append("title=").Append(Property(issue.Code)).Append("::").Append(Data(issue.Message + place)).Append('\n');
            part.Append(text.ToString());
        }
    }

    internal override void AppendProblem(IBufferWriter<byte> part, string sentence) => part.Append("::error title=unreadable::" + Data(sentence) + "\n");

    internal override void WriteTail(IBufferWriter<byte> report, Summary summary) => report.Append(summary + "\n");

    private static string Data(string text)
        => text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
