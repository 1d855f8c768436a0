using System.Buffers;

namespace Instructure.GradeEvents.Tool.Reports;

/// <summary>A form in which the findings are written. Its parts are rendered by many threads at once, and joined in order.</summary>
internal abstract class ReportFormat
{
    /// <summary>The names of the formats, as arguments.</summary>
    internal static readonly string[] Names = ["text", "json", "junit", "sarif", "github"];

    /// <summary>Whether its parts can be written as they come. Others are written when all is known: a half report helps no program.</summary>
    internal virtual bool IsStreamed => false;

    /// <summary>Whether each item begins with a comma, the first of which is then left out.</summary>
    internal virtual bool HasCommas => false;

    internal static ReportFormat Create(string name, int width, bool hasColour, bool isStrict) => name switch
    {
        "json" => new JsonReport(),
        "junit" => new JUnitReport(),
        "sarif" => new SarifReport(isStrict),
        "github" => new GitHubReport(),
        _ => new TextReport(width, hasColour),
    };

    /// <summary>Whether a file that begins like this is a report, in one of the formats that nothing else begins like.</summary>
    internal static bool IsHead(ReadOnlySpan<byte> head) => head.StartsWith(JsonReport.Head) || head.StartsWith(SarifReport.Head) || head.StartsWith(JUnitReport.Head);

    /// <summary>Renders what is to be said of a payload, which may be nothing.</summary>
    internal abstract void Append(IBufferWriter<byte> part, CheckedPayload payload);

    /// <summary>Renders that a path could not be read, which is said on standard error, too. Not called by two threads at once.</summary>
    internal virtual void AppendProblem(IBufferWriter<byte> part, string sentence)
    {
    }

    internal virtual void WriteHead(IBufferWriter<byte> report, Summary summary)
    {
    }

    internal abstract void WriteTail(IBufferWriter<byte> report, Summary summary);
}
