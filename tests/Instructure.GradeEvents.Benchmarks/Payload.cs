using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Instructure.GradeEvents.Benchmarks.PlainRecords;

namespace Instructure.GradeEvents.Benchmarks;

/// <summary>A payload of the folder <c>samples</c>, with what the benchmarks need to know of it.</summary>
/// <param name="Name">The name of the file, without its ending.</param>
/// <param name="Schema">The name of its schema.</param>
/// <param name="PlainType">The plain record for it.</param>
internal sealed record Payload(string Name, string Schema, JsonTypeInfo PlainType)
{
    public const string Caliper = "caliper-published-example";
    public const string Canvas = "grade-change-by-teacher";

    private static readonly JsonSerializerOptions s_asSent = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public byte[] Utf8Json { get; } = AsSent(JsonNode.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "payloads", Name + ".json")))!);

    public static Payload Open(string name) => name switch
    {
        Caliper => new(name, "caliper-envelope", PlainJsonContext.Default.PlainEnvelope),
        Canvas => new(name, "canvas-grade-change", PlainJsonContext.Default.PlainGradeChange),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, message: null),
    };

    /// <summary>The document in UTF-8 without white space, as it is sent.</summary>
    public static byte[] AsSent(JsonNode document) => Encoding.UTF8.GetBytes(document.ToJsonString(s_asSent));
}
