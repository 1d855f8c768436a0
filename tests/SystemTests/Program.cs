using System.Globalization;
using Instructure.GradeEvents.SystemTests;

// dotnet run -c Release --project tests/SystemTests [-- --seconds 30 --connections 200 --events 20000 --no-browser --no-receiver --no-queue --only NAME]
// Runs the samples as processes, as an administrator would, and breaks what can break. The page is looked at by Chromium; the queue needs "npm ci" here
// and PostgreSQL of Debian.
var load = new Load(
    TimeSpan.FromSeconds(Option("--seconds", 30)),
    Option("--connections", 200),
    Option("--events", 20_000));
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{load.Connections} connections for {load.Duration.TotalSeconds:0} s, and {load.Events} events\n"));
foreach (var (name, test, left) in ReceiverTests.All.Select(static one => (one.Name, one.Test, one.Name == ReceiverTests.InBrowser ? "--no-browser" : "--no-receiver"))
    .Concat(QueueTests.All.Select(static one => (one.Name, one.Test, "--no-queue"))))
{
    if (args.Contains(left) || (Array.IndexOf(args, "--only") is >= 0 and var only && !name.Contains(args[only + 1], StringComparison.Ordinal)) || (left == "--no-browser" && args.Contains("--no-receiver")))
    {
        Console.WriteLine($"== {name}: not run, as it was asked for\n");
        continue;
    }

    Console.WriteLine($"== {name}");
    await test(load);
    Console.WriteLine();
}

Console.WriteLine("system tests: passed");
return 0;

int Option(string name, int otherwise)
{
    var at = Array.IndexOf(args, name);
    return at < 0 ? otherwise : int.Parse(args[at + 1], CultureInfo.InvariantCulture);
}
