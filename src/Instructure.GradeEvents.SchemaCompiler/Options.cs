namespace Instructure.GradeEvents.SchemaCompiler;

/// <summary>What the command line asks for.</summary>
/// <param name="IsCheck">Whether to compare only, and write nothing.</param>
/// <param name="Root">The root of the repository; null when it is to be looked for.</param>
internal sealed record Options(bool IsCheck, string? Root)
{
    /// <summary>Reads the arguments; null when there is one that can't be understood.</summary>
    internal static Options? Parse(IReadOnlyList<string> arguments)
    {
        var options = new Options(IsCheck: false, Root: null);
        for (var i = 0; i < arguments.Count; i++)
        {
            switch (arguments[i])
            {
                case "--check":
                    options = options with { IsCheck = true };
                    break;
                case "--root" when i + 1 < arguments.Count:
                    options = options with { Root = arguments[++i] };
                    break;
                default:
                    return null;
            }
        }

        return options;
    }
}
