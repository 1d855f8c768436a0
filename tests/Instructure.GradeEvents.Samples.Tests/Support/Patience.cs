namespace Instructure.GradeEvents.Samples.Tests.Support;

/// <summary>After how long something that a test waits for will not happen any more.</summary>
internal static class Patience
{
    internal static readonly TimeSpan Time = TimeSpan.FromMinutes(1);
}
