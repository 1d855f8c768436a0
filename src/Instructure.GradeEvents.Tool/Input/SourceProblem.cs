using Instructure.GradeEvents.Tool.Output;

namespace Instructure.GradeEvents.Tool.Input;

/// <summary>What keeps a source from being read, in words.</summary>
internal static class SourceProblem
{
    /// <summary>A sentence about an exception of the file system, without what an end user has no use for.</summary>
    internal static string Of(string name, Exception error) => error switch
    {
        FileNotFoundException or DirectoryNotFoundException => OfMissing(name),
        _ => $"{name}: can't be read: {OutputException.Reason(error)}",
    };

    /// <summary>The sentence that a path leads nowhere.</summary>
    internal static string OfMissing(string name)
        => name.Contains('\uFFFD', StringComparison.Ordinal) ? $"{name}: can't be read: its name is not UTF-8." : $"{name}: there is no such file or folder.";

    internal static bool Is(Exception error) => error is IOException or UnauthorizedAccessException or NotSupportedException;
}
