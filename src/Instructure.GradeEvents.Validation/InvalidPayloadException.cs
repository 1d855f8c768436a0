namespace Instructure.GradeEvents.Validation;

/// <summary>A payload is not valid. The message lists what is wrong with it.</summary>
/// <remarks>Thrown by <see cref="ValidationReport.ThrowIfInvalid"/> only: validating never throws it.</remarks>
public sealed class InvalidPayloadException : Exception
{
    internal InvalidPayloadException(ValidationReport report)
        : base("The payload is " + report)
        => Report = report;

    /// <summary>What was found.</summary>
    public ValidationReport Report { get; }
}
