using System.CommandLine;

namespace Instructure.GradeEvents.Tool.CommandLine;

/// <summary>A command whose help ends with examples.</summary>
internal sealed class CommandWithExamples(string name, string description, params string[] examples) : Command(name, description), IHasExamples
{
    public IReadOnlyList<string> Examples { get; } = examples;
}
