using Instructure.GradeEvents;

namespace Snippets;

public static class Unwrapping
{
    public static IEnumerable<string?> Failed(ReadOnlyMemory<byte> message)
    {
        var gradings = new List<SubmissionGraded>();
        var failed = new List<string?>();

        // docs/receiving.md #2

        return failed;
    }
}
