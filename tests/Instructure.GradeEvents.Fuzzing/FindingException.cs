namespace Instructure.GradeEvents.Fuzzing;

/// <summary>The library did not do what it promises.</summary>
/// <param name="promise">What it promises.</param>
/// <param name="found">What it did.</param>
internal sealed class FindingException(string promise, string? found) : Exception(found is null ? promise : promise + ": " + found)
{
    public string Promise => promise;
}
