namespace Instructure.GradeEvents.Recognition;

/// <summary>What is known of the grade events of the Canvas format.</summary>
internal interface ICanvasVocabulary
{
    /// <summary>Whether a grade event has this name.</summary>
    bool IsEventName(string name);

    /// <summary>Whether the body of just one grade event has a member of this name.</summary>
    bool IsMemberOfOneBody(ReadOnlySpan<byte> utf8Name);
}
