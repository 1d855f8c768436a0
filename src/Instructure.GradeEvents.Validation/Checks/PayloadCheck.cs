using Instructure.GradeEvents.Caliper;
using Instructure.GradeEvents.Canvas;
using Instructure.GradeEvents.Documents;
using Instructure.GradeEvents.Recognition;
using Instructure.GradeEvents.Validation.Documents;
using Instructure.GradeEvents.Validation.Schemas;

namespace Instructure.GradeEvents.Validation.Checks;

/// <summary>Validates one payload, from its text to its report.</summary>
/// <remarks>
/// A guess from the first members says what the document is judged as, and the pass that judges it shows whether the guess was right. When
/// it was not, or the document could be of several formats, all of its members decide, and it is judged again.
/// </remarks>
internal readonly ref struct PayloadCheck
{
    /// <summary>No payload comes near.</summary>
    internal const int MaxBytes = 32 * 1024 * 1024;

    /// <summary>The largest document that is read to tell its format, which takes several times its size in memory: no event comes near.</summary>
    private const int MaxBytesToRead = 256 * 1024;

    private readonly ReadOnlySpan<byte> _utf8;
    private readonly bool _isUtf8;
    private readonly PassBuffers _buffers;
    private readonly GradeEventValidatorOptions _options;

    private PayloadCheck(ReadOnlySpan<byte> utf8, PassBuffers buffers, GradeEventValidatorOptions options)
    {
        _utf8 = utf8;
        _isUtf8 = Utf8.IsValid(utf8);
        _buffers = buffers;
        _options = options;
    }

    internal static ValidationReport Run(ReadOnlySpan<byte> utf8, GradeEventValidatorOptions options)
    {
        if (utf8.Length > MaxBytes)
        {
            return TooLarge(options);
        }

        var buffers = PassBuffers.Rent();
        var report = new PayloadCheck(utf8, buffers, options).Run();
        buffers.Return();
        return report;
    }

    internal static ValidationReport TooLarge(GradeEventValidatorOptions options)
    {
        var faults = new FaultList(options);
        faults.Add(new(ValidationSeverity.Error, IssueCodes.TooLarge, string.Empty, Offset: 0, $"The document is larger than {MaxBytes / 1024 / 1024} MB; expected one event.", IsOfJson: true));
        return ValidationReport.Of(PayloadKind.Unknown, faults.ToIssues(default));
    }

    private ValidationReport Run()
    {
        var faults = new FaultList(_options);
        var guess = RootGuess.Of(_utf8);
        var pass = NewPass(faults);
        if (!pass.Run(guess))
        {
            faults.KeepJsonOnly();
            return Report(PayloadKind.Unknown, faults);
        }

        return pass.IsConfirmed(guess) ? ReportOf(guess.Kind, pass, faults) : JudgeByFacts(faults);
    }

    private ValidationReport JudgeByFacts(FaultList faults)
    {
        var facts = new RootFacts(_utf8);
        if (facts.Found is { } found)
        {
            // Nothing else is said, since only the event inside can be judged.
            var only = new FaultList(_options);
            AddError(only, IssueCodes.UnknownPayload, string.Empty, facts.Start, $"This is {found}.");
            return Report(PayloadKind.Unknown, only);
        }

        if (facts.Formats.Count == 0)
        {
            faults.KeepJsonOnly();
            if (facts.IsReadable)
            {
                AddError(faults, IssueCodes.UnknownPayload, string.Empty, facts.Start, $"This is no grade event; expected {DocumentRoot.Expected}; found {facts.Describe()}.");
            }

            return Report(PayloadKind.Unknown, faults);
        }

        return (facts.Formats.Count > 1 && _utf8.Length <= MaxBytesToRead ? FormatAsRead(facts) : facts.Formats[0]) switch
        {
            DocumentFormat.CaliperEnvelope => Judge(RootRule.Envelope, new(_options)),
            DocumentFormat.CaliperEvent => JudgeEvent(facts),
            _ => JudgeCanvas(facts),
        };
    }

    /// <summary>
    /// The format of a document that has all of several formats: the one in which it can be read, so that what is judged is what users get; the first when it can't be
    /// read.
    /// </summary>
    /// <remarks>What can't be read in a format is not valid in it, either.</remarks>
    private DocumentFormat FormatAsRead(in RootFacts facts)
    {
        _ = GradeEventSerializer.TryDeserialize(_utf8, out var liveEvent, out _);
        return liveEvent switch
        {
            CaliperEnvelope => DocumentFormat.CaliperEnvelope,
            CaliperEvent => DocumentFormat.CaliperEvent,
            CanvasEvent => DocumentFormat.Canvas,
            _ => facts.Formats[0],
        };
    }

    private ValidationReport JudgeEvent(in RootFacts facts)
    {
        var type = facts.TextAt(facts.Type);
        return type == Terms.GradeEvent ? Judge(RootRule.Event, new(_options))
            : type is not null && Terms.IsEvent(System.Text.Encoding.UTF8.GetBytes(type))
            ? JudgeOther(PayloadKind.CaliperEvent, type, [Terms.GradeEvent], "/type", facts.Type, PayloadPass.OtherEvent(type))
            : Judge(RootRule.Event with { Place = Place.None }, new(_options));
    }

    private ValidationReport JudgeCanvas(in RootFacts facts)
    {
        var metadata = facts.IsOfStream ? "/attributes" : "/metadata";
        var name = facts.TextAt(facts.EventName);
        var named = name is null ? null : Array.Find(CanvasGradeEvent.All, known => known.Name == name);
        if (name is not null && named is null)
        {
            var meant = SimilarName.Ask(SimilarName.Find(name, CanvasGradeEvent.Names));
            return JudgeOther(PayloadKind.Unknown, name, CanvasGradeEvent.Names, metadata + "/event_name", facts.EventName, $"\"event_name\" is {Quote.Of(name)}, which is no grade event; expected {CanvasGradeEvent.Expected}{meant}");
        }

        var faults = new FaultList(_options);
        var resembling = facts.Resembling(named);
        var isBodySkipped = named is null && resembling is null && facts.BodyIsObject; // nobody can tell what should be in it
        if (named is not null && resembling is not null)
        {
            AddError(faults, IssueCodes.BodyMismatch, "/body", facts.Body, $"\"event_name\" is \"{named.Name}\", but the body looks like that of {resembling.Name}; expected both to agree.");
            isBodySkipped = true;
        }

        var judged = named ?? resembling ?? CanvasGradeEvent.All[0];
        return Judge(RootRule.Of(judged, facts.IsOfStream) with { Kind = (named ?? resembling)?.Kind ?? PayloadKind.Unknown, IsBodySkipped = isBodySkipped }, faults);
    }

    /// <summary>An event that is not about grades: nothing in it is judged but that it is JSON.</summary>
    private ValidationReport JudgeOther(PayloadKind kind, string name, string[] ours, string path, int offset, string message)
    {
        var faults = new FaultList(_options);
        var isIgnored = _options.IgnoreUnknownEvents && SimilarName.Find(name, ours) is null;
        if (!isIgnored)
        {
            AddError(faults, IssueCodes.UnknownEvent, path, offset, message);
        }

        NewPass(faults).Run(RootRule.Unknown);
        return isIgnored && !faults.HasErrors ? ValidationReport.Ignored : Report(isIgnored ? PayloadKind.Unknown : kind, faults);
    }

    private ValidationReport Judge(RootRule rule, FaultList faults)
    {
        var pass = NewPass(faults);
        pass.Run(rule);
        return ReportOf(rule.Kind, pass, faults);
    }

    private ValidationReport ReportOf(PayloadKind kind, in PayloadPass pass, FaultList faults)
    {
        if (!pass.HasOnlyIgnoredEvents)
        {
            return Report(kind, faults);
        }

        faults.KeepJsonOnly();
        return faults.HasErrors ? Report(PayloadKind.Unknown, faults) : ValidationReport.Ignored;
    }

    private ValidationReport Report(PayloadKind kind, FaultList faults) => ValidationReport.Of(kind, faults.ToIssues(_utf8));

    private PayloadPass NewPass(FaultList faults)
    {
        _buffers.Clear();
        return new(_utf8, _isUtf8, faults, _buffers, _options);
    }

    private static void AddError(FaultList faults, string code, string path, int offset, string message)
        => faults.Add(new(ValidationSeverity.Error, code, path, offset, message, IsOfJson: false));
}
