using System.Globalization;
using System.Text;
using Instructure.GradeEvents.Validation;

namespace Instructure.GradeEvents.Tool.Reports;

/// <summary>The counts of a validation.</summary>
internal sealed class Summary
{
    internal long Payloads { get; private set; }

    internal long Invalid { get; private set; }

    internal long Errors { get; private set; }

    internal long Warnings { get; private set; }

    /// <summary>Those that were not judged, being other events. They are neither valid nor invalid here.</summary>
    internal long Ignored { get; private set; }

    /// <summary>The paths that could not be read.</summary>
    internal long Problems { get; private set; }

    internal long Valid => Payloads - Invalid - Ignored;

    internal void Add(CheckedPayload payload)
    {
        Payloads++;
        Invalid += payload.IsValid ? 0 : 1;
        Ignored += payload.IsIgnored ? 1 : 0;
        Errors += payload.Count(ValidationSeverity.Error);
        Warnings += payload.Count(ValidationSeverity.Warning);
    }

    internal void AddProblem() => Problems++;

    internal void Add(Summary other)
    {
        Payloads += other.Payloads;
        Invalid += other.Invalid;
        Ignored += other.Ignored;
        Errors += other.Errors;
        Warnings += other.Warnings;
        Problems += other.Problems;
    }

    /// <summary>The counts as a sentence for people.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(Counted(Payloads, "payload")).Append(": ").Append(Number(Valid)).Append(" valid, ").Append(Number(Invalid)).Append(" invalid");
        if (Ignored > 0)
        {
            text.Append(", ").Append(Number(Ignored)).Append(" ignored");
        }

        text.Append("; ").Append(Counted(Errors, "error")).Append(", ").Append(Counted(Warnings, "warning"));
        if (Problems > 0)
        {
            text.Append("; ").Append(Counted(Problems, "path")).Append(" could not be read");
        }

        return text.Append('.').ToString();
    }

    internal static string Counted(long count, string noun) => Number(count) + " " + noun + (count == 1 ? string.Empty : "s");

    private static string Number(long count) => count.ToString(CultureInfo.InvariantCulture);
}
