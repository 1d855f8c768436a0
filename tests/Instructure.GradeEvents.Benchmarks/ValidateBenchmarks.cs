using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BenchmarkDotNet.Attributes;
using Instructure.GradeEvents.Validation;
using NJsonSchema;

namespace Instructure.GradeEvents.Benchmarks;

/// <summary>Validating an event, against the parser that does nothing but parse, and against NJsonSchema over the same schema.</summary>
public class ValidateBenchmarks
{
    private readonly GradeEventValidator _schemaOnly = new(new() { CheckConsistency = false });
    private byte[] _utf8Json = [];
    private byte[] _withError = [];
    private string _json = string.Empty;
    private JsonSchema _schema = new();

    [Params(Payload.Caliper, Payload.Canvas)]
    public string Event { get; set; } = string.Empty;

    [GlobalSetup]
    public void Setup()
    {
        var payload = Payload.Open(Event);
        _utf8Json = payload.Utf8Json;
        _withError = WithErrorAtEnd(_utf8Json);
        _json = Encoding.UTF8.GetString(_utf8Json);
        using var schema = new StreamReader(GradeEventSchemas.Open(payload.Schema));
        _schema = JsonSchema.FromJsonAsync(schema.ReadToEnd()).GetAwaiter().GetResult();

        if (!Ours() || !OursWithoutConsistency() || OursWithError() != 1 || Engine() != 0)
        {
            throw new InvalidOperationException($"{Event} is not judged as it should be.");
        }
    }

    [Benchmark(Baseline = true, Description = "JsonDocument.Parse")]
    public int Parse()
    {
        using var document = JsonDocument.Parse(_utf8Json);
        return document.RootElement.GetPropertyCount();
    }

    [Benchmark(Description = "GradeEventValidator")]
    public bool Ours() => GradeEventValidator.Default.Validate(_utf8Json).IsValid;

    [Benchmark(Description = "GradeEventValidator-without-consistency")]
    public bool OursWithoutConsistency() => _schemaOnly.Validate(_utf8Json).IsValid;

    [Benchmark(Description = "GradeEventValidator-with-one-error")]
    public int OursWithError() => GradeEventValidator.Default.Validate(_withError).Issues.Count;

    [Benchmark(Description = "NJsonSchema")]
    public int Engine() => _schema.Validate(_json).Count;

    /// <summary>The document with its very last value made one that cannot stand there.</summary>
    private static byte[] WithErrorAtEnd(byte[] utf8Json)
    {
        var document = JsonNode.Parse(utf8Json)!;
        var last = document;
        while (last is JsonObject or JsonArray)
        {
            last = last is JsonArray array ? array[^1]! : last.AsObject().Last().Value!;
        }

        last.ReplaceWith(value: false);
        return Payload.AsSent(document);
    }
}
