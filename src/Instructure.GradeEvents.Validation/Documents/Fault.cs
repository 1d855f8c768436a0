namespace Instructure.GradeEvents.Validation.Documents;

/// <summary>An issue that does not know its line and column yet.</summary>
/// <param name="Severity">Its severity, unless warnings are errors.</param>
/// <param name="Code">One of <see cref="IssueCodes"/>.</param>
/// <param name="Path">The JSON Pointer to it.</param>
/// <param name="Offset">Where it is in the text.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="IsOfJson">Whether it is one of the JSON itself, whatever the document is.</param>
internal readonly record struct Fault(ValidationSeverity Severity, string Code, string Path, int Offset, string Message, bool IsOfJson);
