namespace Instructure.GradeEvents.Tool.Samples;

/// <summary>What an event comes from: a <see cref="Request"/> or a <see cref="Job"/>.</summary>
internal abstract record Origin;
