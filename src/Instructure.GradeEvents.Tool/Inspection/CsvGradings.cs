using System.Buffers;
using System.Globalization;
using System.Text;
using Instructure.GradeEvents.Tool.Input;

namespace Instructure.GradeEvents.Tool.Inspection;

/// <summary>A row for each grading, as RFC 4180 has it, with a line feed at its end.</summary>
internal sealed class CsvGradings : GradingFormat
{
    private const int LongestValue = 64;
    private const NumberStyles Number = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    private static readonly SearchValues<char> s_quoted = SearchValues.Create(",\"\r\n");

    internal override string Head { get; } = string.Join(',', Columns) + "\n";

    internal override string Tail(bool isAny) => string.Empty;

    private protected override void Append(IBufferWriter<byte> part, SubmissionGraded graded, string format, Payload payload)
    {
        AppendValue(part, graded.Time.UtcDateTime, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'");
        part.Write(","u8);
        Encoding.UTF8.GetBytes(format, part);
        AppendCell(part, graded.CourseId?.Value);
        AppendCell(part, graded.StudentId?.Value);
        AppendCell(part, graded.StudentSisId);
        AppendCell(part, graded.AssignmentId?.Value);
        AppendCell(part, graded.AssignmentName);
        AppendCell(part, graded.SubmissionId?.Value);
        AppendCell(part, graded.GraderId?.Value);
        AppendCell(part, graded.IsAutomatic);
        AppendCell(part, graded.PreviousGrade.Text);
        AppendCell(part, graded.Grade.Text);
        AppendCell(part, graded.PreviousScore);
        AppendCell(part, graded.Score);
        AppendCell(part, graded.PointsPossible);
        AppendCell(part, graded.IsComplete);
        AppendCell(part, graded.IsPosted);
        AppendCell(part, payload.Source.Name);
        part.Write(","u8);
        AppendValue(part, payload.FirstLine, default);
        part.Write("\n"u8);
    }

    private static void AppendCell(IBufferWriter<byte> part, string? text)
    {
        part.Write(","u8);
        if (string.IsNullOrEmpty(text))
        {
            return;
        }

        // A spreadsheet would take it for a formula, and run it.
        var isFormula = text[0] is '=' or '+' or '-' or '@' or '\t' && !decimal.TryParse(text, Number, CultureInfo.InvariantCulture, out _);
        var isQuoted = text.AsSpan().ContainsAny(s_quoted);
        part.Write(isQuoted ? "\""u8 : default);
        part.Write(isFormula ? "'"u8 : default);
        text = isQuoted ? text.Replace("\"", "\"\"", StringComparison.Ordinal) : text;
        Encoding.UTF8.GetBytes(text, part);
        part.Write(isQuoted ? "\""u8 : default);
    }

    private static void AppendCell(IBufferWriter<byte> part, bool? value) => part.Write(value is null ? ","u8 : value.Value ? ",true"u8 : ",false"u8);

    private static void AppendCell<T>(IBufferWriter<byte> part, T? value)
        where T : struct, IUtf8SpanFormattable
    {
        part.Write(","u8);
        if (value is { } known)
        {
            AppendValue(part, known, default);
        }
    }

    private static void AppendValue<T>(IBufferWriter<byte> part, T value, ReadOnlySpan<char> format)
        where T : IUtf8SpanFormattable
    {
        value.TryFormat(part.GetSpan(LongestValue), out var length, format, CultureInfo.InvariantCulture);
        part.Advance(length);
    }
}
