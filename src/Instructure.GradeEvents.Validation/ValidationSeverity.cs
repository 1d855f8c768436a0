namespace Instructure.GradeEvents.Validation;

/// <summary>How grave a <see cref="ValidationIssue"/> is.</summary>
public enum ValidationSeverity
{
    /// <summary>The payload is not what the documents say, so it is not valid.</summary>
    Error,

    /// <summary>The payload is valid, and something in it deserves a look.</summary>
    Warning,
}
