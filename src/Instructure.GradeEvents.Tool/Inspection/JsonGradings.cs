using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Instructure.GradeEvents.Serialization;
using Instructure.GradeEvents.Tool.Input;

namespace Instructure.GradeEvents.Tool.Inspection;

/// <summary>An array with an object for each grading, one on a line. Ids are texts: they are larger than the numbers that all programs can read.</summary>
internal sealed class JsonGradings : GradingFormat
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonEncodedText[] s_names = [.. Columns.Select(static name => JsonEncodedText.Encode(name))];

    internal override string Head => "[";

    internal override bool HasCommas => true;

    internal override string Tail(bool isAny) => isAny ? "\n]\n" : "]\n";

    private protected override void Append(IBufferWriter<byte> part, SubmissionGraded graded, string format, Payload payload)
    {
        part.Write(",\n  "u8);
        using var json = new Utf8JsonWriter(part, s_options);
        var column = 0;
        json.WriteStartObject();
        Write(graded.Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        Write(format);
        WriteId(graded.CourseId);
        WriteId(graded.StudentId);
        Write(graded.StudentSisId);
        WriteId(graded.AssignmentId);
        Write(graded.AssignmentName);
        WriteId(graded.SubmissionId);
        WriteId(graded.GraderId);
        WriteBoolean(graded.IsAutomatic);
        Write(graded.PreviousGrade.Text);
        Write(graded.Grade.Text);
        WriteNumber(graded.PreviousScore);
        WriteNumber(graded.Score);
        WriteNumber(graded.PointsPossible);
        WriteBoolean(graded.IsComplete);
        WriteBoolean(graded.IsPosted);
        Write(payload.Source.Name);
        WriteNumber(payload.FirstLine);
        json.WriteEndObject();

        void Write(string? text)
        {
            if (text is null)
            {
                json.WriteNull(s_names[column++]);
            }
            else
            {
                LongText.Write(json, s_names[column++], text);
            }
        }

        void WriteId(CanvasId? id) => Write(id?.ToString("D"));

        void WriteBoolean(bool? value)
        {
            if (value is { } known)
            {
                json.WriteBoolean(s_names[column++], known);
            }
            else
            {
                json.WriteNull(s_names[column++]);
            }
        }

        void WriteNumber(decimal? value)
        {
            if (value is { } known)
            {
                json.WriteNumber(s_names[column++], known);
            }
            else
            {
                json.WriteNull(s_names[column++]);
            }
        }
    }
}
