using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Instructure.GradeEvents.Tool.Input;
using Instructure.GradeEvents.Validation;

namespace Instructure.GradeEvents.Tool.Reports;

/// <summary>SARIF 2.1.0, as code-scanning services read it: rules, and a result with its region for each issue.</summary>
internal sealed class SarifReport(bool isStrict) : ReportFormat
{
    private const string Root = "%SRCROOT%";

    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // A notification is no result: these come at the end, and there are few.
    private readonly List<string> _problems = [];

    /// <summary>How every one begins.</summary>
    internal static ReadOnlySpan<byte> Head => """
        {
          "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
          "version": "2.1.0",
          "runs": [
            {
              "tool": {
                "driver": {
                  "name": "grade-events
        """u8;

    internal override bool HasCommas => true;

    internal override void WriteHead(IBufferWriter<byte> report, Summary summary)
    {
        report.Write(Head);
        report.Append($"\",\n          \"semanticVersion\": \"{ToolVersion.Text}\",\n          \"rules\": [");
        for (var i = 0; i < Rule.All.Count; i++)
        {
            var rule = Rule.All[i];
            report.Append(i > 0 ? ",\n            " : "\n            ");
            WriteJson(report, json => WriteRule(json, rule));
        }

        report.Append("\n" + """
                      ]
                    }
                  },
                  "columnKind": "utf16CodeUnits",
                  "results": [
            """);
    }

    internal override void Append(IBufferWriter<byte> part, CheckedPayload payload)
    {
        foreach (var issue in payload.Issues)
        {
            part.Append(",\n        ");
            WriteJson(part, json => WriteResult(json, payload, issue));
        }
    }

    internal override void AppendProblem(IBufferWriter<byte> part, string sentence) => _problems.Add(sentence);

    internal override void WriteTail(IBufferWriter<byte> report, Summary summary)
    {
        report.Append((summary.Errors + summary.Warnings > 0 ? "\n      ]" : "]") + ",\n      \"invocations\": [");
        WriteJson(report, json =>
        {
            json.WriteStartObject();
            json.WriteBoolean("executionSuccessful"u8, _problems.Count == 0);
            json.WriteStartArray("toolExecutionNotifications"u8);
            foreach (var problem in _problems)
            {
                json.WriteStartObject();
                json.WriteString("level"u8, "error"u8);
                WriteText(json, "message", problem);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
        report.Append("],\n" + FormattableString.Invariant(
            $$"""      "properties": { "payloads": {{summary.Payloads}}, "valid": {{summary.Valid}}, "invalid": {{summary.Invalid}}, "ignored": {{summary.Ignored}} }""") + "\n    }\n  ]\n}\n");
    }

    private void WriteRule(Utf8JsonWriter json, Rule rule)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, rule.Code);
        WriteText(json, "shortDescription", rule.Description);
        WriteText(json, "fullDescription", rule.Description); // GitHub wants all three
        WriteText(json, "help", rule.Description + " Each result says what was expected and what was found.");
        json.WriteStartObject("defaultConfiguration"u8);
        json.WriteString("level"u8, rule.IsWarning && !isStrict ? "warning"u8 : "error"u8);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, CheckedPayload payload, ValidationIssue issue)
    {
        json.WriteStartObject();
        json.WriteString("ruleId"u8, issue.Code);
        if (Rule.IndexOf(issue.Code) is >= 0 and var index)
        {
            json.WriteNumber("ruleIndex"u8, index);
        }

        json.WriteString("level"u8, issue.Severity == ValidationSeverity.Error ? "error"u8 : "warning"u8);
        WriteText(json, "message", issue.Message);
        json.WriteStartArray("locations"u8);
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation"u8);
        WriteFile(json, payload.Payload.Source);
        json.WriteStartObject("region"u8);
        json.WriteNumber("startLine"u8, payload.LineOf(issue));
        json.WriteNumber("startColumn"u8, payload.ColumnOf(issue));
        json.WriteEndObject();
        json.WriteEndObject();
        if (issue.Path.Length > 0)
        {
            json.WriteStartArray("logicalLocations"u8);
            json.WriteStartObject();
            json.WriteString("fullyQualifiedName"u8, issue.Path);
            json.WriteString("kind"u8, "property"u8);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteFile(Utf8JsonWriter json, PayloadSource source)
    {
        json.WriteStartObject("artifactLocation"u8);
        if (!source.IsFile)
        {
            json.WriteString("uri"u8, "stdin"u8);
        }
        else if (Path.IsPathRooted(source.File!) || source.Name.Split('/').Contains("..", StringComparer.Ordinal))
        {
            json.WriteString("uri"u8, "file://" + Escape(Path.GetFullPath(source.File!).Replace('\\', '/'), isRooted: true));
        }
        else
        {
            json.WriteString("uri"u8, Escape(source.Name, isRooted: false));
            json.WriteString("uriBaseId"u8, Root);
        }

        json.WriteEndObject();
    }

    private static string Escape(string path, bool isRooted)
        => (isRooted && path[0] != '/' ? "/" : string.Empty) + string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text"u8, text);
        json.WriteEndObject();
    }

    private static void WriteJson(IBufferWriter<byte> buffer, Action<Utf8JsonWriter> write)
    {
        using var json = new Utf8JsonWriter(buffer, s_options);
        write(json);
    }
}
