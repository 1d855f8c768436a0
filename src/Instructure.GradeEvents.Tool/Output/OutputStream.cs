using Microsoft.Win32.SafeHandles;

namespace Instructure.GradeEvents.Tool.Output;

/// <summary>Standard output, as bytes.</summary>
internal static class OutputStream
{
    private const int BrokenPipe = 32; // EPIPE, the same on every Unix

    /// <summary>Opens it; null when it is closed.</summary>
    internal static Stream? Open()
    {
        if (!StandardHandle.IsOpen(StandardHandle.Output))
        {
            return null;
        }

        // .NET's own stream says nothing when the reader of a pipe has gone (as head does), and the work would go on for nobody.
        // A file is left to it: it writes where the file is at, also when standard error goes there too.
        if (!OperatingSystem.IsWindows() && Console.IsOutputRedirected)
        {
            try
            {
                var pipe = new FileStream(new SafeFileHandle(StandardHandle.Output, ownsHandle: false), FileAccess.Write, bufferSize: 0);
                if (!pipe.CanSeek)
                {
                    return pipe;
                }
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
            {
                // Something that only can be written as .NET does.
            }
        }

        return Console.OpenStandardOutput();
    }

    internal static bool IsClosedPipe(Exception error) => !OperatingSystem.IsWindows() && error.HResult == BrokenPipe;
}
