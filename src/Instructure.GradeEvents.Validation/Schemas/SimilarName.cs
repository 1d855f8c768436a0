using Instructure.GradeEvents.Validation.Documents;

namespace Instructure.GradeEvents.Validation.Schemas;

/// <summary>Finds what a misspelt name may have meant.</summary>
internal static class SimilarName
{
    /// <summary>How many letters may be wrong, missing or too many.</summary>
    private const int Most = 2;

    internal static string? Find(string name, IEnumerable<string> candidates)
        => candidates
            .Where(candidate => Math.Abs(candidate.Length - name.Length) <= Most)
            .Select(candidate => (Name: candidate, Distance: Distance(name, candidate)))
            .Where(candidate => candidate.Name != name && candidate.Distance <= Most && candidate.Distance < candidate.Name.Length / 2)
            .OrderBy(static candidate => candidate.Distance)
            .FirstOrDefault().Name;

    /// <summary>The end of a sentence, with the question whether that was meant.</summary>
    internal static string Ask(string? meant) => meant is null ? "." : $"; did you mean {Quote.Of(meant)}?";

    /// <summary>Levenshtein's, with small letters and capitals the same.</summary>
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var above = row[j];
                var isSame = char.ToLowerInvariant(one[i - 1]) == char.ToLowerInvariant(other[j - 1]);
                row[j] = Math.Min(diagonal + (isSame ? 0 : 1), 1 + Math.Min(above, row[j - 1]));
                diagonal = above;
            }
        }

        return row[other.Length];
    }
}
