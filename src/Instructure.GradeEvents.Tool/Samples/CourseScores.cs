namespace Instructure.GradeEvents.Tool.Samples;

/// <summary>A student's scores in a course, in percent.</summary>
/// <param name="Day">The day of the term since which they are so.</param>
/// <param name="Current">Of what was graded.</param>
/// <param name="Final">Of all, where what isn't graded yet counts as zero: never more than the current score.</param>
/// <param name="UnpostedCurrent">The current score, with grades that are not posted.</param>
/// <param name="UnpostedFinal">The final score, with grades that are not posted.</param>
internal sealed record CourseScores(int Day, decimal Current, decimal Final, decimal UnpostedCurrent, decimal UnpostedFinal);
