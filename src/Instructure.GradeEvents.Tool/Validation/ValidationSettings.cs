namespace Instructure.GradeEvents.Tool.Validation;

/// <summary>What <c>validate</c> is told to do.</summary>
/// <param name="Format">The name of the report's format.</param>
/// <param name="IsStrict">Whether warnings are errors.</param>
/// <param name="IgnoresUnknown">Whether other events and documents are no fault.</param>
/// <param name="Output">The file for the report; null is standard output.</param>
internal sealed record ValidationSettings(string Format, bool IsStrict, bool IgnoresUnknown, string? Output);
