namespace Instructure.GradeEvents.Tool.Output;

/// <summary>Text of others that may stand in the log of a CI server.</summary>
internal static class LogText
{
    /// <summary>The text without what a terminal would act on, or a CI server that finds commands inside of lines: <c>##[command]</c>, <c>##vso[command]</c>.</summary>
    internal static string Of(string text, int longest = int.MaxValue) => WithoutCommands(PrintableText.Of(text, longest), "\\u0023");

    /// <summary>The text with this in place of the second <c>#</c> of each command.</summary>
    internal static string WithoutCommands(string text, string instead)
        => text.Contains("##", StringComparison.Ordinal)
            ? text.Replace("##[", $"#{instead}[", StringComparison.Ordinal).Replace("##vso[", $"#{instead}vso[", StringComparison.OrdinalIgnoreCase)
            : text;
}
