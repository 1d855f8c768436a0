using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Instructure.GradeEvents.Tool.Input;
using Instructure.GradeEvents.Tool.Output;

namespace Instructure.GradeEvents.Tool.Reading;

/// <summary>Reads all payloads of some paths into the types, and makes something of each. Those that can't be read are told on standard error.</summary>
/// <param name="terminal">Where that is said.</param>
/// <param name="convert">Makes something of a payload, on any thread; it is told whether the payload is a whole file.</param>
/// <param name="consume">Gets the results of a few payloads, in order.</param>
internal sealed class ReadingRun<TResult>(Terminal terminal, Func<LiveEvent, Payload, bool, TResult> convert, Action<IReadOnlyList<TResult>> consume)
{
    private int _status = ExitStatus.Valid;
    private bool _isAny;

    /// <summary>Runs it.</summary>
    /// <returns>The exit status.</returns>
    internal async Task<int> RunAsync(IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        var expansion = PathExpansion.Of(paths);
        foreach (var problem in expansion.Problems)
        {
            Say(problem, ExitStatus.Failed);
        }

        foreach (var note in expansion.Notes)
        {
            terminal.Say(note);
        }

        try
        {
            await OrderedPipeline.RunAsync(BatchReader.Read(expansion.Sources), Read, Consume, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            terminal.Say("stopped.");
            return ExitStatus.Interrupted;
        }

        return _isAny ? _status : ExitStatus.Failed;
    }

    private (List<TResult> Results, List<string> Faults, PayloadBatch Batch) Read(PayloadBatch batch)
    {
        using (batch)
        {
            batch.Load();
            var (results, faults) = (new List<TResult>(), new List<string>());
            foreach (var payload in batch.Payloads)
            {
                if (TryRead(payload, batch, results, out var fault))
                {
                    continue;
                }

                var several = payload.Split();
                if (several.Count == 0)
                {
                    faults.Add(fault);
                }

                foreach (var part in several)
                {
                    if (!TryRead(part, batch, results, out var faultOfPart))
                    {
                        faults.Add(faultOfPart);
                    }
                }
            }

            return (results, faults, batch);
        }
    }

    private bool TryRead(Payload payload, PayloadBatch batch, List<TResult> results, [NotNullWhen(false)] out string? fault)
    {
        var utf8 = payload.Utf8.Span;
        JsonException? error = null;
        if (!payload.IsCutByGzip && utf8.Length < Payload.MostBytes && GradeEventSerializer.TryDeserialize(utf8, out var read, out error))
        {
            results.Add(convert(read, payload, batch.IsDocument));
            fault = null;
            return true;
        }

        var place = batch.IsDocument ? payload.Source.Name : FormattableString.Invariant($"{payload.Source.Name}:{payload.FirstLine}");
        fault = payload.IsCutByGzip ? $"{place}: the gzip data are corrupt or cut short."
            : TextHead.Fault(utf8) is { } found ? $"{place} {found}"
            : $"{place}: {error?.Message ?? "this is larger than 32 MB; expected one event."}";
        return false;
    }

    private void Consume((List<TResult> Results, List<string> Faults, PayloadBatch Batch) read)
    {
        _isAny |= read.Results.Count + read.Faults.Count > 0;
        consume(read.Results);
        foreach (var fault in read.Faults)
        {
            Say(fault, ExitStatus.Invalid);
        }

        if (read.Batch.Problem is { } problem)
        {
            Say(problem, ExitStatus.Failed);
        }

        if (read.Batch.Note is { } note)
        {
            terminal.Say(note);
        }
    }

    private void Say(string sentence, int status)
    {
        terminal.Say(sentence);
        _status = Math.Max(_status, status);
    }
}
