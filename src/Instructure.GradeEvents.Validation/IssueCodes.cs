namespace Instructure.GradeEvents.Validation;

/// <summary>The codes of issues: stable names in kebab-case, which <see cref="ValidationIssue.Code"/> has.</summary>
public static class IssueCodes
{
    /// <summary>The text is not JSON (RFC 8259), or not Unicode. An error.</summary>
    public const string MalformedJson = "malformed-json";

    /// <summary>Objects and arrays are nested more than 64 levels deep. An error.</summary>
    public const string TooDeep = "too-deep";

    /// <summary>The document is larger than 32 MB. An error.</summary>
    public const string TooLarge = "too-large";

    /// <summary>A name is in an object more than once; the first is judged. An error.</summary>
    public const string DuplicateProperty = "duplicate-property";

    /// <summary>The document has none of the formats. An error.</summary>
    public const string UnknownPayload = "unknown-payload";

    /// <summary>The event is not about grades. An error.</summary>
    public const string UnknownEvent = "unknown-event";

    /// <summary>The body is that of another event than <c>event_name</c> says. An error.</summary>
    public const string BodyMismatch = "body-mismatch";

    /// <summary>A member that must be there is missing. An error.</summary>
    public const string Required = "required";

    /// <summary>A value has a JSON type that it can't have. An error.</summary>
    public const string Type = "type";

    /// <summary>A text is none of those that it can be. An error.</summary>
    public const string Enum = "enum";

    /// <summary>A text does not have its form: that of an id, a time, an IRI or another. An error.</summary>
    public const string Pattern = "pattern";

    /// <summary>A number is too small. An error.</summary>
    public const string Minimum = "minimum";

    /// <summary>A number is too large. An error.</summary>
    public const string Maximum = "maximum";

    /// <summary>An array has too few items. An error.</summary>
    public const string MinItems = "min-items";

    /// <summary>An array has too many items. An error.</summary>
    public const string MaxItems = "max-items";

    /// <summary>A member stands in an object that can have no other members. An error.</summary>
    public const string AdditionalProperties = "additional-properties";

    /// <summary>A member of events stands in an entity. An error.</summary>
    public const string Not = "not";

    /// <summary>There are more than a thousand errors, or warnings, or their paths are too long: the rest is left out. An error, or a warning.</summary>
    public const string TooManyIssues = "too-many-issues";

    /// <summary>A member is not documented, outside of <c>extensions</c>. A warning.</summary>
    public const string UnknownProperty = "unknown-property";

    /// <summary>A role, a status or a state is not listed. A warning.</summary>
    public const string UnknownTerm = "unknown-term";

    /// <summary>Ids inside of one event contradict each other. A warning.</summary>
    public const string InconsistentId = "inconsistent-id";

    /// <summary><c>sendTime</c> is before the <c>eventTime</c> of an event. A warning.</summary>
    public const string TimeOrder = "time-order";
}
