using Instructure.GradeEvents.Validation;

namespace Instructure.GradeEvents.Tool.Validation;

/// <summary>What <c>validate</c> is told to do.</summary>
/// <param name="Format">The name of the report's format.</param>
/// <param name="Rules">How payloads are judged.</param>
/// <param name="Output">The file for the report; null is standard output.</param>
internal sealed record ValidationSettings(string Format, GradeEventValidatorOptions Rules, string? Output);
