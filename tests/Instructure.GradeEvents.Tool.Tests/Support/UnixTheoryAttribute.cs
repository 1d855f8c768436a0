namespace Instructure.GradeEvents.Tool.Tests.Support;

/// <summary>As <see cref="UnixFactAttribute"/>, for several data.</summary>
public sealed class UnixTheoryAttribute : TheoryAttribute
{
    public UnixTheoryAttribute() => Skip = OperatingSystem.IsWindows() ? "Not on Windows." : null!;
}
