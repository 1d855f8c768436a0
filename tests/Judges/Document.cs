namespace Instructure.GradeEvents.Judges;

/// <summary>What is judged.</summary>
/// <param name="Name">Where it comes from.</param>
/// <param name="Utf8">Its text.</param>
/// <param name="IsForEngine">Whether NJsonSchema judges it too, which takes its time.</param>
internal sealed record Document(string Name, byte[] Utf8, bool IsForEngine = true);
