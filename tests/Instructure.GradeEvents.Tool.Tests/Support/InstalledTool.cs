using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text;
using Instructure.GradeEvents.Tests.Support;

namespace Instructure.GradeEvents.Tool.Tests.Support;

/// <summary>
/// The tool as a command. By default it is the tool as built, so that the tests are quick. With as many mutations as CI asks for, and on
/// Windows, it is what a user has, packed and installed: that takes a minute, since the package has native code.
/// </summary>
internal static class InstalledTool
{
    private static readonly Lazy<string> s_path = new(Install);

    /// <summary>The command.</summary>
    public static string Path => s_path.Value;

    /// <summary>The assembly that the command runs: of an installed tool the one for this platform, if there is one.</summary>
    public static string Assembly
        => Directory.EnumerateFiles(System.IO.Path.GetDirectoryName(Path)!, "grade-events.dll", SearchOption.AllDirectories)
            .Where(static file => file.Contains("net10.0", StringComparison.Ordinal))
            .MaxBy(static file => file.Contains(RuntimeInformation.RuntimeIdentifier, StringComparison.Ordinal)) ?? Metadata("Tool");

    /// <summary>What the project of these tests says of how it was built.</summary>
    public static string Metadata(string key)
        => typeof(InstalledTool).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;

    /// <summary>Runs the tool.</summary>
    /// <param name="folder">The working folder.</param>
    /// <param name="arguments">The arguments, with blanks between them.</param>
    /// <param name="input">What comes in through standard input; nothing, if it is null.</param>
    /// <param name="columns">The width of the terminal.</param>
    public static Task<ToolResult> Run(string folder, string arguments, byte[]? input = null, int columns = 120)
    {
        var split = arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return OperatingSystem.IsWindows() ? Start(folder, Path, split, input, columns) : ToolHost.RunAsync(folder, split, input, columns);
    }

    /// <summary>Runs a line of a shell, in which the tool is <c>grade-events</c>.</summary>
    public static Task<ToolResult> RunShell(string folder, string line) => Start(folder, "/bin/bash", ["-o", "pipefail", "-c", line], input: null, columns: 120);

    public static ProcessStartInfo StartInfo(string folder, string command, IEnumerable<string> arguments, int columns)
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["COLUMNS"] = columns.ToString(System.Globalization.CultureInfo.InvariantCulture);
        start.Environment["PATH"] = System.IO.Path.GetDirectoryName(Path) + System.IO.Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        return start;
    }

    private static async Task<ToolResult> Start(string folder, string command, IEnumerable<string> arguments, byte[]? input, int columns)
    {
        using var process = LimitedProcess.Start(StartInfo(folder, command, arguments, columns));
        var finish = process.FinishAsync();
        await process.WriteAsync(input ?? []);
        process.CloseInput();
        var (status, output, error) = await finish;
        return new(status, output, error);
    }

    private static string Install()
    {
        var folder = Directory.CreateTempSubdirectory("grade-events-tool").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return Mutations.AreMany || OperatingSystem.IsWindows() ? PackAndInstall(folder) : WriteCommand(folder);
    }

    [UnsupportedOSPlatform("windows")]
    private static string WriteCommand(string folder)
    {
        var command = System.IO.Path.Combine(Directory.CreateDirectory(System.IO.Path.Combine(folder, "tools")).FullName, "grade-events");
        File.WriteAllText(command, $"#!/bin/sh\nexec dotnet exec '{Metadata("Tool")}' \"$@\"\n");
        File.SetUnixFileMode(command, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return command;
    }

    private static string PackAndInstall(string folder)
    {
        var feed = System.IO.Path.Combine(folder, "feed");
        Dotnet(folder, "pack", Repository.PathOf("src", "Instructure.GradeEvents.Tool"), "--no-restore", "--disable-build-servers", "-c", Metadata("Configuration"), "-o", feed); // they would live on, with our pipe

        // From that folder and from nowhere else; and not what an earlier run left in the user's packages.
        File.WriteAllText(System.IO.Path.Combine(folder, "nuget.config"), "<configuration><packageSources><clear/></packageSources></configuration>");
        var tools = System.IO.Path.Combine(folder, "tools");
        Dotnet(folder, "tool", "install", "Instructure.GradeEvents.Tool", "--tool-path", tools, "--add-source", feed, "--prerelease");
        return System.IO.Path.Combine(tools, OperatingSystem.IsWindows() ? "grade-events.exe" : "grade-events");
    }

    private static void Dotnet(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true };
        start.Environment["NUGET_PACKAGES"] = arguments[0] == "tool" ? System.IO.Path.Combine(folder, "packages") : Environment.GetEnvironmentVariable("NUGET_PACKAGES");
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = LimitedProcess.Start(start, TimeSpan.FromMinutes(5));
        var (status, output, _) = Task.Run(process.FinishAsync).GetAwaiter().GetResult(); // not on a thread of xunit, which may all be waiting for this
        status.Should().Be(0, "dotnet {0} says {1}", string.Join(' ', arguments), output);
    }
}
