namespace Instructure.GradeEvents.Tool.Tests.Support;

/// <summary>What came of a run.</summary>
internal sealed record ToolResult(int Status, string Output, string Error)
{
    public string[] OutputLines => Lines(Output);

    public string[] ErrorLines => Lines(Error);

    private static string[] Lines(string text) => text.Length == 0 ? [] : text.TrimEnd('\n').Split('\n');
}
