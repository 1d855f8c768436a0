// tests/Judges/run
using System.Diagnostics;
using System.Text.RegularExpressions;
using Instructure.GradeEvents.Judges;
using Instructure.GradeEvents.Tests.Support;
using Instructure.GradeEvents.Validation;

var (schemaFile, samples, script) = (args[0], args[1], args[2]);
Regex.CacheSize = 100; // NJsonSchema leaves it to the cache to keep the patterns of the schema, and there are more than the 15 that it keeps
var watch = Stopwatch.StartNew();
var engine = await Engine.Load(schemaFile);
using var ajv = new Ajv(script, schemaFile);
var tally = new Tally(engine);
foreach (var documents in Documents.Of(samples, Mutations.Count).Chunk(500))
{
    var byAjv = ajv.Judge(documents);
    var ours = new ValidationReport[documents.Length];
    var byReader = new Verdict?[documents.Length];
    var byEngine = new Verdict?[documents.Length];
    Parallel.For(0, documents.Length, i =>
    {
        var utf8 = documents[i].Utf8;
        ours[i] = GradeEventValidator.Default.Validate(utf8);
        byReader[i] = Reader.Read(utf8);
        byEngine[i] = byReader[i] is null && documents[i].IsForEngine ? engine.Judge(utf8) : null;
    });
    var verdicts = await byAjv;
    for (var i = 0; i < documents.Length; i++)
    {
        tally.Add(documents[i], ours[i], byReader[i], verdicts[i], byEngine[i]);
    }
}

Console.Write(tally);
Console.WriteLine($"judges: {(tally.HasPassed ? "passed" : "failed")}, in {watch.Elapsed.TotalSeconds:F0} s");
return tally.HasPassed ? 0 : 1;
