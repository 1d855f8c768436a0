using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Instructure.GradeEvents.Validation;

namespace Instructure.GradeEvents.Tool.Reports;

/// <summary>All that was found, for programs: one payload a line.</summary>
internal sealed class JsonReport : ReportFormat
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>How every one begins.</summary>
    internal static ReadOnlySpan<byte> Head => "{\n  \"summary\": { \"payloads\": "u8;

    internal override bool HasCommas => true;

    internal override void WriteHead(IBufferWriter<byte> report, Summary summary)
    {
        report.Write(Head);
        report.Append(FormattableString.Invariant($"{summary.Payloads}, \"valid\": {summary.Valid}, \"invalid\": {summary.Invalid}, \"ignored\": {summary.Ignored} }},\n  \"payloads\": ["));
    }

    internal override void Append(IBufferWriter<byte> part, CheckedPayload payload)
    {
        part.Write(",\n    "u8);
        using var json = new Utf8JsonWriter(part, s_options);
        json.WriteStartObject();
        json.WriteString("source"u8, payload.Source);
        json.WriteNumber("line"u8, payload.Line);
        json.WriteString("kind"u8, PayloadKindNames.Of(payload.Kind));
        json.WriteBoolean("valid"u8, payload.IsValid);
        json.WriteBoolean("ignored"u8, payload.IsIgnored);
        json.WriteStartArray("issues"u8);
        foreach (var issue in payload.Issues)
        {
            json.WriteStartObject();
            json.WriteString("severity"u8, issue.Severity == ValidationSeverity.Error ? "error"u8 : "warning"u8);
            json.WriteString("code"u8, issue.Code);
            json.WriteString("path"u8, issue.Path);
            json.WriteNumber("line"u8, payload.LineOf(issue));
            json.WriteNumber("column"u8, payload.ColumnOf(issue));
            json.WriteString("message"u8, issue.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    internal override void WriteTail(IBufferWriter<byte> report, Summary summary) => report.Append(summary.Payloads > 0 ? "\n  ]\n}\n" : "]\n}\n");
}
