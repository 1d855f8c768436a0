// Prints for each event what a person wants to know: who graded whose submission of which assignment, when, from what to what.
//
//   dotnet run -- [PATH…]
//   dotnet run -- --validate [PATH…]
//
// A PATH is a file, or a folder with *.json, *.jsonl, *.ndjson and *.gz files; without one, it is samples/payloads of the repository. A .json file is one payload;
// any other holds payloads one after the other, on lines or not, gzipped or not.
// With --validate it says of each payload whether it is valid, and what is wrong with it.
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
        Console.Error.WriteLine(args is [] or ["--validate"] ? "Name files or folders with events." : $"{path}: there is no such file or folder");
        return 2;
    }
}

foreach (var file in paths.SelectMany(FilesIn))
{
    var source = Path.GetFileName(file);
    try
    {
        if (Path.GetExtension(file) == ".json")
        {
            var utf8 = await File.ReadAllBytesAsync(file);
            var isEvent = GradeEventSerializer.TryDeserialize(utf8, out var liveEvent, out var error);
            status = Math.Max(status, validate ? Reports.Of(source, utf8) : Print(source, isEvent ? liveEvent : null, error));
            continue;
        }

        await using var stream = File.OpenRead(file);
        await foreach (var entry in GradeEventSerializer.ReadArchiveAsync(stream))
        {
            // Where the gzip data of an archive are cut short, there may be no text to validate.
            status = Math.Max(status, validate && !entry.Utf8Json.IsEmpty
                ? Reports.Of($"{source}, line {entry.Line}", entry.Utf8Json.Span)
                : Print(source, entry.Event, entry.Error));
        }
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
            .Where(file => Path.GetExtension(file) is ".json" or ".jsonl" or ".ndjson" or ".gz")
            .Order(StringComparer.Ordinal)
        : [path];

static int Print(string source, LiveEvent? liveEvent, JsonException? error)
{
    if (liveEvent is null)
    {
        Console.WriteLine($"{source}: broken: {error!.Message}");
        return 1;
    }

    foreach (var sentence in Sentences.About(liveEvent))
    {
        Console.WriteLine($"{source}: {sentence}");
    }

    return 0;
}
