using Instructure.GradeEvents.Validation;

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
        Error(IssueCodes.MalformedJson, "The text is not JSON by RFC 8259, or not in UTF-8."),
        Error(IssueCodes.DuplicateProperty, "A name stands twice in an object."),
        Error(IssueCodes.TooDeep, "There are more than 64 levels of nesting."),
        Error(IssueCodes.TooLarge, "The payload is larger than 32 MB."),
        Error(IssueCodes.UnknownPayload, "The document has none of the forms in which Canvas sends grade events."),
        Error(IssueCodes.UnknownEvent, "The event is not about grades."),
        Error(IssueCodes.BodyMismatch, "The body is not that of the event that event_name names."),
        Error(IssueCodes.Required, "A required member is missing."),
        Error(IssueCodes.Type, "A value has a wrong type."),
        Error(IssueCodes.Enum, "A value is none of those that are allowed."),
        Error(IssueCodes.Pattern, "A text does not have the documented form."),
        Error(IssueCodes.Minimum, "A number is less than it may be."),
        Error(IssueCodes.Maximum, "A number is more than it may be."),
        Error(IssueCodes.MinItems, "A list has fewer items than it must have."),
        Error(IssueCodes.MaxItems, "A list has more items than it may have."),
        Error(IssueCodes.AdditionalProperties, "An object has a member that it can't have."),
        Error(IssueCodes.Not, "A value is one of those that are forbidden."),
        Error(IssueCodes.TooManyIssues, "There are more issues than are listed."),
        Warning(IssueCodes.UnknownProperty, "A member is not documented."),
        Warning(IssueCodes.UnknownTerm, "A role, status or state is not listed in the documentation."),
        Warning(IssueCodes.InconsistentId, "Two ids of one event contradict each other."),
        Warning(IssueCodes.TimeOrder, "The event was sent before it happened."),
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
