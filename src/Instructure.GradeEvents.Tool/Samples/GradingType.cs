namespace Instructure.GradeEvents.Tool.Samples;

/// <summary>In which form the gradebook shows a grade.</summary>
internal enum GradingType
{
    /// <summary>As the score: 8.5.</summary>
    Points,

    /// <summary>As percent of the points possible: 87.5%.</summary>
    Percent,

    /// <summary>As a letter: A-.</summary>
    LetterGrade,

    /// <summary>As a grade point: 3.7.</summary>
    GpaScale,

    /// <summary>complete or incomplete: all points, or none.</summary>
    Completion,

    /// <summary>pass or fail: the same in other words.</summary>
    PassFail,
}
