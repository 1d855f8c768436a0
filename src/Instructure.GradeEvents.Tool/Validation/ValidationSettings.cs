using Instructure.GradeEvents.Validation;

namespace Instructure.GradeEvents.Tool.Validation;

/// <summary>What <c>validate</c> is told to do.</summary>
/// <param name="Rules">How payloads are judged.</param>
/// <param name="Reports">The reports to write, of which at most one goes to standard output.</param>
internal sealed record ValidationSettings(GradeEventValidatorOptions Rules, IReadOnlyList<ReportTarget> Reports);
