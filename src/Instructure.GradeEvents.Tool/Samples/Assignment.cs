namespace Instructure.GradeEvents.Tool.Samples;

/// <summary>What students hand in.</summary>
/// <param name="Name">Its name.</param>
/// <param name="PointsPossible">How many points there are; 0 for a bonus, null when nobody said.</param>
/// <param name="GradingType">In which form its grades are.</param>
/// <param name="DueWeek">The week of the term at whose end it is due.</param>
internal sealed record Assignment(string Name, decimal? PointsPossible, GradingType GradingType, int DueWeek)
{
    /// <summary>The local id.</summary>
    internal long Id { get; init; }

    /// <summary>Whether Canvas grades it, as far as it can.</summary>
    internal bool IsQuiz { get; init; }

    /// <summary>Whether grades are hidden until the teacher posts them.</summary>
    internal bool IsPostedManually { get; init; }

    internal int DueDay => Term.FridayOf(DueWeek);
}
