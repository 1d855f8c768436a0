using System.Diagnostics;
using System.Globalization;
using Instructure.GradeEvents.SystemTests;

// dotnet run -c Release --project tests/SystemTests [-- --seconds 30 --connections 200 --events 20000 --outage 10 --only NAME --no-receiver --no-browser --no-queue --no-growth]
// Runs the samples as processes, as an administrator would, and breaks what can break. The page is looked at by Chromium; the queue needs "npm ci" in
// this folder, and the database PostgreSQL as Debian has it.
var load = new Load(
    TimeSpan.FromSeconds(Option("--seconds", 30)),
    Option("--connections", 200),
    Option("--events", 20_000),
    TimeSpan.FromSeconds(Option("--outage", 10)));
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{load.Connections} connections for {load.Duration.TotalSeconds:0} s, and {load.Events} events\n"));
await using var queueTests = new QueueTests();
var tests = ReceiverTests.All.Select(static one => (one.Name, one.Test, Left: (string[])["--no-receiver", .. one.Name == ReceiverTests.InBrowser ? ["--no-browser"] : (string[])[]]))
    .Concat(queueTests.All.Select(static one => (one.Name, one.Test, Left: (string[])["--no-queue", .. one.Name == QueueTests.Growth ? ["--no-growth"] : (string[])[]])));
var only = Array.IndexOf(args, "--only") is >= 0 and var place ? args[place + 1] : string.Empty;
foreach (var (name, test, left) in tests)
{
    if (left.Any(args.Contains) || !name.Contains(only, StringComparison.Ordinal))
    {
        Console.WriteLine($"== {name}: not run, as it was asked for\n");
        continue;
    }

    Console.WriteLine($"== {name}");
    var watch = Stopwatch.StartNew();
    await test(load);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  in {watch.Elapsed.TotalSeconds:0} s\n"));
}

Console.WriteLine("system tests: passed");
return 0;

int Option(string name, int otherwise)
{
    var at = Array.IndexOf(args, name);
    return at < 0 ? otherwise : int.Parse(args[at + 1], CultureInfo.InvariantCulture);
}
