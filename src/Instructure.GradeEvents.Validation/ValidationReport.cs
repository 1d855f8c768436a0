using System.Text;

namespace Instructure.GradeEvents.Validation;

/// <summary>What <see cref="GradeEventValidator"/> found in one payload.</summary>
/// <remarks>Immutable.</remarks>
public sealed class ValidationReport
{
    /// <summary>The last report without issues: nearly all payloads of a stream are of one kind, and in order.</summary>
    private static ValidationReport? s_clean;

    private ValidationReport(PayloadKind kind, IReadOnlyList<ValidationIssue> issues)
    {
        Kind = kind;
        Issues = issues;
        IsValid = issues.Count == 0 || HasNoError(issues);
    }

    /// <summary>The report on an event that is not about grades, where such events are ignored.</summary>
    internal static ValidationReport Ignored { get; } = new(PayloadKind.Unknown, []) { IsIgnored = true };

    /// <summary>Whether the payload is valid: it has no errors. It may have warnings.</summary>
    public bool IsValid { get; }

    /// <summary>
    /// Whether the payload was ignored, because it is an event that is not about grades, or an envelope of such events, and
    /// <see cref="GradeEventValidatorOptions.IgnoreUnknownEvents"/> is set. It is then valid, has no issues, and its kind is
    /// <see cref="PayloadKind.Unknown"/>.
    /// </summary>
    public bool IsIgnored { get; private init; }

    /// <summary>The kind of payload that it is, or was validated as.</summary>
    public PayloadKind Kind { get; }

    /// <summary>The issues, in the order of the document. Empty if there are none.</summary>
    /// <remarks>After a thousand errors, a thousand warnings, or a hundred thousand characters of paths, the rest are cut off. A last issue, <c>too-many-issues</c>, says so.</remarks>
    public IReadOnlyList<ValidationIssue> Issues { get; }

    /// <summary>Throws an exception if the payload is not valid. Use it in tests.</summary>
    /// <exception cref="InvalidPayloadException">The payload is not valid; the message lists the issues.</exception>
    /// <example><code>GradeEventValidator.Default.Validate(json).ThrowIfInvalid();</code></example>
    public void ThrowIfInvalid()
    {
        if (!IsValid)
        {
            throw new InvalidPayloadException(this);
        }
    }

    /// <summary>The report on a payload that is of this kind, with these issues.</summary>
    internal static ValidationReport Of(PayloadKind kind, IReadOnlyList<ValidationIssue> issues)
        => issues.Count > 0 ? new(kind, issues)
            : s_clean is { } clean && clean.Kind == kind ? clean
            : s_clean = new(kind, issues);

    private static bool HasNoError(IReadOnlyList<ValidationIssue> issues) => issues.All(static issue => issue.Severity != ValidationSeverity.Error);

    /// <summary>The verdict on one line, then a line for each issue.</summary>
    /// <returns>The text, without a line break at its end.</returns>
    public override string ToString()
    {
        var errors = Issues.Count(static issue => issue.Severity == ValidationSeverity.Error);
        var text = new StringBuilder();
        text.Append(IsValid ? "valid" : "not valid").Append(" (").Append(Kind).Append("): ");
        text.Append(Counted(errors, "error")).Append(", ").Append(Counted(Issues.Count - errors, "warning"));
        foreach (var issue in Issues)
        {
            text.Append("\n  ").Append(issue);
        }

        return text.ToString();
    }

    private static string Counted(int count, string noun) => FormattableString.Invariant($"{count} {noun}{(count == 1 ? string.Empty : "s")}");
}
