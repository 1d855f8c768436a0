using System.CommandLine;
using System.CommandLine.Parsing;
using Instructure.GradeEvents.Tool.Reports;
using Instructure.GradeEvents.Tool.Validation;

namespace Instructure.GradeEvents.Tool.CommandLine;

/// <summary>The options that say which reports there are, and where they go.</summary>
internal sealed class ReportArguments
{
    private const string StandardOutput = "-";

    /// <summary>Endings that tell what is in a file, and the formats of which that is true.</summary>
    private static readonly (string Ending, string[] Formats)[] s_endings =
    [
        (".sarif.json", ["sarif"]),
        (".sarif", ["sarif"]),
        (".json", ["json", "sarif"]),
        (".xml", ["junit"]),
        (".txt", ["text", "github"]),
        (".log", ["text", "github"]),
    ];

    private readonly Option<string> _format = new("--format", "-f")
    {
        Description = "What is printed: text (default), json, junit (for CI servers), sarif (code scanning) or github (annotations).",
        HelpName = "FORMAT",
        DefaultValueFactory = static _ => ReportFormat.Names[0],
    };

    private readonly Option<string[]> _report = new("--report")
    {
        Description = "Another report, into a file; may be repeated.",
        HelpName = "FORMAT=FILE",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _output = new("--output", "-o") { Description = "Write the report of --format here, and print a summary.", HelpName = "FILE" };

    internal ReportArguments() => _format.AcceptOneOf(ReportFormat.Names);

    internal void AddTo(Command command)
    {
        command.Add(_format);
        command.Add(_report);
        command.Add(_output);
        command.Validators.Add(result =>
        {
            foreach (var fault in Faults(result))
            {
                result.AddError(fault);
            }
        });
    }

    /// <summary>The reports that are asked for.</summary>
    internal IReadOnlyList<ReportTarget> Targets(ParseResult arguments)
        => [new(arguments.GetRequiredValue(_format), arguments.GetValue(_output)), .. (arguments.GetValue(_report) ?? []).Select(static report => Split(report)!)];

    /// <summary>Why a report can't be written, as far as that can be known: said before the work, not after it.</summary>
    internal static string? Fault(IEnumerable<ReportTarget> targets)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in targets.Select(static target => target.File).OfType<string>())
        {
            var status = FileStatus.Of(file);
            if (Fault(file, status) is { } fault)
            {
                return fault;
            }

            // Devices and pipes take several reports; files don't, whatever they are called.
            if (status is null or { IsFile: true } && !seen.TryAdd(status?.Identity ?? Place(file), file))
            {
                return $"{file}: is the same file as {seen[status?.Identity ?? Place(file)]}; expected a file for each report.";
            }
        }

        return null;
    }

    /// <summary>Where a file will be that isn't there yet.</summary>
    private static string Place(string file)
        => FileStatus.Of(Path.GetDirectoryName(Path.GetFullPath(file)) ?? string.Empty)?.Identity + "/" + Path.GetFileName(file);

    private static string? Fault(string file, FileStatus? status)
        => file.Contains('\uFFFD', StringComparison.Ordinal) ? $"{file}: can't be written: its name is not UTF-8."
            : status is { IsFifo: true } && !file.StartsWith("/dev/", StringComparison.Ordinal) && !file.StartsWith("/proc/", StringComparison.Ordinal)
                ? $"{file}: can't be written: it is a pipe (FIFO)."
            : Directory.Exists(file) ? $"{file}: can't be written: it is a folder."
            : Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder && !Directory.Exists(folder) ? $"{file}: can't be written: there is no folder {folder}."
            : null;

    private IEnumerable<string> Faults(CommandResult result)
    {
        if (Value(result, _output) is null && result.GetResult(_report) is null)
        {
            yield break;
        }

        var files = new List<string>();
        if (Value(result, _output) is { } output)
        {
            files.Add(output);
            var format = Value(result, _format);
            if (FaultOfName("--output", output, format ?? ReportFormat.Names[0], isGiven: format is not null) is { } fault)
            {
                yield return fault;
            }
        }

        foreach (var token in result.GetResult(_report)?.Tokens ?? [])
        {
            if (Split(token.Value) is not { } report)
            {
                yield return $"--report can't be \"{token.Value}\"; expected FORMAT=FILE, such as junit=report.xml.";
            }
            else if (!ReportFormat.Names.Contains(report.Format, StringComparer.Ordinal))
            {
                yield return Choice.Fault("the format of --report", report.Format, ReportFormat.Names);
            }
            else
            {
                files.Add(report.File!);
                if (FaultOfName("--report", report.File!, report.Format, isGiven: true) is { } fault)
                {
                    yield return fault;
                }
            }
        }

        var comparer = OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
        foreach (var twice in files.Where(static file => file.Length > 0).GroupBy(Path.GetFullPath, comparer).Where(static same => same.Skip(1).Any()))
        {
            yield return $"{twice.First()}: is the file of several reports; expected a file for each.";
        }
    }

    private static string? FaultOfName(string option, string file, string format, bool isGiven)
    {
        if (file is "" or StandardOutput)
        {
            return $"{option} needs a file name; without the option, the report is printed.";
        }

        var (ending, formats) = Array.Find(s_endings, known => file.EndsWith(known.Ending, StringComparison.OrdinalIgnoreCase));
        return formats is null || formats.Contains(format, StringComparer.Ordinal) ? null
            : isGiven ? $"{option} {file}: the format is {format}, but {ending} is for {string.Join(" or ", formats)}."
            : $"{option} {file}: the format is {format}, as there is no --format, but {ending} is for {string.Join(" or ", formats)}; add --format {formats[0]}.";
    }

    private static string? Value(CommandResult result, Option option) => result.GetResult(option)?.Tokens is [.., var token] ? token.Value : null;

    private static ReportTarget? Split(string report) => report.IndexOf('=', StringComparison.Ordinal) is > 0 and var end ? new(report[..end], report[(end + 1)..]) : null;
}
