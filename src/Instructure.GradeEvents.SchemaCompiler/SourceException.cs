namespace Instructure.GradeEvents.SchemaCompiler;

/// <summary>The source of the schemas is not as it must be.</summary>
internal sealed class SourceException(IReadOnlyList<string> problems) : Exception(string.Join('\n', problems))
{
    /// <summary>All that is wrong: each with its file and the place in it.</summary>
    internal IReadOnlyList<string> Problems { get; } = problems;
}
