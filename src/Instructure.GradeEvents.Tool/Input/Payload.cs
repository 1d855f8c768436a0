namespace Instructure.GradeEvents.Tool.Input;

/// <summary>The text of one payload, and where it stands.</summary>
/// <param name="Source">The file.</param>
/// <param name="FirstLine">The line of the file, from 1, with which it begins.</param>
/// <param name="Utf8">Its bytes, as they are.</param>
internal readonly record struct Payload(PayloadSource Source, long FirstLine, ReadOnlyMemory<byte> Utf8)
{
    /// <summary>The most that the validator looks at; a byte more is enough to have it say that this is too much.</summary>
    internal const int MostBytes = (32 * 1024 * 1024) + 1;
}
