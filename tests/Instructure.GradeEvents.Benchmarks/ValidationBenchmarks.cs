using System.Text;
using BenchmarkDotNet.Attributes;
using Instructure.GradeEvents.Validation;
using NJsonSchema;

namespace Instructure.GradeEvents.Benchmarks;

/// <summary>Validating one event, against the engine by itself over the same schema.</summary>
[MemoryDiagnoser]
public class ValidationBenchmarks
{
    private byte[] _utf8Json = [];
    private string _json = string.Empty;
    private JsonSchema _schema = new();

    [Params("caliper-published-example", "grade-change-by-teacher")]
    public string Payload { get; set; } = string.Empty;

    [GlobalSetup]
    public void Read()
    {
        _utf8Json = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "payloads", Payload + ".json"));
        _json = Encoding.UTF8.GetString(_utf8Json);
        using var schema = new StreamReader(GradeEventSchemas.Open(Payload[0] == 'c' ? "caliper-envelope" : "canvas-grade-change"));
        _schema = JsonSchema.FromJsonAsync(schema.ReadToEnd()).GetAwaiter().GetResult();
    }

    [Benchmark(Baseline = true, Description = "NJsonSchema")]
    public int Engine() => _schema.Validate(_json).Count;

    [Benchmark(Description = "GradeEventValidator")]
    public bool Validate() => GradeEventValidator.Default.Validate(_utf8Json).IsValid;
}
