namespace Instructure.GradeEvents.Archives;

/// <summary>Where in a buffer a document was found.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How many bytes of it there are.</param>
/// <param name="Line">The line at which it begins, from 0.</param>
/// <param name="FirstByte">The place in that line at which it begins, in bytes from 0.</param>
/// <param name="IsTooLarge">Whether it is larger than a document may be.</param>
/// <param name="IsUnfinished">Whether it ended before it was whole, with its line or with the archive.</param>
internal readonly record struct DocumentRange(int Start, int Length, long Line, long FirstByte, bool IsTooLarge = false, bool IsUnfinished = false);
