using System.Reflection;

namespace Instructure.GradeEvents.Tool;

/// <summary>The version of the tool, which is that of its package.</summary>
internal static class ToolVersion
{
    internal static string Text { get; } = typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}
