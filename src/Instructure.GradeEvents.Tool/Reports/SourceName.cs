using Instructure.GradeEvents.Tool.Output;

namespace Instructure.GradeEvents.Tool.Reports;

/// <summary>The name of a source in a report of lines.</summary>
internal static class SourceName
{
    /// <summary>The name in a form with which a line may begin: a file may be called like a command to a CI server, which reads <c>::</c> and <c>##</c> also after blanks.</summary>
    internal static string InLine(string name)
    {
        var text = LogText.Of(name);
        return char.IsAsciiLetterOrDigit(text[0]) || text[0] is '.' or '/' or '_' or '<' or '\\' || text[0] > '\u007F' ? text : "./" + text;
    }
}
