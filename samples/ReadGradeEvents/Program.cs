// Prints for each event what a person wants to know: who graded whose submission of which assignment, when, from what to what.
//
//   dotnet run --project samples/ReadGradeEvents [PATH…]
//   dotnet run --project samples/ReadGradeEvents -- --validate [PATH…]
//
// A PATH is a file, or a folder with *.json, *.jsonl and *.ndjson files; without one, it is samples/payloads.
// With --validate it says of each payload whether it is what the documents say, and what is wrong with it.
// Exit status: 0 when all could be read (or are valid), 1 when a payload was broken (or is not valid), 2 when a path is not there.
using System.Text;
using System.Text.Json;
using Instructure.GradeEvents;
using ReadGradeEvents;

Console.OutputEncoding = Encoding.UTF8;
var validate = args is ["--validate", ..];
string[] paths = validate ? args[1..] : args;
paths = paths is [] ? [Path.Combine(AppContext.BaseDirectory, "payloads")] : paths;
var status = 0;
foreach (var path in paths)
{
    if (!Directory.Exists(path) && !File.Exists(path))
    {
        Console.Error.WriteLine($"{path}: there is no such file or folder");
        return 2;
    }
}

foreach (var file in paths.SelectMany(FilesIn))
{
    var source = Path.GetFileName(file);
    var isLines = Path.GetExtension(file) is ".jsonl" or ".ndjson";
    try
    {
        if (validate)
        {
            var utf8 = File.ReadAllBytes(file);
            status = Math.Max(status, isLines ? Reports.OfLines(source, utf8) : Reports.Of(source, utf8));
            continue;
        }

        await using var stream = File.OpenRead(file);
        if (isLines)
        {
            await foreach (var liveEvent in GradeEventSerializer.DeserializeLinesAsync(stream))
            {
                Print(source, liveEvent);
            }
        }
        else
        {
            Print(source, await GradeEventSerializer.DeserializeAsync(stream));
        }
    }
    catch (JsonException error)
    {
        var rest = isLines ? " What comes after it was not read." : null;
        Console.WriteLine($"{source}: broken: {error.Message}{rest}");
        status = Math.Max(status, 1);
    }
    catch (Exception error) when (error is IOException or UnauthorizedAccessException)
    {
        Console.Error.WriteLine($"{source}: can't be read: {error.Message}");
        status = 2;
    }
}

return status;

static IEnumerable<string> FilesIn(string path)
    => Directory.Exists(path)
        ? Directory.EnumerateFiles(path)
            .Where(file => Path.GetExtension(file) is ".json" or ".jsonl" or ".ndjson")
            .Order(StringComparer.Ordinal)
        : [path];

static void Print(string source, LiveEvent liveEvent)
{
    foreach (var sentence in Sentences.About(liveEvent))
    {
        Console.WriteLine($"{source}: {sentence}");
    }
}
