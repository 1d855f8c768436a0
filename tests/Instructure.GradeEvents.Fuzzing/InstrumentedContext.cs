using System.Reflection;
using System.Runtime.Loader;
using SharpFuzz;

namespace Instructure.GradeEvents.Fuzzing;

/// <summary>Where this program runs once more, with the libraries as SharpFuzz changes them: with a counter at each branch.</summary>
/// <remarks>They are changed in memory, so that the built files stay as they are, and several of these programs can run at a time.</remarks>
internal sealed class InstrumentedContext : AssemblyLoadContext
{
    /// <summary>Whether this is the program that has the changed libraries.</summary>
    public static bool IsCurrent => GetLoadContext(typeof(InstrumentedContext).Assembly) != Default;

    /// <summary>Runs the program.</summary>
    public static int Run(string[] args)
        => (int)new InstrumentedContext().LoadFromAssemblyPath(typeof(InstrumentedContext).Assembly.Location).EntryPoint!.Invoke(null, [args])!;

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name is not ("Instructure.GradeEvents" or "Instructure.GradeEvents.Validation"))
        {
            return null;
        }

        var folder = Directory.CreateTempSubdirectory("grade-events-fuzzing");
        try
        {
            var copy = Path.Combine(folder.FullName, assemblyName.Name + ".dll");
            File.Copy(Path.Combine(AppContext.BaseDirectory, assemblyName.Name + ".dll"), copy);
            Fuzzer.Instrument(copy, static _ => true, Options.Value);
            using var changed = new MemoryStream(File.ReadAllBytes(copy));
            return LoadFromStream(changed);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
