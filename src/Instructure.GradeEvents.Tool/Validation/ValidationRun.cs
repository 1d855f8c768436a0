using Instructure.GradeEvents.Tool.Input;
using Instructure.GradeEvents.Tool.Output;
using Instructure.GradeEvents.Tool.Reports;
using Instructure.GradeEvents.Validation;

namespace Instructure.GradeEvents.Tool.Validation;

/// <summary>Validates all payloads of some paths, and reports.</summary>
internal sealed class ValidationRun
{
    private readonly Terminal _terminal;
    private readonly GradeEventValidator _validator;
    private readonly IReadOnlyList<ReportTarget> _targets;
    private readonly ReportFormat[] _formats;
    private readonly Summary _summary = new();

    internal ValidationRun(Terminal terminal, ValidationSettings settings)
    {
        _terminal = terminal;
        _validator = new(settings.Rules);
        _targets = settings.Reports;
        _formats = [.. _targets.Select(target => ReportFormat.Create(target.Format, Terminal.Width, Terminal.HasColour && target.File is null, settings.Rules.Strict))];
    }

    /// <summary>Runs it.</summary>
    /// <returns>The exit status.</returns>
    internal async Task<int> RunAsync(IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        var expansion = PathExpansion.Of(paths, _targets.Select(static target => target.File).OfType<string>());
        if (expansion.Conflicts.Count > 0)
        {
            foreach (var conflict in expansion.Conflicts)
            {
                _terminal.Say(conflict);
            }

            return ExitStatus.Failed;
        }

        foreach (var note in expansion.Notes)
        {
            _terminal.Say(note);
        }

        var progress = Progress.For(expansion.Sources);
        var canStream = progress is null || !Terminal.IsOutTerminal;
        var reports = new List<ReportWriter>();
        try
        {
            reports.AddRange(_targets.Select((target, index) => new ReportWriter(_formats[index], _terminal, target.File, canStream)));
            foreach (var problem in expansion.Problems)
            {
                Add(new(_formats.Length) { Problem = problem }, reports);
            }

            await (progress is null ? ValidateAsync(null) : progress.RunAsync("validating", ValidateAsync));
            return Finish(reports);
        }
        catch (OperationCanceledException)
        {
            reports.ForEach(static report => report.Stop());
            _terminal.Say($"stopped. {_summary}");
            return ExitStatus.Interrupted;
        }
        finally
        {
            reports.ForEach(static report => report.Dispose());
        }

        Task ValidateAsync(Action<long>? advance) => OrderedPipeline.RunAsync(
            BatchReader.Read(expansion.Sources),
            Validate,
            part =>
            {
                Add(part, reports);
                advance?.Invoke(part.Length);
            },
            cancellationToken,
            static batch => batch.Length);
    }

    private void Add(ReportPart part, List<ReportWriter> reports)
    {
        if (part.Problem is { } problem)
        {
            _terminal.Say(problem);
            part.Summary.AddProblem();
            for (var i = 0; i < _formats.Length; i++)
            {
                _formats[i].AppendProblem(part.Texts[i], problem);
            }
        }

        if (part.Note is { } note)
        {
            _terminal.Say(note);
        }

        _summary.Add(part.Summary);
        for (var i = 0; i < reports.Count; i++)
        {
            reports[i].Append(part.Texts[i].WrittenSpan, isAlone: reports.Count == 1);
        }
    }

    /// <summary>Validates a batch, on any thread.</summary>
    private ReportPart Validate(PayloadBatch batch)
    {
        using (batch)
        {
            batch.Load();
            var part = new ReportPart(_formats.Length) { Problem = batch.Problem, Note = batch.Note, Length = batch.Length };
            foreach (var payload in batch.Payloads)
            {
                var result = Validate(payload);
                CheckedPayload[] results = !result.IsValid && payload.Split() is { Count: > 0 } several ? [.. several.Select(Validate)] : [result];
                foreach (var each in results)
                {
                    part.Summary.Add(each);
                    for (var i = 0; i < _formats.Length; i++)
                    {
                        _formats[i].Append(part.Texts[i], each);
                    }
                }
            }

            return part;
        }
    }

    private CheckedPayload Validate(Payload payload)
    {
        if (payload.IsCutByGzip)
        {
            return new(payload, PayloadKind.Unknown, IsValid: false, IsIgnored: false, [new(ValidationSeverity.Error, IssueCodes.MalformedJson, path: string.Empty, line: 1, column: 1, "The gzip data are corrupt or cut short; expected all of them.")]);
        }

        var report = _validator.Validate(payload.Utf8.Span);
        return new(payload, report.Kind, report.IsValid, report.IsIgnored, report.Issues);
    }

    /// <summary>Writes the reports: the files first, so that nothing that happens to standard output keeps them from being written.</summary>
    private int Finish(List<ReportWriter> reports)
    {
        var areAllWritten = true;
        foreach (var report in reports.Where(static report => report.File is not null))
        {
            try
            {
                report.Finish(_summary);
            }
            catch (OutputException error)
            {
                _terminal.Say(error.Message);
                areAllWritten = false;
            }
        }

        if (reports.Find(static report => report.File is null) is { } printed)
        {
            printed.Finish(_summary);
        }
        else if (areAllWritten)
        {
            var files = reports.ConvertAll(static report => PrintableText.Of(report.File!, int.MaxValue));
            _terminal.Write($"{_summary} {(files.Count == 1 ? "The report is" : "The reports are")} in {string.Join(", ", files)}.\n");
        }

        if (_summary is { Payloads: 0, Problems: 0 })
        {
            _terminal.Say("there is nothing to validate.");
        }

        return _summary.Problems > 0 || _summary.Payloads == 0 || !areAllWritten ? ExitStatus.Failed
            : _summary.Invalid > 0 ? ExitStatus.Invalid
            : ExitStatus.Valid;
    }
}
