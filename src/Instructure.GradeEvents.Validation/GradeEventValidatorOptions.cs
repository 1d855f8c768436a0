namespace Instructure.GradeEvents.Validation;

/// <summary>How a <see cref="GradeEventValidator"/> judges.</summary>
/// <remarks>Immutable. Two are equal when all of their properties are.</remarks>
public sealed record GradeEventValidatorOptions
{
    /// <summary>Whether warnings are errors.</summary>
    /// <remarks>False unless set: Canvas adds members without notice, and they are warnings.</remarks>
    public bool Strict { get; init; }

    /// <summary>Whether what must agree inside of one event is compared: ids (<c>inconsistent-id</c>) and times (<c>time-order</c>).</summary>
    /// <remarks>True unless set.</remarks>
    public bool CheckConsistency { get; init; } = true;
}
