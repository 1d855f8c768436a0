using Newtonsoft.Json.Linq;

namespace Instructure.GradeEvents.Validation.Documents;

/// <summary>What was found so far.</summary>
internal sealed class FaultList(bool strict)
{
    /// <summary>Of errors, and of warnings. Nobody reads more; a document of many megabytes could have millions.</summary>
    private const int Most = 1000;

    private readonly List<Fault> _faults = [];
    private readonly int[] _counts = new int[2];
    private readonly bool[] _hasMore = new bool[2];

    /// <summary>How many characters the paths may have together: a name of a megabyte would be in the path of everything under it.</summary>
    private int _room = 1_000_000;

    internal bool HasErrors => _counts[(int)ValidationSeverity.Error] > 0;

    /// <summary>Whether the verdict is clear and the list long enough.</summary>
    internal bool IsFull => _hasMore[(int)ValidationSeverity.Error];

    /// <summary>Whether there is no use in looking for more warnings.</summary>
    internal bool IsFullOfWarnings => _hasMore[(int)(strict ? ValidationSeverity.Error : ValidationSeverity.Warning)];

    internal void Error(string code, JToken token, string message)
        => Add(ValidationSeverity.Error, code, token, null, ((ILocated)token).Offset, message);

    /// <summary>An error of a member by this name, which may be missing.</summary>
    internal void Error(string code, JToken token, string name, int offset, string message)
        => Add(ValidationSeverity.Error, code, token, name, offset, message);

    internal void Error(string code, JToken? container, int offset, string message)
        => Add(ValidationSeverity.Error, code, container, null, offset, message);

    internal void Warning(string code, JToken token, string message)
        => Add(ValidationSeverity.Warning, code, token, null, ((ILocated)token).Offset, message);

    internal void Warning(string code, LocatedProperty property, string message)
        => Add(ValidationSeverity.Warning, code, property.Value, null, property.Offset, message);

    internal IReadOnlyList<ValidationIssue> ToIssues(ReadOnlySpan<byte> utf8)
    {
        if (_faults.Count == 0)
        {
            return [];
        }

        if (_hasMore[0] || _hasMore[1])
        {
            var severity = _hasMore[(int)ValidationSeverity.Error] ? ValidationSeverity.Error : ValidationSeverity.Warning;
            _faults.Add(new(severity, "too-many-issues", string.Empty, utf8.Length, "There are more issues than are listed here."));
        }

        var issues = new ValidationIssue[_faults.Count];
        var position = new TextPosition(utf8);
        var i = 0;
        foreach (var fault in _faults.OrderBy(static fault => fault.Offset)) // which keeps the order of equals
        {
            position.MoveTo(fault.Offset);
            issues[i++] = new(fault.Severity, fault.Code, fault.Path, position.Line, position.Column, fault.Message);
        }

        return issues;
    }

    private void Add(ValidationSeverity severity, string code, JToken? token, string? name, int offset, string message)
    {
        severity = strict ? ValidationSeverity.Error : severity;
        if (++_counts[(int)severity] > Most || _room < 0)
        {
            _hasMore[(int)severity] = true;
            return;
        }

        var path = token is null ? string.Empty : JsonPointer.To(token, name);
        _room -= path.Length;
        _faults.Add(new(severity, code, path, offset, message));
    }
}
