using Instructure.GradeEvents.Validation;
using NJsonSchema;

// A program that has NJsonSchema of its own, as those with NSwag do: both validate, and come to the same verdict.
using var text = new StreamReader(GradeEventSchemas.Open("grade-events"));
var schema = await JsonSchema.FromJsonAsync(await text.ReadToEndAsync());
foreach (var path in args)
{
    var json = await File.ReadAllTextAsync(path);
    var report = GradeEventValidator.Default.Validate(json);
    Console.WriteLine($"{Path.GetFileName(path)}: {report.IsValid} ({report.Kind}), {schema.Validate(json).Count == 0}");
}
