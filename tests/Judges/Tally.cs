using System.Globalization;
using System.Text;
using Instructure.GradeEvents.Validation;

namespace Instructure.GradeEvents.Judges;

/// <summary>Compares the verdicts, and counts.</summary>
internal sealed class Tally(Engine engine)
{
    private const int MostShown = 10;

    private readonly Dictionary<Verdict, int> _agreed = Enum.GetValues<Verdict>().ToDictionary(static verdict => verdict, static _ => 0);
    private readonly Dictionary<string, int> _known = new() { [KnownDifferences.OfAjv] = 0, [KnownDifferences.OfEngine] = 0 };
    private readonly List<string> _disagreements = [];
    private int _judged;
    private int _judgedByEngine;
    private int _disagreed;

    /// <summary>Whether all agreed, but for the known differences. When there is none of one, it is known no longer.</summary>
    public bool HasPassed => _disagreed == 0 && _known.Values.All(static count => count > 0);

    /// <summary>What our validator says.</summary>
    public static Verdict VerdictOf(ValidationReport report)
        => report.Issues.Any(static issue => issue.Code == IssueCodes.MalformedJson) ? Verdict.Malformed
            : report.Issues.Any(static issue => issue.Code == IssueCodes.DuplicateProperty) ? Verdict.NameTwice
            : report.IsValid ? Verdict.Valid
            : Verdict.Invalid;

    /// <summary>Counts a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="report">What our validator says of it.</param>
    /// <param name="byReader">What System.Text.Json says of it; null when it can be judged by a schema.</param>
    /// <param name="byAjv">What ajv says of it; never that a name is there twice.</param>
    /// <param name="byEngine">What NJsonSchema says of it; null when that was not asked.</param>
    public void Add(Document document, ValidationReport report, Verdict? byReader, Verdict byAjv, Verdict? byEngine)
    {
        _judged++;
        _judgedByEngine += byEngine is null ? 0 : 1;
        var ours = VerdictOf(report);
        string? known = null;
        if (byAjv == Verdict.Malformed || byReader is not null)
        {
            // Not for a schema to tell. Of those who read JSON, only Node.js sees that half of a surrogate pair is no Unicode.
            if (ours != (byAjv == Verdict.Malformed ? byAjv : byReader))
            {
                Disagree();
                return;
            }
        }
        else
        {
            if (byAjv != ours)
            {
                known = KnownDifferences.OfAjv;
                if (VerdictOf(GradeEventValidator.Default.Validate(KnownDifferences.AsDoubles(document.Utf8))) != byAjv)
                {
                    Disagree();
                    return;
                }
            }

            if (byEngine is not null && byEngine != ours)
            {
                known = KnownDifferences.OfEngine;
                if (engine.Judge(KnownDifferences.AsPlainIntegers(document.Utf8)) != ours)
                {
                    Disagree();
                    return;
                }
            }
        }

        if (known is null)
        {
            _agreed[ours]++;
        }
        else
        {
            _known[known]++;
        }

        void Disagree()
        {
            _disagreed++;
            if (_disagreements.Count < MostShown)
            {
                _disagreements.Add($"{document.Name}: ours {ours}, ajv {byAjv}, NJsonSchema {byEngine?.ToString() ?? "not asked"}, System.Text.Json {byReader?.ToString() ?? "reads it"}\n{report}\n{Encoding.UTF8.GetString(document.Utf8)}");
            }
        }
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{_judged} documents were judged, by NJsonSchema {_judgedByEngine} of them: of the Caliper cases and the mutations one of {Documents.EngineStep}.\n");
        text.Append(CultureInfo.InvariantCulture, $"  {_agreed[Verdict.Valid]} are valid and {_agreed[Verdict.Invalid]} are not, as all judges say\n");
        text.Append(CultureInfo.InvariantCulture, $"  {_agreed[Verdict.NameTwice]} have a name twice, and {_agreed[Verdict.Malformed]} are malformed, as those say that read JSON\n");
        foreach (var (name, count) in _known)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {count} are a known difference of {name}{(count == 0 ? ": known no longer, so take it out of the list" : string.Empty)}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"  {_disagreed} are judged differently{(_disagreed == 0 ? string.Empty : ", the first of them:")}\n");
        foreach (var disagreement in _disagreements)
        {
            text.Append('\n').Append(disagreement).Append('\n');
        }

        return text.ToString();
    }
}
