using Instructure.GradeEvents;
using Instructure.GradeEvents.Validation;

namespace Snippets;

public static class Validating
{
    public static void Print(byte[] utf8Json)
    {
        // docs/validating.md #1
    }

    public static void Test(string json)
    {
        // docs/validating.md #2
    }

    public static void InOneLine(string json)
    {
        // README.md #3
    }
}
