namespace Instructure.GradeEvents.SystemTests;

/// <summary>What must be true, or the run ends.</summary>
internal static class Check
{
    internal static void That(bool isTrue, string what)
    {
        if (!isTrue)
        {
            throw new InvalidOperationException("Not true: " + what);
        }

        Console.WriteLine("  " + what);
    }
}
