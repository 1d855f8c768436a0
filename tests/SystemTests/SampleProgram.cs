using System.Reflection;

namespace Instructure.GradeEvents.SystemTests;

/// <summary>Where the samples were built.</summary>
internal static class SampleProgram
{
    private static readonly Dictionary<string, string> s_metadata = typeof(SampleProgram).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().ToDictionary(static one => one.Key, static one => one.Value!, StringComparer.Ordinal);

    internal static string RepositoryRoot => s_metadata["RepositoryRoot"];

    internal static string PathOf(string name) => Path.Combine(RepositoryRoot, "samples", name, "bin", s_metadata["Configuration"], "net10.0", name + ".dll");
}
