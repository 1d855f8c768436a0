namespace Instructure.GradeEvents.Validation.Documents;

/// <summary>An issue that does not know its line and column yet.</summary>
internal readonly record struct Fault(ValidationSeverity Severity, string Code, string Path, int Offset, string Message);
