namespace Instructure.GradeEvents.Validation;

/// <summary>How a <see cref="GradeEventValidator"/> judges.</summary>
/// <remarks>Immutable. Two are equal when all of their properties are.</remarks>
public sealed record GradeEventValidatorOptions
{
    /// <summary>The codes that can be left out.</summary>
    internal static readonly string[] CodesToIgnore =
    [
        IssueCodes.DuplicateProperty, IssueCodes.UnknownEvent, IssueCodes.BodyMismatch, IssueCodes.Required, IssueCodes.Type, IssueCodes.Enum, IssueCodes.Pattern,
        IssueCodes.Minimum, IssueCodes.Maximum, IssueCodes.MinItems, IssueCodes.MaxItems, IssueCodes.AdditionalProperties, IssueCodes.Not,
        IssueCodes.UnknownProperty, IssueCodes.UnknownTerm, IssueCodes.InconsistentId, IssueCodes.TimeOrder,
    ];

    /// <summary>Whether warnings are errors.</summary>
    /// <remarks>False unless set: Canvas adds members without notice, and they are warnings.</remarks>
    public bool Strict { get; init; }

    /// <summary>Whether what must agree inside of one event is compared: ids (<c>inconsistent-id</c>) and times (<c>time-order</c>).</summary>
    /// <remarks>True unless set.</remarks>
    public bool CheckConsistency { get; init; } = true;

    /// <summary>Whether events that are not about grades are no errors, beside grade events or instead of them.</summary>
    /// <remarks>
    /// <para>False unless set. A stream has whatever the subscription was set to; with this, only its grade events are judged.</para>
    /// <para>An event of the Canvas format with another name, a Caliper event of another type, and an envelope that has only such events are
    /// ignored (<see cref="ValidationReport.IsIgnored"/>). A name or a type that is nearly one of ours is a slip and stays an error, and so
    /// do arrays, and documents that are no events.</para>
    /// </remarks>
    public bool IgnoreUnknownEvents { get; init; }

    /// <summary>The codes of issues that are left out, of those that <see cref="IssueCodes"/> has: what they say makes no payload invalid.</summary>
    /// <remarks>
    /// None unless set. What says that a document was not judged, or not all of it, can't be left out: <c>malformed-json</c>,
    /// <c>too-deep</c>, <c>too-large</c>, <c>unknown-payload</c> and <c>too-many-issues</c>.
    /// </remarks>
    /// <exception cref="ArgumentNullException">It is set to null.</exception>
    /// <exception cref="ArgumentException">It is set to codes that there are not, or that can't be left out; the message names them.</exception>
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
