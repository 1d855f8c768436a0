using System.CommandLine;
using System.CommandLine.Parsing;
using Instructure.GradeEvents.Validation.Schemas;

namespace Instructure.GradeEvents.Tool.CommandLine;

/// <summary>Arguments and options that take one of a few names. System.CommandLine has it too, but says it on many lines, and doesn't say what may have been meant.</summary>
internal static class Choice
{
    internal static void AcceptOneOf(this Argument<string> argument, IReadOnlyCollection<string> names)
    {
        argument.Validators.Add(result => Check(result, result.Tokens, argument.Name, names));
        argument.CompletionSources.Add([.. names]);
    }

    internal static void AcceptOneOf(this Option option, IReadOnlyCollection<string> names)
    {
        option.Validators.Add(result => Check(result, result.Tokens, option.Name, names));
        option.CompletionSources.Add([.. names]);
    }

    /// <summary>The sentence that something is none of the names: with what may have been meant, or else with all of them.</summary>
    internal static string Fault(string what, string found, IReadOnlyCollection<string> names)
        => $"{what} can't be \"{found}\"; " + (SimilarName.Find(found, names) is { } meant ? $"did you mean {meant}?" : $"expected one of {string.Join(", ", names)}.");

    private static void Check(SymbolResult result, IReadOnlyList<Token> tokens, string name, IReadOnlyCollection<string> names)
    {
        foreach (var token in tokens)
        {
            if (!names.Contains(token.Value, StringComparer.Ordinal))
            {
                result.AddError(Fault(name, token.Value, names));
            }
        }
    }
}
