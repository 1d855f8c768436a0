using Instructure.GradeEvents;
using Instructure.GradeEvents.Caliper;

namespace Snippets;

public static class Graded
{
    public static void Print(CaliperEnvelope envelope)
    {
        // README.md #4

        Console.WriteLine($"{grade} {points} {automatic} {byAssistant}");

        // README.md #6

        Console.WriteLine($"{shard} {local} {url} {course} {role} {user}");
    }

    public static IEnumerable<string> Rows(LiveEvent fromBytes)
    {
        var seen = new HashSet<string>();
        var rows = new List<string>();

        // README.md #5

        return rows;
    }
}
