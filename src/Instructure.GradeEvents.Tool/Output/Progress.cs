using Instructure.GradeEvents.Tool.Input;
using Spectre.Console;

namespace Instructure.GradeEvents.Tool.Output;

/// <summary>A progress bar on standard error, when there is much to do and somebody looks.</summary>
internal sealed class Progress
{
    private const long MuchBytes = 20 * 1024 * 1024;
    private const int ManyFiles = 2000;

    private readonly long _total;

    private Progress(long total) => _total = total;

    /// <summary>The progress of some sources; null when none is to be shown.</summary>
    internal static Progress? For(IReadOnlyList<PayloadSource> sources)
    {
        if (!Terminal.IsErrorTerminal || Terminal.IsDumb || !sources.All(static source => source.IsFile))
        {
            return null;
        }

        var total = sources.Sum(static source => source.Length);
        return total > MuchBytes || sources.Count > ManyFiles ? new(total) : null;
    }

    /// <summary>Runs something, and shows how far it is.</summary>
    /// <param name="name">What it does.</param>
    /// <param name="run">Does it, and says how many bytes more it has done.</param>
    internal Task RunAsync(string name, Func<Action<long>, Task> run)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(Console.Error),
            Ansi = AnsiSupport.Yes,
            ColorSystem = Terminal.IsColourWanted ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.Yes,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        return console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(context =>
            {
                var task = context.AddTask(name, maxValue: Math.Max(_total, 1));
                return run(bytes => task.Increment(bytes));
            });
    }
}
