using Instructure.GradeEvents;
using Instructure.GradeEvents.Validation;

namespace Snippets;

public static class Validating
{
    public static void Print(byte[] utf8Json)
    {
        // README.md #10
    }

    public static void Test(string json)
    {
        // README.md #11
    }
}
