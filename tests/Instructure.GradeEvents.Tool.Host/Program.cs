using System.Reflection;
using System.Text;
using Instructure.GradeEvents.Tool.Host;

// dotnet exec --runtimeconfig TOOL.runtimeconfig.json HOST.dll TOOL.dll
// Runs the tool as often as it is asked to, in one process: most of what a short run costs is the start of the runtime. Each run has a working
// folder, arguments and standard handles of its own; they belong to the process, so there is one run at a time. A request is
// read from standard input, and its answer written to standard output: see ToolHost in the tests.
using var requests = new BinaryReader(StandardHandles.TakeInput(), Encoding.UTF8);
using var answers = new BinaryWriter(StandardHandles.TakeOutput(), Encoding.UTF8);
var tool = new ToolLoadContext(args[0]).LoadFromAssemblyPath(args[0]);
Assembly.SetEntryAssembly(tool); // its version is the one that is printed
while (true)
{
    string folder;
    try
    {
        folder = requests.ReadString();
    }
    catch (EndOfStreamException)
    {
        return;
    }

    var columns = requests.ReadString();
    var arguments = new string[requests.ReadInt32()];
    for (var i = 0; i < arguments.Length; i++)
    {
        arguments[i] = requests.ReadString();
    }

    var input = requests.ReadBytes(requests.ReadInt32());
    Environment.CurrentDirectory = folder;
    Environment.SetEnvironmentVariable("COLUMNS", columns);
    int status;
    byte[] output, error;
    using (var handles = new StandardHandles(input))
    {
        status = Run(tool.EntryPoint!, arguments);
        (output, error) = handles.Close();
    }

    Environment.CurrentDirectory = AppContext.BaseDirectory; // a test deletes its folder
    answers.Write(status);
    answers.Write(output.Length);
    answers.Write(output);
    answers.Write(error.Length);
    answers.Write(error);
    answers.Flush();
}

// What would end the process with a stack trace does so here, too: on the error handle of the run, and with the same status.
static int Run(MethodInfo main, string[] arguments)
{
    try
    {
        return (int)main.Invoke(obj: null, BindingFlags.DoNotWrapExceptions, binder: null, [arguments], culture: null)!;
    }
    catch (Exception error)
    {
        using var standardError = Console.OpenStandardError();
        standardError.Write(Encoding.UTF8.GetBytes("Unhandled exception. " + error + "\n"));
        return 134; // 128 and SIGABRT
    }
}
