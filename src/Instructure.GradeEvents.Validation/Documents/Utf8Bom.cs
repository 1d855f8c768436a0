namespace Instructure.GradeEvents.Validation.Documents;

internal static class Utf8Bom
{
    internal static int Length(ReadOnlySpan<byte> utf8) => utf8.StartsWith("\uFEFF"u8) ? 3 : 0;
}
