using System.Runtime.CompilerServices;

namespace Instructure.GradeEvents.Tests.Support;

/// <summary>
/// Snapshot tests by the conventions of Verify: <c>Class.Method.verified.txt</c> beside the test is what is expected; on a
/// mismatch <c>.received.txt</c> is written there, to be compared and, when it is right, moved over the other.
/// </summary>
internal static class Snapshot
{
    public static void Verify(string received, string? parameter = null, [CallerFilePath] string testFile = "", [CallerMemberName] string test = "")
    {
        // The paths of a deterministic build begin with /_/.
        var relative = testFile.StartsWith("/_/", StringComparison.Ordinal) ? testFile[3..] : Path.GetRelativePath(Repository.Root, testFile);
        var stem = Path.Combine(
            Repository.Root,
            Path.GetDirectoryName(relative)!,
            $"{Path.GetFileNameWithoutExtension(testFile)}.{test}{(parameter is null ? null : "." + parameter)}");
        var verifiedFile = stem + ".verified.txt";
        var receivedFile = stem + ".received.txt";
        received = received.ReplaceLineEndings("\n").TrimEnd() + "\n";
        var verified = File.Exists(verifiedFile) ? File.ReadAllText(verifiedFile).ReplaceLineEndings("\n") : null;
        if (received == verified)
        {
            File.Delete(receivedFile);
            return;
        }

        File.WriteAllText(receivedFile, received);
        received.Should().Be(verified, "that is in {0}; if the new text is right, move {1} there", verifiedFile, receivedFile);
    }
}
