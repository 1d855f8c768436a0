namespace Instructure.GradeEvents.Tool;

/// <summary>What the exit status says.</summary>
internal static class ExitStatus
{
    /// <summary>All is valid.</summary>
    internal const int Valid = 0;

    /// <summary>A payload is not valid.</summary>
    internal const int Invalid = 1;

    /// <summary>Wrong usage, a path that can't be read, nothing to do, or a result that can't be written.</summary>
    internal const int Failed = 2;

    /// <summary>Stopped by Ctrl+C, as shells have it.</summary>
    internal const int Interrupted = 130;

    /// <summary>Nobody reads the output any more, as shells have it.</summary>
    internal const int OutputClosed = 141;
}
