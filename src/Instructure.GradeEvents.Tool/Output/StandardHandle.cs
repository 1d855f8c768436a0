using System.Runtime.InteropServices;

namespace Instructure.GradeEvents.Tool.Output;

/// <summary>The three handles that a program gets from whoever starts it, or doesn't.</summary>
internal static class StandardHandle
{
    internal const int Input = 0;
    internal const int Output = 1;
    internal const int Error = 2;

    private const int GetFlags = 1; // F_GETFD
    private const int CloseOnExec = 1; // FD_CLOEXEC

    /// <summary>Whether it was open when the program was started.</summary>
    /// <remarks>
    /// The number of one that was closed goes to the next file that the runtime opens for itself: reading it may wait forever, and writing
    /// destroy anything. But the runtime marks its own to be closed when another program is started, and what comes from outside can't be so.
    /// </remarks>
    internal static bool IsOpen(int handle)
    {
        if (OperatingSystem.IsWindows())
        {
            return true;
        }

        var flags = GetDescriptorFlags(handle, GetFlags);
        return flags >= 0 && (flags & CloseOnExec) == 0;
    }

    [DllImport("libc", EntryPoint = "fcntl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetDescriptorFlags(int descriptor, int command);
}
