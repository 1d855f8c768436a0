using System.CommandLine;
using System.CommandLine.Parsing;
using Instructure.GradeEvents.Validation.Schemas;

namespace Instructure.GradeEvents.Tool.CommandLine;

/// <summary>Arguments and options that take one of a few names. System.CommandLine can check that, too, but its message has many lines, and doesn't say what may have been meant.</summary>
internal static class Choice
{
    /// <summary>An argument takes the names with <c>-</c> or <c>_</c>.</summary>
    internal static void AcceptOneOf(this Argument<string> argument, IReadOnlyCollection<string> names)
    {
        argument.Validators.Add(result => Check(result, result.Tokens, argument.Name, names, IsSame));
        argument.CompletionSources.Add([.. names]);
    }

    internal static void AcceptOneOf(this Option option, IReadOnlyCollection<string> names)
    {
        option.Validators.Add(result => Check(result, result.Tokens, option.Name, names, string.Equals));
        option.CompletionSources.Add([.. names]);
    }

    /// <summary>The sentence that something is none of the names.</summary>
    internal static string Fault(string what, string found, IReadOnlyCollection<string> names)
        => $"{what} can't be \"{found}\"; {Expected(found, names)}";

    /// <summary>The end of a sentence: what may have been meant, or else all names.</summary>
    internal static string Expected(string found, IReadOnlyCollection<string> names)
        => Meant(found, names) is { } meant ? $"did you mean {meant}?" : $"expected one of {string.Join(", ", names)}.";

    /// <summary>Which of the names may have been meant.</summary>
    internal static string? Meant(string found, IReadOnlyCollection<string> names)
        => names.FirstOrDefault(name => IsSame(name, found)) ?? SimilarName.Find(found, names) ?? names.FirstOrDefault(name => SimilarName.Find(Form(found), [Form(name)]) is not null);

    /// <summary>Whether names are the same but for <c>-</c> and <c>_</c>.</summary>
    internal static bool IsSame(string one, string other) => Form(one) == Form(other);

    private static string Form(string name) => name.Replace('_', '-');

    private static void Check(SymbolResult result, IReadOnlyList<Token> tokens, string name, IReadOnlyCollection<string> names, Func<string, string, bool> isSame)
    {
        foreach (var token in tokens)
        {
            if (!names.Any(known => isSame(known, token.Value)))
            {
                result.AddError(Fault(name, token.Value, names));
            }
        }
    }
}
