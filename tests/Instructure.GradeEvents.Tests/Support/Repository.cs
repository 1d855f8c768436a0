using System.Reflection;

namespace Instructure.GradeEvents.Tests.Support;

/// <summary>The files of the repository that tests look at.</summary>
internal static class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    public static IEnumerable<string> SampleFiles => Directory.EnumerateFiles(PathOf("samples", "payloads"), "*.json").Order(StringComparer.Ordinal);

    /// <summary>The names of the sample payloads, for theories.</summary>
    public static TheoryData<string> SampleNames()
    {
        var data = new TheoryData<string>();
        foreach (var file in SampleFiles)
        {
            data.Add(Path.GetFileName(file));
        }

        return data;
    }

    public static byte[] Sample(string name) => File.ReadAllBytes(PathOf("samples", "payloads", name));

    public static string SampleText(string name) => File.ReadAllText(PathOf("samples", "payloads", name));
}
