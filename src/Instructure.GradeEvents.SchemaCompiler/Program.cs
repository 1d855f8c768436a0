using System.Text;

namespace Instructure.GradeEvents.SchemaCompiler;

/// <summary>Writes the files that come from the source of the schemas, or checks that they are what it says.</summary>
internal static class Program
{
    internal const int Done = 0;
    internal const int Wrong = 1;
    internal const int WrongUsage = 2;

    internal const string Command = "dotnet run --project src/Instructure.GradeEvents.SchemaCompiler";

    internal static int Main(string[] arguments)
    {
        if (OperatingSystem.IsWindows())
        {
            Console.OutputEncoding = Encoding.UTF8;
        }

        return Run(arguments, Console.Out, Console.Error);
    }

    internal static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter error)
    {
        if (Options.Parse(arguments) is not { } options)
        {
            error.WriteLine($"usage: {Command} [-- [--check] [--root DIR]]");
            return WrongUsage;
        }

        if ((options.Root ?? RepositoryRoot.Find()) is not { } root)
        {
            error.WriteLine($"There is no {RepositoryRoot.Mark} in the current folder or above it: say with --root where it is.");
            return WrongUsage;
        }

        if (!Directory.Exists(Path.Combine(root, SourceLibrary.Folder)))
        {
            error.WriteLine($"There is no folder {SourceLibrary.Folder} in {root}.");
            return WrongUsage;
        }

        IReadOnlyList<GeneratedFile> files;
        try
        {
            var library = SourceLibrary.Read(root);
            var bundles = BundleWriter.Write(library);
            files = [.. bundles, .. bundles.Where(static bundle => bundle.Path == BundleWriter.PathOfAll).SelectMany(bundle => TableWriter.Write(bundle.Text).Append(MembersPage.Write(library, bundle.Text)))];
        }
        catch (SourceException exception)
        {
            foreach (var problem in exception.Problems)
            {
                error.WriteLine(problem);
            }

            return Wrong;
        }

        return options.IsCheck ? Check(root, files, output, error) : Write(root, files, output);
    }

    private static int Write(string root, IReadOnlyList<GeneratedFile> files, TextWriter output)
    {
        var written = files.Where(file => file.Write(root)).ToArray();
        foreach (var file in written)
        {
            output.WriteLine($"{file.Path}: written.");
        }

        output.WriteLine($"{files.Count} files; {files.Count - written.Length} were up to date.");
        return Done;
    }

    private static int Check(string root, IReadOnlyList<GeneratedFile> files, TextWriter output, TextWriter error)
    {
        var differences = files.Select(file => file.Difference(root)).OfType<string>().ToArray();
        foreach (var difference in differences)
        {
            error.WriteLine(difference);
        }

        if (differences.Length > 0)
        {
            error.WriteLine($"These files are written from {SourceLibrary.Folder}. Change the source, and run: {Command}");
            return Wrong;
        }

        output.WriteLine($"{files.Count} files are what {SourceLibrary.Folder} says.");
        return Done;
    }
}
