namespace Instructure.GradeEvents.Tool.Validation;

/// <summary>A report that is asked for.</summary>
/// <param name="Format">The name of its format.</param>
/// <param name="File">The file that it is written to; null is standard output.</param>
internal sealed record ReportTarget(string Format, string? File);
