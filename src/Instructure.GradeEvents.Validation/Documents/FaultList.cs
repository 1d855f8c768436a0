namespace Instructure.GradeEvents.Validation.Documents;

/// <summary>What was found so far.</summary>
internal sealed class FaultList(GradeEventValidatorOptions options)
{
    /// <summary>Of errors, and of warnings. Nobody reads more; a document of many megabytes could have millions.</summary>
    internal const int Most = 1000;

    /// <summary>How many characters the paths may have together: a name of a megabyte would be in the path of everything under it.</summary>
    private const int MostPath = 100_000;

    private List<Fault>? _faults;
    private State _state = new() { Room = MostPath };

    internal bool HasErrors => _state.Errors > 0;

    /// <summary>Whether the verdict is clear and the list long enough.</summary>
    internal bool IsFull => _state.HasMoreErrors;

    /// <summary>Where the list is now, to come back to.</summary>
    internal State Mark => _state;

    /// <summary>Forgets what was added since this mark.</summary>
    internal void RevertTo(State mark)
    {
        _faults?.RemoveRange(mark.Count, _faults.Count - mark.Count);
        _state = mark;
    }

    /// <summary>Forgets all but what is wrong with the JSON itself.</summary>
    internal void KeepJsonOnly()
    {
        var kept = _faults?.FindAll(static fault => fault.IsOfJson) ?? [];
        _faults = null;
        _state = new() { Room = MostPath };
        kept.ForEach(Add);
    }

    internal bool Wants(ValidationSeverity severity, string code)
        => !options.Ignores(code) && !(severity == ValidationSeverity.Error || options.Strict ? _state.HasMoreErrors : _state.HasMoreWarnings);

    internal void Add(Fault fault)
    {
        if (options.Ignores(fault.Code))
        {
            return;
        }

        var severity = options.Strict ? ValidationSeverity.Error : fault.Severity;
        var count = severity == ValidationSeverity.Error ? ++_state.Errors : ++_state.Warnings;
        if (count > Most || _state.Room < 0)
        {
            _ = severity == ValidationSeverity.Error ? _state.HasMoreErrors = true : _state.HasMoreWarnings = true;
            return;
        }

        _state.Room -= fault.Path.Length;
        _state.Count++;
        (_faults ??= []).Add(fault with { Severity = severity });
    }

    internal IReadOnlyList<ValidationIssue> ToIssues(ReadOnlySpan<byte> utf8)
        => _faults is null && !_state.HasMoreErrors && !_state.HasMoreWarnings ? [] : Locate(utf8);

    /// <summary>Finds the line and the column of each.</summary>
    private ValidationIssue[] Locate(ReadOnlySpan<byte> utf8)
    {
        var faults = _faults ?? [];
        if (_state.HasMoreErrors || _state.HasMoreWarnings)
        {
            var severity = _state.HasMoreErrors ? ValidationSeverity.Error : ValidationSeverity.Warning;
            faults.Add(new(severity, IssueCodes.TooManyIssues, string.Empty, utf8.Length, "There are more issues than are listed here.", IsOfJson: false));
        }

        var issues = new ValidationIssue[faults.Count];
        var position = new TextPosition(utf8);
        var i = 0;
        foreach (var fault in faults.OrderBy(static fault => fault.Offset)) // which keeps the order of equals
        {
            position.MoveTo(fault.Offset);
            issues[i++] = new(fault.Severity, fault.Code, fault.Path, position.Line, position.Column, fault.Message);
        }

        return issues;
    }

    /// <summary>How many there are, and how many more there may be.</summary>
    internal record struct State
    {
        internal int Count { get; set; }

        internal int Errors { get; set; }

        internal int Warnings { get; set; }

        internal bool HasMoreErrors { get; set; }

        internal bool HasMoreWarnings { get; set; }

        internal int Room { get; set; }
    }
}
