namespace Instructure.GradeEvents.SystemTests;

/// <summary>How much is done.</summary>
internal sealed record Load(TimeSpan Duration, int Connections, int Events, TimeSpan Outage);
