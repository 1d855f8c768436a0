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

    /// <summary>What an exception of the file system says, without the path once more.</summary>
    internal static string Reason(Exception error) => error is UnauthorizedAccessException ? "access is denied." : error.Message.Split(" : '")[0];

    /// <summary>Whether the reader of a pipe has gone: that is how <c>head</c> ends, and nothing to complain about.</summary>
    internal bool IsClosedPipe { get; }
}
