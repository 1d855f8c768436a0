using Instructure.GradeEvents;
using Instructure.GradeEvents.Caliper;

namespace Snippets;

public static class Graded
{
    public static void Print(CaliperEnvelope envelope)
    {
        // docs/reading.md #2

        Console.WriteLine($"{grade} {points} {automatic} {byAssistant}");

        // docs/identifiers.md #1

        Console.WriteLine($"{shard} {local} {url} {course} {role} {user}");
    }

    public static async Task Files(Stream archive, string folder)
    {
        // docs/gradings.md #2
    }
}
