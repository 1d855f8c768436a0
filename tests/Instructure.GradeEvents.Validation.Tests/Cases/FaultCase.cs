namespace Instructure.GradeEvents.Validation.Tests.Cases;

/// <summary>A payload with one fault, and the issue that there must be; no code when it is valid all the same.</summary>
internal sealed record FaultCase(string Json, string Path, string Code)
{
    public const string Valid = "";

    public override string ToString() => $"{Path} {(Code.Length == 0 ? "valid" : Code)} in {Json}";
}
