using System.Text;
using Instructure.GradeEvents;
using Instructure.GradeEvents.Caliper;
using Instructure.GradeEvents.Validation;
using Snippets;

// Runs the snippets of the documentation on the payloads that it is given, says what they say, and writes the schemas into the folder that comes first.
foreach (var path in args[1..])
{
    Console.WriteLine(Path.GetFileName(path));
    var utf8Json = File.ReadAllBytes(path);
    var liveEvent = GradeEventSerializer.Deserialize(utf8Json);

    var (buffer, text) = await Writing.Both(liveEvent);
    Check(GradeEventSerializer.Deserialize(text).Equals(liveEvent), "it was written as something else");
    Check(buffer == text, "into a buffer something else is written");
    Check(await Reading.Events(utf8Json, new MemoryStream(utf8Json), new MemoryStream(Encoding.UTF8.GetBytes($"{text}\n{text}"))) == 2, "not read as two equal events");
    Check(!Reading.Errors(utf8Json).Any(), "an error");
    Check(Reading.Errors(utf8Json[..^2]).Count() == 1, "no error of a document that ends early");

    Check(!Unwrapping.Failed(utf8Json).Any(), "an event that is no wrapper was not read");

    if (liveEvent is CaliperEnvelope envelope)
    {
        Graded.Print(envelope);
    }

    Validating.Print(utf8Json);
    try
    {
        Validating.Test(text);
    }
    catch (InvalidPayloadException error)
    {
        Console.WriteLine($"{error.Report.Issues.Count} thrown");
    }
}

new GradeEventValidator(new() { Strict = true }).Validate(GradeEventSerializer.Serialize(Writing.Made())).ThrowIfInvalid();

foreach (var name in GradeEventSchemas.Names)
{
    using var schema = GradeEventSchemas.Open(name);
    using var copy = File.Create(Path.Combine(args[0], name + ".schema.json"));
    schema.CopyTo(copy);
}

static void Check(bool holds, string otherwise)
{
    if (!holds)
    {
        throw new InvalidOperationException(otherwise);
    }
}
