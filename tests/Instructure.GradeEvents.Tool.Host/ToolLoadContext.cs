using System.Reflection;
using System.Runtime.Loader;

namespace Instructure.GradeEvents.Tool.Host;

/// <summary>The assemblies of the tool, from its folder. The host has the name of the tool's assembly, so they are apart from it.</summary>
internal sealed class ToolLoadContext(string tool) : AssemblyLoadContext("tool")
{
    private readonly AssemblyDependencyResolver _resolver = new(tool);

    protected override Assembly? Load(AssemblyName assemblyName)
        => _resolver.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;
}
