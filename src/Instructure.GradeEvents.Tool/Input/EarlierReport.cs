using Instructure.GradeEvents.Tool.Reports;

namespace Instructure.GradeEvents.Tool.Input;

/// <summary>Recognises a report that an earlier run has written: it may be in a folder of payloads, and be written again.</summary>
internal static class EarlierReport
{
    private const int HeadBytes = 512;

    internal static bool Is(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            var head = new byte[HeadBytes];
            return ReportFormat.IsHead(head.AsSpan(0, file.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false)));
        }
        catch (Exception error) when (SourceProblem.Is(error))
        {
            return false;
        }
    }
}
