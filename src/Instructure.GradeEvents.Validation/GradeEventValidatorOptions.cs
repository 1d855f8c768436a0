namespace Instructure.GradeEvents.Validation;

/// <summary>Options for a <see cref="GradeEventValidator"/>: what counts as a fault.</summary>
/// <remarks>Immutable. Two instances are equal when all their properties are.</remarks>
public sealed record GradeEventValidatorOptions
{
    /// <summary>The codes that can be left out.</summary>
    internal static readonly string[] CodesToIgnore =
    [
        IssueCodes.DuplicateProperty, IssueCodes.UnknownEvent, IssueCodes.BodyMismatch, IssueCodes.Required, IssueCodes.Type, IssueCodes.Enum, IssueCodes.Pattern,
        IssueCodes.Minimum, IssueCodes.Maximum, IssueCodes.MinItems, IssueCodes.MaxItems, IssueCodes.AdditionalProperties, IssueCodes.Not,
        IssueCodes.UnknownProperty, IssueCodes.UnknownTerm, IssueCodes.InconsistentId, IssueCodes.TimeOrder,
    ];

    /// <summary>Whether warnings count as errors.</summary>
    /// <remarks>False by default, because Canvas adds members without notice, and they are warnings.</remarks>
    public bool Strict { get; init; }

    /// <summary>Whether to check the consistency of ids (<c>inconsistent-id</c>) and times (<c>time-order</c>) within each event.</summary>
    /// <remarks>True by default.</remarks>
    public bool CheckConsistency { get; init; } = true;

    /// <summary>Whether to ignore events that are not about grades, instead of reporting them as errors.</summary>
    /// <remarks>
    /// <para>False by default. A stream contains every kind of event in the subscription; with this option, only its grade events are validated.</para>
    /// <para>An event in Canvas's own format with another name, a Caliper event of another type, and an envelope with only such events are
    /// ignored (<see cref="ValidationReport.IsIgnored"/>). Such events next to grade events in one envelope are ignored, too. A near-miss of the name or type of
    /// a grade event is probably a typo and is still an error, and so are arrays and documents that are not events.</para>
    /// </remarks>
    public bool IgnoreUnknownEvents { get; init; }

    /// <summary>The codes (<see cref="IssueCodes"/>) of issues to ignore. They are not reported and make no payload invalid.</summary>
    /// <remarks>
    /// Empty by default. Codes that mean that a document was not validated, or not completely, can't be ignored: <c>malformed-json</c>,
    /// <c>too-deep</c>, <c>too-large</c>, <c>unknown-payload</c> and <c>too-many-issues</c>.
    /// </remarks>
    /// <exception cref="ArgumentNullException">It is set to null.</exception>
    /// <exception cref="ArgumentException">It is set to codes that don't exist or can't be ignored; the message names them.</exception>
    public IReadOnlyCollection<string> IgnoredCodes
    {
        get;
        init
        {
            var codes = (value ?? throw new ArgumentNullException(nameof(value))).Distinct(StringComparer.Ordinal).OrderBy(static code => code, StringComparer.Ordinal).ToArray();
            if (Array.Find(codes, static code => !CodesToIgnore.Contains(code, StringComparer.Ordinal)) is { } wrong)
            {
                throw new ArgumentException($"\"{wrong}\" is no code that can be left out; those are {string.Join(", ", CodesToIgnore)}.", nameof(value));
            }

            field = codes;
        }
    } = [];

    /// <inheritdoc/>
    public bool Equals(GradeEventValidatorOptions? other)
        => other is not null
            && (Strict, CheckConsistency, IgnoreUnknownEvents) == (other.Strict, other.CheckConsistency, other.IgnoreUnknownEvents)
            && IgnoredCodes.SequenceEqual(other.IgnoredCodes, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => (Strict, CheckConsistency, IgnoreUnknownEvents, IgnoredCodes.Count).GetHashCode();

    internal bool Ignores(string code) => IgnoredCodes.Count > 0 && IgnoredCodes.Contains(code, StringComparer.Ordinal);
}
