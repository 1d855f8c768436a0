using System.Globalization;

namespace Instructure.GradeEvents.Benchmarks.Measurements;

/// <summary>A JSON Lines file with events of all kinds, in turn, as the tool makes them up.</summary>
internal static class LinesFile
{
    private const int Count = 1000;

    private static readonly string[] s_kinds = ["caliper-envelope", "caliper-event", "grade_change", "course_grade_change", "grade_override", "final_grade_custom_status"];

    /// <param name="path">The file, which is replaced.</param>
    /// <param name="length">How many bytes it has at least. It ends with the event that reaches them.</param>
    public static void Create(string path, long length)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = File.Create(path);
        for (var seed = 1; file.Length < length; seed++)
        {
            var kinds = Array.ConvertAll(s_kinds, kind => Sample(kind, seed));
            for (var i = 0; i < Count * kinds.Length && file.Length < length; i++)
            {
                ref var rest = ref kinds[i % kinds.Length];
                var end = rest.Span.IndexOf((byte)'\n') + 1;
                file.Write(rest.Span[..end]);
                rest = rest[end..];
            }
        }
    }

    private static ReadOnlyMemory<byte> Sample(string kind, int seed)
        => Tool.Run("sample", kind, "--count", Count.ToString(CultureInfo.InvariantCulture), "--seed", seed.ToString(CultureInfo.InvariantCulture));
}
