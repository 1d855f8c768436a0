namespace Instructure.GradeEvents.Tests.Support;

/// <summary>What the published documents say about a member.</summary>
internal sealed record Fact(string Name, string Kind, bool Required);
