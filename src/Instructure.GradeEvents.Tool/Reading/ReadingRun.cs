using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Instructure.GradeEvents.Caliper;
using Instructure.GradeEvents.Tool.Input;
using Instructure.GradeEvents.Tool.Output;

namespace Instructure.GradeEvents.Tool.Reading;

/// <summary>Reads all payloads of some paths into the types, and makes something of each. Those that can't be read are told on standard error.</summary>
/// <param name="terminal">Where that is said.</param>
/// <param name="add">Adds to a part what is made of a payload, on any thread; it is told whether the payload is a whole file.</param>
/// <param name="consume">Gets the parts, in order.</param>
/// <param name="splitsEnvelopes">Whether an envelope can be given in several, each with some of its items: of a large one not all is in memory then.</param>
internal sealed class ReadingRun<TPart>(Terminal terminal, Action<TPart, LiveEvent, Payload, bool> add, Action<TPart> consume, bool splitsEnvelopes = false)
    where TPart : class, new()
{
    /// <summary>So many items of a large envelope are in one part. Each can be large itself.</summary>
    private const int ItemsAtOnce = 10;

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
            await OrderedPipeline.RunAsync(BatchReader.Read(expansion.Sources), Read, Consume, cancellationToken, static batch => batch.Length);
        }
        catch (OperationCanceledException)
        {
            terminal.Say("stopped.");
            return ExitStatus.Interrupted;
        }

        return _isAny ? _status : ExitStatus.Failed;
    }

    private PartRead Read(PayloadBatch batch)
    {
        using (batch)
        {
            batch.Load();
            var read = new PartRead(batch);
            if (batch.IsLarge && TryReadLarge(batch, read))
            {
                return read;
            }

            foreach (var payload in batch.Payloads)
            {
                if (TryRead(payload, read, out var fault))
                {
                    continue;
                }

                var several = payload.Split();
                if (several.Count == 0)
                {
                    read.Faults.Add(fault);
                }

                foreach (var each in several)
                {
                    if (!TryRead(each, read, out var faultOfEach))
                    {
                        read.Faults.Add(faultOfEach);
                    }
                }
            }

            return read;
        }
    }

    private bool TryRead(Payload payload, PartRead read, [NotNullWhen(false)] out string? fault)
    {
        var utf8 = payload.Utf8.Span;
        JsonException? error = null;
        if (!payload.IsCutByGzip && utf8.Length < Payload.MostBytes && GradeEventSerializer.TryDeserialize(utf8, out var liveEvent, out error))
        {
            add(read.Part, liveEvent, payload, read.Batch.IsDocument);
            read.IsAny = true;
            fault = null;
            return true;
        }

        fault = ReadingFault.Of(payload, read.Batch.IsDocument, error);
        return false;
    }

    /// <summary>Reads a large payload and lets go of its text, so that it does not stand beside what is made of it. One that is broken is left as it is.</summary>
    private bool TryReadLarge(PayloadBatch batch, PartRead read)
    {
        CollectGarbage(); // the smaller buffers in which it was until it was all there
        if (!TryDeserialize(batch, out var liveEvent))
        {
            return false;
        }

        var payload = batch.TakeWithoutText();
        CollectGarbage();
        if (splitsEnvelopes && liveEvent is CaliperEnvelope envelope)
        {
            read.Add(PartsOf(envelope, payload, batch.IsDocument));
        }
        else
        {
            add(read.Part, liveEvent, payload, batch.IsDocument);
        }

        read.IsAny = true;
        return true;
    }

    /// <summary>A method of its own, so that nothing on the stack refers to the text when the garbage is collected.</summary>
    private static bool TryDeserialize(PayloadBatch batch, [NotNullWhen(true)] out LiveEvent? liveEvent)
    {
        liveEvent = null;
        var payload = batch.Payloads[0];
        return payload is { IsCutByGzip: false, Utf8.Length: < Payload.MostBytes } && GradeEventSerializer.TryDeserialize(payload.Utf8.Span, out liveEvent, out _);
    }

    /// <summary>What is made of a large envelope, while it is consumed.</summary>
    private IEnumerable<TPart> PartsOf(CaliperEnvelope envelope, Payload payload, bool isDocument)
    {
        foreach (var items in envelope.Data.Chunk(ItemsAtOnce))
        {
            var part = new TPart();
            add(part, envelope with { Data = items }, payload, isDocument);
            yield return part;
        }
    }

    private void Consume(PartRead read)
    {
        _isAny |= read.IsAny || read.Faults.Count > 0;
        ConsumeParts(read);
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

        // What was made of a large payload is larger still. The next one, which is read only now, must not have to stand beside it.
        read.Clear();
        if (read.Batch.Length > PayloadBatch.LargeBytes)
        {
            CollectGarbage();
        }
    }

    /// <summary>A method of its own, so that nothing on the stack refers to a part when the garbage is collected.</summary>
    private void ConsumeParts(PartRead read)
    {
        foreach (var part in read.Parts)
        {
            consume(part);
        }
    }

    private static void CollectGarbage() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);

    private void Say(string sentence, int status)
    {
        terminal.Say(sentence);
        _status = Math.Max(_status, status);
    }

    /// <summary>What came of a batch.</summary>
    private sealed class PartRead(PayloadBatch batch)
    {
        private readonly List<IEnumerable<TPart>> _parts = [];
        private TPart? _part;

        internal PayloadBatch Batch => batch;

        /// <summary>What is made of its payloads, in order.</summary>
        internal IEnumerable<TPart> Parts => _parts.SelectMany(static parts => parts);

        /// <summary>The part to which the next payload is added.</summary>
        internal TPart Part
        {
            get
            {
                if (_part is null)
                {
                    _part = new();
                    _parts.Add([_part]);
                }

                return _part;
            }
        }

        internal List<string> Faults { get; } = [];

        internal bool IsAny { get; set; }

        internal void Add(IEnumerable<TPart> parts)
        {
            _parts.Add(parts);
            _part = null;
        }

        /// <summary>Lets go of the parts, although the pipeline has this until the next is there.</summary>
        internal void Clear()
        {
            _parts.Clear();
            _part = null;
        }
    }
}
