namespace Instructure.GradeEvents.Tool.CommandLine;

/// <summary>Something that shows how it is used.</summary>
internal interface IHasExamples
{
    /// <summary>Command lines, and what each is good for.</summary>
    IReadOnlyList<(string Command, string Purpose)> Examples { get; }
}
