using System.Globalization;
using System.Runtime.InteropServices;

namespace Instructure.GradeEvents.Tool;

/// <summary>What is behind a path or a handle, whatever it is called.</summary>
/// <param name="Identity">The same for all names of a file, and another for any other file.</param>
/// <param name="IsFile">Whether it is a file, and not a folder, a device or a pipe.</param>
/// <param name="IsFifo">Whether it is a pipe.</param>
/// <remarks>Only Linux tells of pipes and hard links; elsewhere links are followed by their paths, and everything that is no folder is a file.</remarks>
internal sealed record FileStatus(string Identity, bool IsFile, bool IsFifo)
{
    private const int WorkingFolder = -100; // AT_FDCWD
    private const int EmptyPath = 0x1000; // AT_EMPTY_PATH: the handle itself
    private const uint TypeAndInode = 0x101; // STATX_TYPE | STATX_INO
    private const int StatusBytes = 256;
    private const int ModeOffset = 28;
    private const int InodeOffset = 32;
    private const int DeviceOffset = 136;
    private const int DeviceBytes = 8;
    private const int TypeMask = 0xF000;
    private const int Fifo = 0x1000;
    private const int RegularFile = 0x8000;

    /// <summary>A file of which nothing else matters.</summary>
    internal static readonly FileStatus SomeFile = new(string.Empty, IsFile: true, IsFifo: false);

    /// <summary>What is behind a path, at the end of all links; null when there is nothing.</summary>
    internal static FileStatus? Of(string path)
    {
        try
        {
            return OperatingSystem.IsLinux() ? Read(WorkingFolder, path, flags: 0) : OfPath(path);
        }
        catch (EntryPointNotFoundException)
        {
            return OfPath(path);
        }
    }

    /// <summary>What is behind a handle that is open; null where that can't be told.</summary>
    internal static FileStatus? OfHandle(int handle)
    {
        try
        {
            return OperatingSystem.IsLinux() ? Read(handle, string.Empty, EmptyPath) : null;
        }
        catch (EntryPointNotFoundException)
        {
            return null;
        }
    }

    private static FileStatus? OfPath(string path)
    {
        try
        {
            var target = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? Path.GetFullPath(path);
            return !Path.Exists(target) ? null : new(OperatingSystem.IsWindows() ? target.ToUpperInvariant() : target, !Directory.Exists(target), IsFifo: false);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static FileStatus? Read(int folder, string path, int flags)
    {
        var status = new byte[StatusBytes];
        if (path.Contains('\0', StringComparison.Ordinal) || GetStatus(folder, path, flags, TypeAndInode, status) != 0)
        {
            return null;
        }

        var type = BitConverter.ToUInt16(status, ModeOffset) & TypeMask;
        var identity = Convert.ToHexString(status, DeviceOffset, DeviceBytes) + ":" + BitConverter.ToUInt64(status, InodeOffset).ToString(CultureInfo.InvariantCulture);
        return new(identity, type == RegularFile, type == Fifo);
    }

    // Of the calls that tell it, the one whose result is the same on all processors.
    [DllImport("libc", EntryPoint = "statx")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetStatus(int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, byte[] status);
}
