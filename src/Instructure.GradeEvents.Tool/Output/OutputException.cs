namespace Instructure.GradeEvents.Tool.Output;

/// <summary>The result can't be written.</summary>
internal sealed class OutputException : Exception
{
    /// <summary>Standard output can't be written.</summary>
    internal OutputException(Exception inner)
        : base("standard output can't be written: " + inner.Message, inner) => IsClosedPipe = OutputStream.IsClosedPipe(inner);

    /// <summary>A file can't be written.</summary>
    internal OutputException(string path, Exception inner)
        : base($"{path}: can't be written: {Reason(inner)}", inner)
    {
    }

    /// <summary>Whether an exception says that something can't be written. Where files may not grow any more, .NET calls that an argument out of range.</summary>
    internal static bool Is(Exception error) => error is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException;

    /// <summary>What is kept until it can be written can't be kept.</summary>
    internal static OutputException OfTemporaryFile(string folder, Exception inner)
        => new(inner, $"{folder}: a temporary file can't be written: {Reason(inner).TrimEnd('.')}. Another folder can be named in {(OperatingSystem.IsWindows() ? "TMP" : "TMPDIR")}.");

    /// <summary>What an exception of the file system says, without the path once more.</summary>
    internal static string Reason(Exception error) => error switch
    {
        UnauthorizedAccessException => "access is denied.",
        DirectoryNotFoundException => "there is no such folder.",
        ArgumentOutOfRangeException => "it would be larger than it may be.",
        _ => error.Message.Split(" : '")[0],
    };

    private OutputException(Exception inner, string sentence)
        : base(sentence, inner)
    {
    }

    /// <summary>Whether the reader of a pipe has gone: that is how <c>head</c> ends, and nothing to complain about.</summary>
    internal bool IsClosedPipe { get; }
}
