using System.Globalization;
using Instructure.GradeEvents.Fuzzing;

const string Usage = """
    Usage: dotnet run -c Release --project tests/Instructure.GradeEvents.Fuzzing -- [read|validate|archive|unwrap|all] [--minutes N] [--seed N] [--findings FOLDER]
           dotnet run -c Release --project tests/Instructure.GradeEvents.Fuzzing -- read|validate|archive|unwrap --replay FILE...
    """;

var (name, minutes, seed, folder) = ("all", 10.0, Environment.TickCount, Path.Combine("artifacts", "fuzzing"));
string[] replayed = [];
for (var i = 0; i < args.Length; i++)
{
    var value = i + 1 < args.Length ? args[i + 1] : string.Empty;
    switch (args[i])
    {
        case "read" or "validate" or "archive" or "unwrap" or "all":
            name = args[i];
            break;
        case "--minutes" when double.TryParse(value, CultureInfo.InvariantCulture, out minutes) && minutes > 0:
        case "--seed" when int.TryParse(value, CultureInfo.InvariantCulture, out seed):
            i++;
            break;
        case "--findings" when value.Length > 0:
            folder = value;
            i++;
            break;
        case "--replay" when value.Length > 0 && name != "all":
            replayed = args[(i + 1)..];
            folder = Path.Combine(folder, "replayed"); // what was found stays as it is
            i = args.Length;
            break;
        default:
            Console.Error.WriteLine(Usage);
            return 2;
    }
}

if (!InstrumentedContext.IsCurrent)
{
    return InstrumentedContext.Run(args);
}

Coverage.Begin();
using var session = new Session(folder, seed);
return session.Run(name, TimeSpan.FromMinutes(minutes), replayed);
