namespace Instructure.GradeEvents.Caliper;

/// <summary>What the data of a Caliper envelope has in it: a <see cref="CaliperEvent"/> or an <see cref="Entity"/>.</summary>
/// <remarks>Only the records of this library can stand there. Source: Caliper 1.1, section 5.2 (Envelope).</remarks>
public interface ICaliperItem
{
    /// <summary>The Caliper term for what it is: <c>GradeEvent</c>, <c>Person</c>, <c>Document</c>.</summary>
    /// <remarks>Source: Caliper 1.1, appendices B and C (Event, Entity).</remarks>
    string Type { get; }
}
