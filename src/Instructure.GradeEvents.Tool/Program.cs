using System.CommandLine;
using System.Text;
using Instructure.GradeEvents.Tool;
using Instructure.GradeEvents.Tool.CommandLine;
using Instructure.GradeEvents.Tool.Output;

if (OperatingSystem.IsWindows() && !Console.IsOutputRedirected)
{
    Console.OutputEncoding = Encoding.UTF8;
}

var terminal = new Terminal();
try
{
    // What begins with @ is a path like any other.
    var command = GradeEventsCommand.Create(terminal).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
    if (command.Errors.Count > 0 && command.Action is not ShortHelp)
    {
        foreach (var fault in UsageFault.Of(command))
        {
            terminal.Say(fault);
        }

        terminal.Say("see --help.");
        return ExitStatus.Failed;
    }

    // Help and version go the way of all results: it knows what to do when nobody reads them.
    using var text = new StringWriter { NewLine = "\n" };
    var status = await command.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = text });
    if (text.GetStringBuilder().Length > 0)
    {
        terminal.Write(text.ToString());
    }

    return status;
}
catch (OperationCanceledException)
{
    return ExitStatus.Interrupted;
}
catch (OutputException error)
{
    if (!error.IsClosedPipe)
    {
        terminal.Say(error.Message);
    }

    return error.IsClosedPipe ? ExitStatus.OutputClosed : ExitStatus.Failed;
}
catch (Exception error) when (error is IOException or UnauthorizedAccessException)
{
    // The file system has more ways to fail than are foreseen.
    terminal.Say(error.Message);
    return ExitStatus.Failed;
}
