using Instructure.GradeEvents;
using Instructure.GradeEvents.Caliper;

namespace Snippets;

public static class Graded
{
    public static void Print(CaliperEnvelope envelope)
    {
        // README.md #4

        Console.WriteLine($"{grade} {points} {automatic} {byAssistant}");

        // README.md #7

        Console.WriteLine($"{shard} {local} {url} {course} {role} {user}");
    }

    public static async Task Files(Stream archive, string folder)
    {
        // README.md #6
    }
}
