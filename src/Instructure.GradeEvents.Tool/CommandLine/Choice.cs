using System.CommandLine;
using System.CommandLine.Parsing;

namespace Instructure.GradeEvents.Tool.CommandLine;

/// <summary>Arguments and options that take one of a few names. System.CommandLine has it too, but says it on many lines.</summary>
internal static class Choice
{
    internal static void AcceptOneOf(this Argument<string> argument, IReadOnlyCollection<string> names)
    {
        argument.Validators.Add(result => Check(result, result.Tokens, argument.Name, names));
        argument.CompletionSources.Add([.. names]);
    }

    internal static void AcceptOneOf(this Option<string> option, IReadOnlyCollection<string> names)
    {
        option.Validators.Add(result => Check(result, result.Tokens, option.Name, names));
        option.CompletionSources.Add([.. names]);
    }

    private static void Check(SymbolResult result, IReadOnlyList<Token> tokens, string name, IReadOnlyCollection<string> names)
    {
        if (tokens is [var token] && !names.Contains(token.Value, StringComparer.Ordinal))
        {
            result.AddError($"{name} can't be \"{token.Value}\"; expected one of {string.Join(", ", names)}.");
        }
    }
}
