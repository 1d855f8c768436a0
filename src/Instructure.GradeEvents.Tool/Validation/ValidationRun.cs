using Instructure.GradeEvents.Tool.Input;
using Instructure.GradeEvents.Tool.Output;
using Instructure.GradeEvents.Tool.Reports;
using Instructure.GradeEvents.Validation;

namespace Instructure.GradeEvents.Tool.Validation;

/// <summary>Validates all payloads of some paths, and reports.</summary>
internal sealed class ValidationRun
{
    private readonly Terminal _terminal;
    private readonly ValidationSettings _settings;
    private readonly GradeEventValidator _validator;
    private readonly ReportFormat _format;
    private readonly Summary _summary = new();

    internal ValidationRun(Terminal terminal, ValidationSettings settings)
    {
        _terminal = terminal;
        _settings = settings;
        _validator = new(settings.Rules);
        _format = ReportFormat.Create(settings.Format, Terminal.Width, Terminal.HasColour && settings.Output is null, settings.Rules.Strict);
    }

    /// <summary>Runs it.</summary>
    /// <returns>The exit status.</returns>
    internal async Task<int> RunAsync(IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        var expansion = PathExpansion.Of(paths, _settings.Output);
        var progress = Progress.For(expansion.Sources);
        using var report = new ReportWriter(_format, _terminal, _settings.Output, canStream: progress is null || !Terminal.IsOutTerminal);
        foreach (var problem in expansion.Problems)
        {
            Add(new() { Problem = problem }, report);
        }

        try
        {
            await (progress is null ? ValidateAsync(null) : progress.RunAsync("validating", ValidateAsync));
        }
        catch (OperationCanceledException)
        {
            StopReport(report);
            return ExitStatus.Interrupted;
        }

        report.Finish(_summary);
        if (_settings.Output is { } output)
        {
            _terminal.Write($"{_summary} The report is in {output}.\n");
        }

        if (_summary is { Payloads: 0, Problems: 0 })
        {
            _terminal.Say("there is nothing to validate.");
        }

        return _summary.Problems > 0 || _summary.Payloads == 0 ? ExitStatus.Failed
            : _summary.Invalid > 0 ? ExitStatus.Invalid
            : ExitStatus.Valid;

        Task ValidateAsync(Action<long>? advance) => OrderedPipeline.RunAsync(
            BatchReader.Read(expansion.Sources),
            Validate,
            part =>
            {
                Add(part, report);
                advance?.Invoke(part.Length);
            },
            cancellationToken);
    }

    private void Add(ReportPart part, ReportWriter report)
    {
        if (part.Problem is { } problem)
        {
            _terminal.Say(problem);
            part.Summary.AddProblem();
            _format.AppendProblem(part.Text, problem);
        }

        if (part.Note is { } note)
        {
            _terminal.Say(note);
        }

        _summary.Add(part.Summary);
        report.Append(part.Text.WrittenSpan);
    }

    /// <summary>Validates a batch, on any thread.</summary>
    private ReportPart Validate(PayloadBatch batch)
    {
        using (batch)
        {
            batch.Load();
            var part = new ReportPart { Problem = batch.Problem, Note = batch.Note, Length = batch.Length };
            foreach (var payload in batch.Payloads)
            {
                var result = Validate(payload);
                CheckedPayload[] results = !result.IsValid && payload.Split() is { Count: > 0 } several ? [.. several.Select(Validate)] : [result];
                foreach (var each in results)
                {
                    part.Summary.Add(each);
                    _format.Append(part.Text, each);
                }
            }

            if (batch is { IsDocument: true, Payloads: [{ IsCutByGzip: false } document] } && TextHead.Fault(document.Utf8.Span) is { } fault)
            {
                part.Note = $"{batch.Source.Name} {fault}";
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

    private void StopReport(ReportWriter report)
    {
        if (_format.IsStreamed && _settings.Output is null)
        {
            report.Flush();
        }

        _terminal.Say($"stopped. {_summary}");
    }
}
