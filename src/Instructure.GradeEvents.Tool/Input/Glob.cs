using System.IO.Enumeration;

namespace Instructure.GradeEvents.Tool.Input;

/// <summary>Finds paths by a pattern, as a shell does: <c>*</c> and <c>?</c> inside of a name, <c>**</c> for any depth of folders.</summary>
/// <remarks>For shells that leave patterns to the program, and for patterns in quotes. A name that begins with a dot is only found by a pattern that does, too.</remarks>
internal static class Glob
{
    private const string AnyDepth = "**";

    internal static bool IsPattern(string path) => path.AsSpan().ContainsAny('*', '?');

    /// <summary>The files and folders that a pattern stands for, in ordinal order.</summary>
    internal static IEnumerable<string> Find(string pattern)
    {
        var segments = (OperatingSystem.IsWindows() ? pattern.Replace('\\', '/') : pattern).Split('/');
        var isRooted = segments[0].Length == 0 || segments[0].EndsWith(':');
        return Find(isRooted ? segments[0] + "/" : string.Empty, isRooted ? segments.AsMemory(1) : segments);
    }

    /// <summary>The visible folders and files of a folder, in ordinal order. Folders behind links are left out: they could lead in circles.</summary>
    internal static IEnumerable<string> Entries(string folder, bool folders)
    {
        var entries = new FileSystemEnumerable<string>(
            folder.Length == 0 ? "." : folder,
            (ref FileSystemEntry entry) => entry.FileName.ToString(),
            new EnumerationOptions { IgnoreInaccessible = false, AttributesToSkip = FileAttributes.None })
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => entry.IsDirectory == folders
                && !(folders && entry.Attributes.HasFlag(FileAttributes.ReparsePoint)),
        };
        return entries.Order(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Find(string folder, ReadOnlyMemory<string> segments)
    {
        var segment = segments.Span[0];
        var rest = segments[1..];
        if (segment == AnyDepth && rest.IsEmpty)
        {
            return [folder.Length == 0 ? "." : folder.TrimEnd('/')]; // the folder stands for all in it
        }

        if (segment == AnyDepth)
        {
            return Find(folder, rest).Concat(Names(folder, "*", folders: true).SelectMany(name => Find(folder + name + "/", segments)));
        }

        if (rest.IsEmpty)
        {
            return Names(folder, segment, folders: false).Concat(Names(folder, segment, folders: true)).Select(name => folder + name);
        }

        return Names(folder, segment, folders: true).SelectMany(name => Find(folder + name + "/", rest));
    }

    private static IEnumerable<string> Names(string folder, string segment, bool folders)
    {
        if (!IsPattern(segment))
        {
            return (folders ? Directory.Exists(folder + segment) : File.Exists(folder + segment)) ? [segment] : [];
        }

        return Entries(folder, folders)
            .Where(name => (name[0] != '.' || segment[0] == '.') && FileSystemName.MatchesSimpleExpression(segment, name, OperatingSystem.IsWindows()));
    }
}
