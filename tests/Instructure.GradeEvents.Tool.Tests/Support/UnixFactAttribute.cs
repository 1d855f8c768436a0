namespace Instructure.GradeEvents.Tool.Tests.Support;

/// <summary>A test of what there only is on Unix: handles that a shell closes, signals, devices.</summary>
public sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute() => Skip = OperatingSystem.IsWindows() ? "Not on Windows." : null!;
}
