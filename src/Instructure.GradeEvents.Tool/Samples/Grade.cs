namespace Instructure.GradeEvents.Tool.Samples;

/// <summary>A grade and its score.</summary>
/// <param name="Text">What the gradebook shows.</param>
/// <param name="Score">Points.</param>
internal sealed record Grade(string Text, decimal Score);
