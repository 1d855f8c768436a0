namespace Instructure.GradeEvents;

/// <summary>What the text of a grade in the gradebook means.</summary>
public enum GradeKind
{
    /// <summary>There is no grade: the submission is ungraded or excused, or the event doesn't say.</summary>
    None,

    /// <summary>A number of points: <c>5</c>, <c>8.5</c>, <c>-2</c>.</summary>
    Points,

    /// <summary>A percentage: <c>87.5%</c>.</summary>
    Percent,

    /// <summary>A letter, or any other text of a grading scheme: <c>A-</c>, <c>B+ (late)</c>.</summary>
    Letter,

    /// <summary>The text <c>complete</c>.</summary>
    Complete,

    /// <summary>The text <c>incomplete</c>.</summary>
    Incomplete,

    /// <summary>The text <c>pass</c>.</summary>
    Pass,

    /// <summary>The text <c>fail</c>.</summary>
    Fail,
}
