namespace Instructure.GradeEvents.SchemaCompiler;

/// <summary>Finds the repository that the program belongs to.</summary>
internal static class RepositoryRoot
{
    /// <summary>The file that only the root of the repository has.</summary>
    internal const string Mark = "Instructure.GradeEvents.sln";

    /// <summary>The root; null when neither the program nor the current folder is in a repository.</summary>
    internal static string? Find() => Above(AppContext.BaseDirectory) ?? Above(Environment.CurrentDirectory);

    private static string? Above(string folder)
    {
        for (var current = new DirectoryInfo(folder); current is not null; current = current.Parent)
        {
            if (File.Exists(Path.Combine(current.FullName, Mark)))
            {
                return current.FullName;
            }
        }

        return null;
    }
}
