namespace Instructure.GradeEvents.Tool.CommandLine;

/// <summary>Something that shows how it is used.</summary>
internal interface IHasExamples
{
    /// <summary>Command lines.</summary>
    IReadOnlyList<string> Examples { get; }
}
