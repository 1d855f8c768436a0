using System.Globalization;

namespace Instructure.GradeEvents.Tool.Samples;

/// <summary>Turns scores into grades, as Canvas does; letters by its default scheme.</summary>
internal static class GradingScheme
{
    /// <summary>From which percent on a letter and a grade point are given, the best first.</summary>
    internal static readonly IReadOnlyList<(int Percent, string Letter, string GradePoint)> Bands =
    [
        (94, "A", "4.0"), (90, "A-", "3.7"), (87, "B+", "3.3"), (84, "B", "3.0"), (80, "B-", "2.7"), (77, "C+", "2.3"),
        (74, "C", "2.0"), (70, "C-", "1.7"), (67, "D+", "1.3"), (64, "D", "1.0"), (61, "D-", "0.7"), (0, "F", "0.0"),
    ];

    internal static Grade GradeOf(decimal score, decimal? pointsPossible, GradingType type)
    {
        var percent = pointsPossible > 0 ? score * 100 / pointsPossible.Value : 0;
        return new(type switch
        {
            GradingType.Percent => Text(percent) + "%",
            GradingType.LetterGrade => BandOf(percent).Letter,
            GradingType.GpaScale => BandOf(percent).GradePoint,
            GradingType.Completion => score > 0 ? "complete" : "incomplete",
            GradingType.PassFail => score > 0 ? "pass" : "fail",
            _ => Text(score),
        }, score);
    }

    private static (int Percent, string Letter, string GradePoint) BandOf(decimal percent) => Bands.First(band => percent >= band.Percent);

    private static string Text(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
