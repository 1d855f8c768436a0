namespace Instructure.GradeEvents.Tool.Reports;

/// <summary>A kind of fault that the validator finds, for reports that list them.</summary>
/// <param name="Code">Its code.</param>
/// <param name="IsWarning">Whether it is a warning, unless warnings are errors.</param>
/// <param name="Description">What is wrong, as a sentence.</param>
internal sealed record Rule(string Code, bool IsWarning, string Description)
{
    /// <summary>All rules; the place of a rule here is its index in reports.</summary>
    internal static readonly IReadOnlyList<Rule> All =
    [
        Error("malformed-json", "The text is not JSON by RFC 8259, or not in UTF-8."),
        Error("duplicate-property", "A name stands twice in an object."),
        Error("too-deep", "There are more than 64 levels of nesting."),
        Error("too-large", "The payload is larger than 32 MB."),
        Error("unknown-payload", "The document has none of the forms in which Canvas sends grade events."),
        Error("unknown-event", "The event is not about grades."),
        Error("body-mismatch", "The body is not that of the event that event_name names."),
        Error("required", "A required member is missing."),
        Error("type", "A value has a wrong type."),
        Error("enum", "A value is none of those that are allowed."),
        Error("pattern", "A text does not have the documented form."),
        Error("minimum", "A number is less than it may be."),
        Error("maximum", "A number is more than it may be."),
        Error("min-items", "A list has fewer items than it must have."),
        Error("max-items", "A list has more items than it may have."),
        Error("additional-properties", "An object has a member that it can't have."),
        Error("not", "A value is one of those that are forbidden."),
        Error("too-many-issues", "There are more issues than are listed."),
        Warning("unknown-property", "A member is not documented."),
        Warning("unknown-term", "A role, status or state is not listed in the documentation."),
        Warning("inconsistent-id", "Two ids of one event contradict each other."),
        Warning("time-order", "The event was sent before it happened."),
    ];

    internal static int IndexOf(string code)
    {
        for (var i = 0; i < All.Count; i++)
        {
            if (All[i].Code == code)
            {
                return i;
            }
        }

        return -1;
    }

    private static Rule Error(string code, string description) => new(code, IsWarning: false, description);

    private static Rule Warning(string code, string description) => new(code, IsWarning: true, description);
}
