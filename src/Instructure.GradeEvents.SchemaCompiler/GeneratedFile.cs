using System.Text;

namespace Instructure.GradeEvents.SchemaCompiler;

/// <summary>A file that the program writes.</summary>
/// <param name="Path">Where it is, from the root of the repository, with <c>/</c>.</param>
/// <param name="Text">All of it, with <c>\n</c> at the end of every line.</param>
internal sealed record GeneratedFile(string Path, string Text)
{
    // Without a byte order mark, whatever the platform.
    private static readonly UTF8Encoding s_encoding = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes it. One that is right already stays as it is, so that a build sees nothing new.</summary>
    /// <returns>Whether it was written.</returns>
    internal bool Write(string root)
    {
        if (Difference(root) is null)
        {
            return false;
        }

        var path = System.IO.Path.Combine(root, Path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, s_encoding.GetBytes(Text));
        return true;
    }

    /// <summary>In what the file that is there differs; null when it is the same, byte for byte.</summary>
    internal string? Difference(string root)
    {
        var path = System.IO.Path.Combine(root, Path);
        if (!File.Exists(path))
        {
            return $"{Path}: is not there.";
        }

        var bytes = File.ReadAllBytes(path);
        if (bytes.AsSpan().SequenceEqual(s_encoding.GetBytes(Text)))
        {
            return null;
        }

        var found = s_encoding.GetString(bytes).Split('\n');
        var expected = Text.Split('\n');
        var line = found.Zip(expected).TakeWhile(static pair => pair.First == pair.Second).Count();
        return $"{Path}: line {line + 1} differs\n  is:        {Shown(found, line)}\n  should be: {Shown(expected, line)}";
    }

    /// <summary>A line, with what nobody would see in it.</summary>
    private static string Shown(string[] lines, int line)
        => line < lines.Length
            ? lines[line].Replace("\r", "\\r", StringComparison.Ordinal).Replace("\uFEFF", "\\uFEFF", StringComparison.Ordinal)
            : "(the end of the file)";
}
