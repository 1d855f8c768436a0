using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Instructure.GradeEvents.Tests.Support;

namespace Instructure.GradeEvents.Tool.Tests.Support;

/// <summary>A test of the tool in a folder of its own.</summary>
public abstract class ToolTest : IDisposable
{
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions s_compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("grade-events");

    protected string Folder => _folder.FullName;

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected Task<ToolResult> Run(string arguments, byte[]? input = null, int columns = 120) => InstalledTool.Run(Folder, arguments, input, columns);

    private protected Task<ToolResult> RunShell(string line) => InstalledTool.RunShell(Folder, line);

    protected string PathOf(string name) => Path.Combine(Folder, name);

    protected void Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    protected void Write(string name, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllBytes(PathOf(name), bytes);
    }

    /// <summary>Copies a sample payload, changed or as it is.</summary>
    protected void WriteSample(string name, string sample, Action<JsonNode>? change = null)
    {
        var payload = JsonNode.Parse(Repository.Sample(sample))!;
        change?.Invoke(payload);
        Write(name, change is null ? Repository.Sample(sample) : Encoding.UTF8.GetBytes(payload.ToJsonString(s_indented) + "\n"));
    }

    /// <summary>A sample payload on one line, changed or as it is.</summary>
    protected static string Line(string sample, Action<JsonNode>? change = null)
    {
        var payload = JsonNode.Parse(Repository.Sample(sample))!;
        change?.Invoke(payload);
        return payload.ToJsonString(s_compact);
    }

    /// <summary>A folder with what people have: valid and broken payloads of both formats, and JSON Lines.</summary>
    protected void WriteMixedPayloads()
    {
        WriteSample("payloads/a-valid.json", "grade-change-by-teacher.json");
        WriteSample("payloads/b-broken.json", "caliper-letter-grade.json", static payload =>
        {
            payload["data"]![0]!.AsObject().Remove("actor");
            payload["data"]![0]!["generated"]!["attempt"]!["assignee"]!["nickname"] = "Zoë";
        });
        WriteSample("payloads/c-other.json", "submission-created.json");
        Write("payloads/deeper/d.jsonl", string.Join('\n',
            Line("grade-change-compact.json"),
            Line("grade-change-by-teacher.json", static payload =>
            {
                payload["body"]!["assignment_name"] = "日本語の宿題 & \"quotes\" \u0007 \u202e";
                payload["body"]!["submission_id"] = "-5";
                payload["body"]!.AsObject().Remove("student_id");
            }),
            string.Empty,
            "{\"metadata\": oops}",
            Line("course-grade-change-from-job.json", static payload => payload["body"]!["workflow_state"] = "archived"),
            string.Empty));
    }
}
